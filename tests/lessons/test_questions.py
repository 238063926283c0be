"""The right answer to every question is what the page computes, and it can be seen soon."""

import pytest

from nnviz.page.registry import discover
from tests.lessons.answers import CHECKS
from tests.lessons.test_claims import CHECKED

ASKED = {
    (lesson.slug, preset.name): preset for lesson in discover().values() for preset in lesson.presets if preset.question
}


def test_every_question_has_a_check_here_or_among_the_claims_of_its_lesson():
    assert set(CHECKS) <= set(ASKED)
    assert {slug for slug, _ in set(ASKED) - set(CHECKS)} <= set(CHECKED)


@pytest.mark.parametrize("where", CHECKS, ids=" / ".join)
def test_the_right_answer_is_what_the_page_computes(where):
    preset = ASKED[where]
    assert preset.question.right == preset.question.answers[CHECKS[where](preset.settings)]


@pytest.mark.parametrize("preset", ASKED.values(), ids=lambda preset: preset.name)
def test_a_question_is_a_question_and_its_answer_can_be_seen_soon(preset):
    question = preset.question
    assert question.text.endswith("?")
    assert question.because.endswith(".")
    assert question.after / preset.speed <= 15.0  # seconds that a room waits
