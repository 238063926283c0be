"""A question is one, and a room need not wait long for its answer; test_claims.py computes that the answer is right."""

import pytest

from nnviz.page.registry import discover

ASKED = [preset for lesson in discover().values() for preset in lesson.presets if preset.question]


@pytest.mark.parametrize("preset", ASKED, ids=lambda preset: preset.name)
def test_a_question_is_a_question_and_its_answer_can_be_seen_soon(preset):
    question = preset.question
    assert question.text.endswith("?")
    assert question.because.endswith(".")
    assert question.after / preset.speed <= 15.0  # seconds that a room waits
