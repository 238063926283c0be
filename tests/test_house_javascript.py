"""Facts about the scripts in the browser: sizes, names, who imports whom, and who knows a global."""

import json
import re
from pathlib import Path

import pytest

from tests.test_house import LONGEST_FUNCTION, LONGEST_MODULE, MOST_ARGUMENTS, ROOT, SAYS_NOTHING, of

BROWSER = ROOT / "assets"
SCRIPTS = sorted([*BROWSER.glob("*.mjs"), *(BROWSER / "js").rglob("*.*js")])
TESTS = sorted((ROOT / "tests" / "js").rglob("*.mjs"))
MODULES = [*SCRIPTS, *TESTS]
BIOME = json.loads((ROOT / "biome.json").read_text(encoding="utf-8"))
LINTER = BIOME["linter"]["rules"]
CHECKED = BIOME["files"]["includes"]
TYPED = json.loads((ROOT / "tsconfig.json").read_text(encoding="utf-8"))["include"]

IMPORT = re.compile(r"""(?:\bfrom|^import|\bimport\()\s*["']([^"']+)["']""", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
OPENS = re.compile(r"^(?P<indent> *)(?:(?!\b(?:if|for|while|switch|try|else|catch|do)\b).)*(?:\)|=>) \{$")
"""The first line of a function as the formatter leaves it; its last begins with a brace as far from the margin."""

KNOW_A_GLOBAL = {
    "nnviz": {"assets/js/testing.mjs"},
    "dash_clientside": {
        "assets/js/dash.mjs",
        "assets/js/dash_calls.js",
    },
    "nnviz_components": {"assets/js/static_html.js"},
    "dash_core_components": {"assets/js/dash_graph.js", "assets/js/dash_components.js"},
    "dash_html_components": {"assets/js/dash_components.js"},
    "React": {"assets/js/dash_graph.js", "assets/js/dash_components.js", "assets/js/static_html.js"},
    "Plotly": {
        "assets/js/dash_graph.js",
        "assets/js/export/printing.mjs",
        "assets/js/offline/player.mjs",
        "assets/js/export/slides.mjs",
        "assets/js/figures/animator.mjs",
        "assets/js/figures/cameras.mjs",
        "assets/js/figures/colour_bars.mjs",
        "assets/js/figures/handles.mjs",
        "assets/js/figures/on_page.mjs",
        "assets/js/figures/sizes.mjs",
        "assets/js/user_data/plane.mjs",
    },
}
"""The one name of ours that tests in the browser look at, where Dash finds a component, and what libraries give us."""

WRITTEN_HERE = {"fetch", "nnviz", "nnviz_components", "dash_clientside", "dash_core_components", "dash_html_components"}
"""What a script of ours makes; of the browser's, what it asks the server with until Dash's first questions are put."""

SAME_ON_BOTH_SIDES = {
    "nnviz/web/projector.py": "assets/js/shell/projector.mjs",
    "nnviz/web/share.py": "assets/js/shell/share.mjs",
    "nnviz/web/tooltips.py": "assets/js/shell/tooltips.mjs",
}


def code(path: Path) -> str:
    """The text of a module without its comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[Path]:
    """The modules of ours that a module imports."""
    named = IMPORT.findall(code(path))
    return {(path.parent / name).resolve() for name in named if name.startswith(".") and name.endswith(".mjs")}


def test_there_are_modules_and_tests_of_them() -> None:
    assert len(SCRIPTS) > 30
    assert len(TESTS) > 8


# Sizes and names


def test_no_module_is_too_long_to_read_at_once() -> None:
    lengths = {of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {f"{of(path)}:{line}": length for path in MODULES for line, length in _functions(path)}
    assert len(lengths) > 100
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def _functions(path: Path) -> list[tuple[int, int]]:
    """The first line and the length of each function that has lines of its own."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [(place, match["indent"]) for place, line in enumerate(lines) if (match := OPENS.match(line))]
    ends = [
        next(i for i in range(place + 1, len(lines)) if lines[i].startswith(f"{indent}}}")) for place, indent in found
    ]
    return [(place + 1, end - place + 1) for (place, _), end in zip(found, ends, strict=True)]


def test_the_linter_has_the_limits_of_the_house() -> None:
    limits = {
        rule: value["options"]
        for group in ("complexity", "style")
        for rule, value in LINTER[group].items()
        if isinstance(value, dict) and "options" in value
    }
    assert limits["noExcessiveLinesPerFile"] == {"maxLines": LONGEST_MODULE}
    assert limits["noExcessiveLinesPerFunction"] == {"maxLines": LONGEST_FUNCTION}
    assert limits["useMaxParams"] == {"max": MOST_ARGUMENTS}


def test_every_name_of_a_module_says_what_is_in_it_and_none_counts() -> None:
    names = {of(path): path.relative_to(ROOT).with_suffix("").parts for path in MODULES}
    assert [name for name, parts in names.items() if set(parts) & SAYS_NOTHING] == []
    assert [name for name, parts in names.items() if any(re.match(r"\d|.*[-_]\d+$", part) for part in parts)] == []


def test_the_two_sides_of_one_thing_have_one_name() -> None:
    for python, script in SAME_ON_BOTH_SIDES.items():
        assert (ROOT / python).exists(), python
        assert (ROOT / script).exists(), script
        assert Path(python).stem == Path(script).stem


def test_every_test_is_for_a_module() -> None:
    tests = [path.relative_to(ROOT / "tests" / "js") for path in TESTS if path.name.endswith(".test.mjs")]
    tested = [BROWSER / "js" / path.with_name(f"{path.name.split('.')[0]}.mjs") for path in tests]
    assert [of(path) for path in tested if not path.exists()] == []


# Who knows whom


def test_every_import_leads_to_a_module() -> None:
    missing = {of(path): [str(other) for other in imported(path) if not other.exists()] for path in MODULES}
    assert {name: others for name, others in missing.items() if others} == {}


def test_no_module_imports_itself_by_way_of_others() -> None:
    waiting = {path.resolve(): imported(path) & {other.resolve() for other in SCRIPTS} for path in SCRIPTS}
    while ready := [path for path, others in waiting.items() if not others & waiting.keys()]:
        for path in ready:
            del waiting[path]
    assert {of(path): sorted(map(of, others & waiting.keys())) for path, others in waiting.items()} == {}


def test_a_page_loads_every_module() -> None:
    loaded, waiting = set(), {(BROWSER / name).resolve() for name in ("main.mjs", "front.mjs", "js/offline/player.mjs")}
    while waiting:
        loaded |= waiting
        waiting = {other for path in waiting for other in imported(path)} - loaded
    assert [of(path) for path in SCRIPTS if path.suffix == ".mjs" and path.resolve() not in loaded] == []


@pytest.mark.parametrize("name", KNOW_A_GLOBAL)
def test_a_global_is_known_only_where_it_is_said(name: str) -> None:
    knows = re.compile(rf"\b(?:window|globalThis)\.{name}\b")  # the linter knows of a name that stands alone
    assert {of(path) for path in SCRIPTS if knows.search(code(path))} == KNOW_A_GLOBAL[name]


def test_no_module_leaves_a_name_on_the_window() -> None:
    left = {of(path): re.findall(r"\b(?:window|globalThis)\.(\w+)\s*=[^=]", code(path)) for path in SCRIPTS}
    assert {name for names in left.values() for name in names} <= WRITTEN_HERE


def test_what_is_checked_and_typed_is_there() -> None:
    for name in (*CHECKED, *TYPED):
        if not name.startswith("!"):
            assert list(ROOT.glob(name.replace("/**/*", "").replace("/**", ""))), name
