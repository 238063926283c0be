"""The terms that the pages use: what each means, its formula, and the page that shows it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nnviz.page.registry import discover

_FILE = Path(__file__).with_name("terms.toml")


@dataclass(frozen=True)
class Term:
    """A term; `shown` is the path of a lesson, with a query where one setting shows the term best.

    `de` is what it is called in German, `also` are other words for it, `formula` is LaTeX or nothing.
    """

    name: str
    de: str
    says: str
    shown: str
    also: str = ""
    formula: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the page of all terms."""
        return self.name.lower().replace(" ", "-")

    @property
    def slug(self) -> str:
        """The lesson that shows it."""
        return self.shown.partition("?")[0]

    def called(self, language: str) -> str:
        """What it is called in a language of the interface."""
        return {"de": self.de}.get(language, self.name)


@cache
def terms() -> tuple[Term, ...]:
    """All terms by the alphabet.

    Raises ValueError for one that no lesson shows.
    """
    entries: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    listed = [Term(name, **entry) for name, entry in entries.items()]
    strange = [term.name for term in listed if term.slug not in discover()]
    if strange:
        raise ValueError(f"{_FILE}: no lesson shows {', '.join(strange)}.")
    return tuple(sorted(listed, key=lambda term: term.name.lower()))
