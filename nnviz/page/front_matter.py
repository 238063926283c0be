"""The head of a page's Markdown file: its metadata as TOML between two lines of `+++`, and the prose after it."""

import tomllib
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FENCE = "+++"

Sentence = Annotated[str, Field(min_length=1)]


class TranslatedHead(BaseModel):
    """What a page has in every language: the title, what is to be seen, and the goal, what can be done afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    title: Sentence
    summary: Sentence
    goal: Sentence


class Head(TranslatedHead):
    """What the English file says besides: the section of the navigation, the place among all pages, minutes it takes.

    `thumbnail` is the query of the link whose leading picture stands for the page: without it, the page as it opens.
    """

    section: Sentence
    order: int = Field(ge=0)
    minutes: int = Field(ge=1, le=60)
    thumbnail: str = ""


AnyHead = TypeVar("AnyHead", bound=TranslatedHead)


def read_page(path: Path, kind: type[AnyHead]) -> tuple[AnyHead, str]:
    """The head of a file and the prose below it.

    Raises:
        ValueError: there is no head, or a key is missing, unknown or of the wrong type; the message names the file.

    """
    opening, fence, rest = path.read_text(encoding="utf-8").partition(f"{FENCE}\n")
    head, closing, prose = rest.partition(f"\n{FENCE}\n")
    if opening or not fence or not closing:
        raise ValueError(f"{path}: the file does not begin with a head between two lines of {FENCE}.")
    try:
        return kind.model_validate(tomllib.loads(head)), prose
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path}: {error}") from error
