"""The lessons that there are."""

import importlib
import pkgutil
from functools import cache

from nnviz.page.lesson import Lesson


@cache
def discover() -> dict[str, Lesson]:
    """All lessons by slug, in the order of the navigation."""
    package = importlib.import_module("nnviz.lessons")
    modules = [importlib.import_module(f"nnviz.lessons.{info.name}") for info in pkgutil.iter_modules(package.__path__)]
    lessons = sorted((module.LESSON for module in modules), key=lambda lesson: lesson.page.order)
    by_slug = {lesson.slug: lesson for lesson in lessons}
    if len(by_slug) != len(lessons):
        raise ValueError("Two lessons share a slug.")
    return by_slug
