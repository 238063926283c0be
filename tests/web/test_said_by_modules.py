"""No module of the browser says something itself: what a person reads comes from the catalogue of the language."""

import re
from pathlib import Path

import pytest

from nnviz.web.document import ASSETS

MODULES = [path for path in ASSETS.rglob("*.mjs") if "vendor" not in path.parts]

LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')
NO_TEXT = re.compile(
    r"/\*.*?\*/|(?<![:\\])//[^\n]*|(?<=[(,=:] )/(?:[^/\\\n]|\\.)+/|(?<=\()/(?:[^/\\\n]|\\.)+/", re.DOTALL
)
"""Comments, and patterns, whose quotes would be taken for the ends of strings."""

OF_A_DEVELOPER = re.compile(r"\bnew (?:Type)?Error\($")
OF_THE_DOCUMENT = re.compile(
    r"\b(?:querySelector(?:All)?|closest|matches|matchMedia|all|around)(?:<\w+>)?\((?:[^()]*, )?$"
)
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? +[^\W\d_]{2,}")


def sentences_of(path: Path) -> list[str]:
    """The literals of a module with two words beside each other that no developer and no selector needs."""
    source = NO_TEXT.sub("", path.read_text(encoding="utf-8"))
    found = []
    for literal in LITERAL.finditer(source):
        before, text = source[: literal.start()].rstrip(), literal[0][1:-1]
        is_markup = re.search(r"^\s*<|\{ |\w=\w", text)  # HTML, CSS, a script, a value of a header
        if OF_A_DEVELOPER.search(before) or OF_THE_DOCUMENT.search(source[: literal.start()]) or is_markup:
            continue
        if TWO_WORDS.search(re.sub(r"\$\{[^}]*\}", "x", text)):
            found.append(text)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_says_two_words_itself(path):
    assert sentences_of(path) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('say("Held at step");', ["Held at step"]),
        ("say(`at most ${n} steps`);", ["at most ${n} steps"]),
        ("say(`at most, ${n}`);", ["at most, ${n}"]),
        ('title = "Größe ändern";', ["Größe ändern"]),
        ('throw new Error("there is none");', []),
        ('all("button, summary").map((one) => one.closest(".lessons details"));', []),
        ('say(/[",]/.test(text) ? message("a.b") : "so it is"); // nothing to say', ["so it is"]),
        ('const style = "body { margin: 1rem auto; }";', []),
    ],
)
def test_the_search_finds_what_a_module_says_itself(tmp_path, source, said):
    (tmp_path / "module.mjs").write_text(source, encoding="utf-8")
    assert sentences_of(tmp_path / "module.mjs") == said
