"""What pictures cost the server, in milliseconds of its processor: `python -m bench.drawings`.

Each slider of a page is moved by itself, to places that nobody has asked for yet, and what it redraws is timed.
"""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from time import thread_time

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.page.settings import Settings, Slider
from nnviz.web import drawing

GOAL = 25
"""Milliseconds for all that a moved slider redraws at once."""

PLACES = 3


def moved(lesson: Lesson, name: str, control: Slider) -> Iterator[Settings]:
    """The settings with one slider at some places, its default not among them."""
    texts = [text for text in control.texts if text != lesson.settings().as_text()[name]]
    step = max(1, len(texts) // (PLACES + 2))
    for text in texts[step : step * (PLACES + 1) : step]:
        yield lesson.settings.parse({name: text})


def costs(lesson: Lesson, settings: Settings) -> dict[str, float]:
    """Milliseconds of each picture and text that follows these settings at once, of those not drawn before."""
    parts = {slot.name for slot in lesson.figures} | {drawing.TEXT, drawing.NOTICE, drawing.FACTS}
    slow = set(drawing.draw_page(lesson, lesson.settings()).slow())  # these are asked for when the slider rests
    taken = {}
    for part in sorted(parts - slow):
        started = thread_time()
        drawing.draw_page(lesson, settings, frozenset(parts - {part}))
        taken[part] = 1e3 * (thread_time() - started)
    return taken


def of_page(lesson: Lesson) -> tuple[float, str, dict[str, float]]:
    """The dearest slider of a page: its milliseconds, its name, and those of the parts."""
    dearest: tuple[float, str, dict[str, float]] = (0.0, "", {})
    drawing.draw_page(lesson, lesson.settings())
    for name, control in lesson.settings.controls().items():
        if not isinstance(control, Slider):
            continue
        taken = defaultdict(list)
        for settings in moved(lesson, name, control):
            for part, cost in costs(lesson, settings).items():
                taken[part].append(cost)
        parts = {part: statistics.median(found) for part, found in taken.items()}
        dearest = max(dearest, (sum(parts.values()), name, parts), key=lambda found: found[0])
    return dearest


def main() -> None:
    """The dearest slider of every page, the dearest page first."""
    print(f"\nWhat a moved slider costs the server, ms of CPU, the dearest of each page (goal {GOAL}):")
    found = {lesson.slug: of_page(lesson) for lesson in discover().values()}
    for slug, (total, name, parts) in sorted(found.items(), key=lambda item: -item[1][0]):
        dear = sorted(parts.items(), key=lambda item: -item[1])
        print(f"  {slug:28} {name:18} {total:6.1f}: {', '.join(f'{part} {cost:.1f}' for part, cost in dear[:5])}")


if __name__ == "__main__":
    main()
