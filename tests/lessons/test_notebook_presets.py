"""Presets under the heading of the notebook are those whose settings name something of the notebook."""

import pytest

from nnviz.page.registry import discover

LESSONS = [lesson for slug, lesson in discover().items() if slug != "notebook"]
PRESETS = [(lesson, preset) for lesson in LESSONS for preset in lesson.presets]


@pytest.mark.parametrize(
    ("lesson", "preset"), PRESETS, ids=[f"{lesson.slug}: {preset.name}" for lesson, preset in PRESETS]
)
def test_a_preset_is_the_notebooks_where_its_name_says_so_and_its_settings_do_too(lesson, preset):
    assert preset.from_notebook == ("notebook" in preset.name.lower())
    if preset.from_notebook:
        texts = [value for value in preset.settings.model_dump().values() if isinstance(value, str)]
        assert any("notebook" in text for text in texts)


def test_the_page_of_the_notebook_has_no_heading_of_its_own():
    assert not any(preset.from_notebook for preset in discover()["notebook"].presets)
