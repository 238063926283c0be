"""Every sentence that claims something is computed, for the settings at which it is shown."""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.page.settings import Choice, Settings, Slider, Switch
from nnviz.user_data.control import OWN_DATA, UserData
from tests.lessons.claims import Claims, claims, prose_claims
from tests.user_data.tables import own_text

LESSONS = discover()
LINK = re.compile(r"\[([^]]*)\]\((?:\?|lights:)[^)]*\)")
RANDOM_SETTINGS = 40
SEED = 7


OF_CLASSES = ("3 classes",)

CHECKED = {slug: claims(lesson) for slug, lesson in LESSONS.items()}
"""The checks of every lesson: one without a module fails here."""

each_lesson = pytest.mark.parametrize("slug", CHECKED)


def on_the_grid(lesson: Lesson) -> Iterator[Settings]:
    """The defaults, the presets, each field at some of its values, many at once at random, own rows of classes."""
    start = lesson.settings()
    yield start
    yield from (preset.settings for preset in lesson.presets)
    values = {name: some_values(control) for name, control in lesson.settings.controls().items()}
    for name, some in values.items():
        yield from (start.model_copy(update={name: value}) for value in some)
    rng = np.random.default_rng(SEED)
    for _ in range(RANDOM_SETTINGS):
        some = {name: options[rng.integers(len(options))] for name, options in values.items() if options}
        yield start.model_copy(update=some)
    for name, control in lesson.settings.controls().items():
        if isinstance(control, UserData) and control.most_classes > 2 and lesson.slug != "lab":  # it has such data
            yield from (start.model_copy(update={"data": OWN_DATA, name: own_text(classes)}) for classes in OF_CLASSES)


def some_values(control: object) -> tuple:
    """Ends and middle of a slider, all options of a choice."""
    if isinstance(control, Slider):
        grid = control.grid
        return tuple(dict.fromkeys((grid[0], grid[len(grid) // 3], grid[2 * len(grid) // 3], grid[-1])))
    return (
        tuple(control.options) if isinstance(control, Choice) else (False, True) if isinstance(control, Switch) else ()
    )


def on_the_page(lesson: Lesson, settings: Settings) -> str:
    """Everything that a page says at these settings, a paragraph each; of its links the words."""
    controls = lesson.settings.controls().values()
    fixed = [
        *(control.help for control in controls),
        *(f"When it rises: {control.effect_of_increase}" for control in controls if isinstance(control, Slider)),
        *(slot.caption for slot in lesson.figures),
        *(slot.title for slot in lesson.figures),
        *(readout.help for readout in lesson.readouts),
    ]
    said = [lesson.text(settings), lesson.summary(settings), lesson.notice(settings), *fixed]
    return LINK.sub(r"\1", "\n\n".join(said))


@cache
def pages(slug: str) -> dict[Settings, str]:
    """What the page says at each setting that is tried."""
    lesson = LESSONS[slug]
    return {settings: on_the_page(lesson, settings) for settings in on_the_grid(lesson)}


@cache
def shown(slug: str) -> dict[Settings, str]:
    """The same, each in one line."""
    return {settings: " ".join(page.split()) for settings, page in pages(slug).items()}


@each_lesson
def test_every_preset_has_a_check_of_what_it_says_to_watch(slug):
    assert set(CHECKED[slug].watch) == {preset.name for preset in LESSONS[slug].presets}


@each_lesson
def test_every_question_has_a_check_of_its_answer_and_of_the_reason(slug):
    asked = {preset.name for preset in LESSONS[slug].presets if preset.question}
    assert set(CHECKED[slug].right) == asked
    assert set(CHECKED[slug].because) == asked


PRESETS = [(slug, preset) for slug in CHECKED for preset in LESSONS[slug].presets]
each_preset = pytest.mark.parametrize(("slug", "preset"), PRESETS, ids=lambda part: getattr(part, "name", part))


@each_preset
def test_what_a_preset_says_to_watch_is_what_happens(slug, preset):
    CHECKED[slug].watch[preset.name](preset.settings)


@each_preset
def test_the_right_answer_is_what_is_computed_for_the_reason_that_is_given(slug, preset):
    if preset.question:
        place = CHECKED[slug].right[preset.name](preset.settings)
        assert preset.question.right == preset.question.answers[place]
        CHECKED[slug].because[preset.name](preset.settings)


def is_known(sentence: str, known: Claims) -> bool:
    return any(words in sentence for words in (*known.sentences, *known.computed, *known.definitions))


@each_lesson
def test_every_sentence_that_claims_something_has_a_check(slug):
    said = {sentence for page in pages(slug).values() for sentence in prose_claims(page)}
    assert not sorted(sentence for sentence in said if not is_known(sentence, CHECKED[slug]))


SENTENCES = [(slug, words) for slug in CHECKED for words in CHECKED[slug].sentences]


@pytest.mark.parametrize(("slug", "words"), SENTENCES, ids=lambda part: part[:60])
def test_a_sentence_holds_wherever_it_is_shown(slug, words):
    at = [settings for settings, said in shown(slug).items() if words in said]
    assert at, "no page says this any more"
    for settings in at:
        CHECKED[slug].sentences[words](settings)


@each_lesson
def test_what_needs_no_check_is_still_said(slug):
    said = " ".join(shown(slug).values())
    assert not [words for words in (*CHECKED[slug].computed, *CHECKED[slug].definitions) if words not in said]
