"""The strings of the interface in every language, one file each in messages/; English is complete.

What is rendered while a language is spoken has its strings in that language::

    with speaking("de"):
        message("playback.play")  # Abspielen
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from nnviz.page.page import ENGLISH

_FILES = {path.stem: path for path in sorted((Path(__file__).parent / "messages").glob("*.toml"))}

LANGUAGES = (ENGLISH, *(language for language in _FILES if language != ENGLISH))
"""The languages of the interface, English first."""

IN_THE_BROWSER = (
    "playback",
    "run",
    "controls",
    "print",
    "figure",
    "comparison",
    "question",
    "code",
    "share",
    "take-away",
    "own-data",
    "network",
    "tools",
    "front",
    "search",
    "first-steps",
)
"""The tables from which the browser's modules take their strings (assets/js/messages.mjs)."""

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


@cache
def catalogue(language: str) -> dict[str, str]:
    """The strings of a language by their keys, `<table>.<name>`."""
    tables = tomllib.loads(_FILES[language].read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, texts in tables.items() for name, text in texts.items()}


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Render in a language; in English where it has no catalogue."""
    token = _spoken.set(language if language in LANGUAGES else ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language in which is rendered just now."""
    return _spoken.get()


def for_browser(language: str) -> dict[str, str]:
    """The strings of the browser's modules in a language, by their keys."""
    texts = catalogue(ENGLISH) | catalogue(language)
    return {key: text for key, text in texts.items() if key.partition(".")[0] in IN_THE_BROWSER}


def message(key: str, **given: object) -> str:
    """The string of a key in the language that is spoken, with what is given put in its braces.

    Raises KeyError for a key that the English catalogue does not have.
    """
    text = catalogue(spoken()).get(key) or catalogue(ENGLISH)[key]
    return text.format(**given)


def counted(key: str, n: int) -> str:
    """The string for so many things, `<key>-one` or `<key>-many`, with their number as {n}."""
    return message(f"{key}-{'one' if n == 1 else 'many'}", n=f"{n:,}")
