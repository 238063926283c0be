"""The written part of a lesson: one Markdown file beside its code for each language, `page.md` and `page.de.md`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from nnviz.page.front_matter import Head, TranslatedHead, read_page
from nnviz.page.prose import Values, prose

ENGLISH = "en"
"""The language in which every page is written."""


def _nothing(_settings: object) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, eq=False)
class Translation:
    """A page in one language; `text` is the prose as a function of the settings, in Markdown."""

    title: str
    summary: str
    goal: str
    text: Callable[[Any], str]


def _translation(head: TranslatedHead, text: Callable[[Any], str]) -> Translation:
    return Translation(head.title, head.summary, head.goal, text)


@dataclass(frozen=True, eq=False)
class Page:
    """What is written on a page, its place in the navigation, and its address, which is the name of its folder.

    `minutes` is how long it takes to work through, `thumbnail` the query of the link whose picture stands for it.
    """

    slug: str
    section: str
    order: int
    minutes: int
    thumbnail: str
    translations: Mapping[str, Translation]

    @classmethod
    def beside(cls, module: str, values: Values = _nothing) -> Self:
        """The page whose files stand in the folder of a module, named by its `__file__`.

        Raises ValueError, with the name of the file, for a head that is not as `Head` or `TranslatedHead` says.
        """
        folder = Path(module).resolve().parent
        english = folder / "page.md"
        head, written = read_page(english, Head)
        translations = {ENGLISH: _translation(head, prose(written, values, str(english)))}
        for path in sorted(folder.glob("page.*.md")):
            translated, written = read_page(path, TranslatedHead)
            text = prose(written, values, str(path))
            translations[path.name.split(".")[1]] = _translation(translated, text)
        slug = folder.name.replace("_", "-")
        return cls(slug, head.section, head.order, head.minutes, head.thumbnail, translations)

    def in_language(self, language: str) -> Translation:
        """The page in a language, or in English where it is not translated."""
        return self.translations.get(language, self.translations[ENGLISH])
