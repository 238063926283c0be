"""What holds for the prose of every lesson in every language."""

import re

import pytest

from nnviz.page.registry import discover
from tests.lessons.test_all_lessons import extremes

TRANSLATED = [(lesson, language) for lesson in discover().values() for language in lesson.page.translations]
MARKS = re.compile(r"<<|>>|<%|%>|<#|#>")


@pytest.mark.parametrize(("lesson", "language"), TRANSLATED, ids=lambda part: getattr(part, "slug", part))
def test_every_name_in_the_prose_has_a_value_at_every_extreme(lesson, language):
    for settings in extremes(lesson):
        text = lesson.text(settings, language)
        assert text
        assert not MARKS.search(text)
        assert text.count("$$") % 2 == 0


@pytest.mark.parametrize(("lesson", "language"), TRANSLATED, ids=lambda part: getattr(part, "slug", part))
def test_a_translation_has_the_headings_formulas_and_tables_of_the_english_page(lesson, language):
    def built(text: str) -> tuple[list[str], int, int]:
        return re.findall(r"^(#+) ", text, re.M), text.count("$$"), len(re.findall(r"^\|", text, re.M))

    for settings in (lesson.settings(), *(preset.settings for preset in lesson.presets)):
        assert built(lesson.text(settings, language)) == built(lesson.text(settings))
