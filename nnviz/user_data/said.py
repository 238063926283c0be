"""What has to be said about a text of one's own: the key of a sentence and its values, which `web` speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float
"""A number is written as the language does it; a text is shown as it is."""


@dataclass(frozen=True)
class Said:
    """A sentence: its key in the catalogue of messages, its values, and for `n` things the form of one or of many."""

    key: str
    values: Mapping[str, "Value | Said | tuple[Said, ...]"] = field(default_factory=dict)
    n: int | None = None


def said(key: str, **values: "Value | Said | tuple[Said, ...]") -> Said:
    """A sentence with its values."""
    return Said(key, values)


def counted(key: str, n: int, **values: "Value | Said | tuple[Said, ...]") -> Said:
    """A sentence about so many things, which are {n} in it."""
    return Said(key, values, n)


class DataError(ValueError):
    """Text that is no table to learn from; it says why to whoever gave it."""

    def __init__(self, why: Said) -> None:
        super().__init__(why.key)
        self.why = why
