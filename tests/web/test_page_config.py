"""The browser is told the page as its lesson declares it, and the start as the link says it."""

import pytest

from nnviz.page.registry import discover
from nnviz.web.page_config import page_config

LAB = discover()["lab"]


@pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)
def test_presets_say_all_their_words(lesson):
    for declared, preset in zip(page_config(lesson, {})["presets"], lesson.presets, strict=True):
        assert lesson.settings.parse(declared["settings"]) == preset.settings
        assert declared["settings"] == preset.settings.as_text()
        assert declared["watch"] == preset.watch


def test_the_run_starts_with_the_first_settings_of_a_link():
    query = {"learning_rate": "0.05", "then": "10~learning_rate~0.1,20~learning_rate~1"}
    assert page_config(LAB, query)["start"]["learning_rate"] == "0.05"
