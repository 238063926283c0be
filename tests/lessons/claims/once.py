"""Checks that no setting decides."""

from collections.abc import Callable
from functools import cache

from tests.lessons.claims import Check


def once(check: Callable[[], None]) -> Check:
    """A check for all settings that runs once, however many they are."""
    run = cache(check)
    return lambda _settings: run()
