"""Numbers decide the form of their words and signs, wherever a page says something."""

import re
from collections.abc import Iterator

import pytest

from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from tests.lessons.extremes import all_at_an_end, ends
from tests.lessons.test_claims import pages

LESSONS = discover()
each_lesson = pytest.mark.parametrize("slug", LESSONS)

FORMULA = re.compile(r"\$\$[\s\S]*?\$\$|\$[^$]*\$|`[^`]*`|\[[-\d. ]+\]")
"""What is written in another language than English: formulas, code, and arrays as NumPy prints them."""

TABLE_ROW = re.compile(r"^\|.*$", re.M)
PIECE = re.compile(r"(?<=[.:?!;])\s+|\n\s*\n")

THINGS = (
    "points steps examples epochs updates weights biases neurons layers iterations outcomes classes rows columns runs "
    "seeds digits bits nats faces times features samples questions batches networks subnetworks shuffles passes"
).replace(" ", "|")

FAULTS = {
    "one thing in the plural": re.compile(rf"(?<![\d.,^/×·−-] )(?<![\d.,^/−-])\b1(?:\.0+)? (?:\w+ )?(?:{THINGS})\b"),
    "two signs in a row": re.compile(r"[+−-] [−-](?=\d)"),
    "a zero with a sign": re.compile(r"[−-]0(?:\.0+)?(?!\.?\d|e)"),
}
"""What is never said, in prose and in tables."""

FAULTS_OF_PROSE = {
    "a hyphen as a minus sign": re.compile(r"(?:^|[\s(=,])-\d"),
    "rounding errors shown": re.compile(r"\de[−-](?:1[5-9]|[2-9]\d|\d{3})"),
}

MEANT = {"notebook": ("the loss is 4.25e-18",)}
"""Numbers that a page speaks of because they are so small."""

PLAYED_TO_THE_END = ("learning_rate", "epochs", "batch_size")
N_STEPS = 100


def said(slug: str) -> Iterator[str]:
    """All that a lesson says: its page over the grid, its presets, and how its runs end."""
    lesson = LESSONS[slug]
    yield from pages(slug).values()
    for preset in lesson.presets:
        yield preset.watch
        if preset.question:
            yield "\n\n".join((preset.question.text, *preset.question.answers, preset.question.because))
    yield from endings(slug)


def endings(slug: str) -> Iterator[str]:
    """What is said where a run stops within some steps, at the ends of what steers it."""
    lesson = LESSONS[slug]
    if lesson.run is None:
        return
    steered = [
        lesson.settings().model_copy(update={name: value})
        for name, values in ends(lesson).items()
        if name in PLAYED_TO_THE_END
        for value in values
    ]
    for settings in (all_at_an_end(lesson, 0), all_at_an_end(lesson, -1), *steered):
        start = lesson.run.start(settings)
        yield start.then(lesson.run.resume(settings, start.checkpoint, StepBudget(N_STEPS))).ending


def faults(text: str) -> Iterator[tuple[str, str]]:
    """The faults of a text in Markdown, each with the piece of a sentence that has it."""
    plain = FORMULA.sub(" … ", text)
    for kinds, where in ((FAULTS, plain), (FAULTS_OF_PROSE, TABLE_ROW.sub("", plain))):
        for piece in PIECE.split(where):
            words = " ".join(piece.split())
            yield from ((kind, words) for kind, fault in kinds.items() if fault.search(words))


@each_lesson
def test_what_a_page_says_is_english_at_every_setting(slug):
    meant = MEANT.get(slug, ())
    found = {fault for text in said(slug) for fault in faults(text)}
    assert not sorted((kind, words) for kind, words in found if not any(part in words for part in meant))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no run gets there in fewer than 1 steps.", "one thing in the plural"),
        ("1 hidden neurons", "one thing in the plural"),
        ("seen 1 times", "one thing in the plural"),
        ("σ(6 + -6 x)", "two signs in a row"),
        ("| slope | −0.0000 |", "a zero with a sign"),
        ("It ends at -0.0.", "a zero with a sign"),
        ("The slope is -0.3.", "a hyphen as a minus sign"),
        ("The error is 8.5e−16.", "rounding errors shown"),
    ],
)
def test_the_search_finds(text, kind):
    assert kind in [found for found, _ in faults(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1 step, 0.1 steps, 2.1 points, a 3-2-1 network",
        "It goes from −0.5 to 3 − 1 and down to 1e-5; 6 − 6x.",
        "| 3e-17 | -0.25 |",
        "$-0 + -6x$ and `-0.0` and [-0.14 2.5]",
    ],
)
def test_the_search_leaves_alone(text):
    assert not list(faults(text))
