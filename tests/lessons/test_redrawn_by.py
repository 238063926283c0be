"""A picture declares which fields change it, so that others do not draw it again; the declaration holds."""

from functools import lru_cache

import orjson
import pytest

from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.lesson import FigureSlot
from nnviz.page.registry import discover
from nnviz.web import drawing
from nnviz.web.figure_json import figure_json
from tests.lessons.extremes import all_at_an_end, ends

LESSONS = discover()
DECLARED = [(lesson, slot) for lesson in LESSONS.values() for slot in lesson.figures if slot.redrawn_by is not None]
each_declared = pytest.mark.parametrize(
    ("lesson", "slot"), DECLARED, ids=lambda item: getattr(item, "slug", None) or item.name
)


@lru_cache(maxsize=64)
def drawn(slot: FigureSlot, settings) -> bytes:
    return orjson.dumps(figure_json(slot.draw(settings)))


def bases(lesson):
    own = ends(lesson)
    choices = [
        lesson.settings(**{name: value})
        for name, values in own.items()
        for value in values[1:]
        if isinstance(value, str)
    ]
    return [
        lesson.settings(),
        *(preset.settings for preset in lesson.presets[::2]),
        *choices,
        all_at_an_end(lesson, -1),
    ]


@each_declared
def test_a_picture_stays_the_same_where_fields_move_that_it_does_not_declare(lesson, slot):
    idle = {name for name, control in lesson.settings.controls().items() if control.effect != "restart"}
    values = {name: found for name, found in ends(lesson).items() if name in idle.difference(slot.redrawn_by)}
    for place, base in enumerate(bases(lesson) if values else ()):
        moved = base.model_copy(update={name: found[-(place % 2)] for name, found in values.items()})
        assert drawn(slot, moved) == drawn(slot, slot.deciding(base)), base


@each_declared
def test_what_a_picture_declares_are_fields_of_its_page_that_do_not_start_the_run_anew(lesson, slot):
    controls = lesson.settings.controls()
    assert all(controls[name].effect != "restart" for name in slot.redrawn_by)


def test_the_learning_rate_of_the_laboratory_draws_no_picture_again(monkeypatch):
    drawing.draw_page(LESSONS["lab"], LabSettings(seed=41))
    asked = []
    monkeypatch.setattr(drawing, "figure_json", asked.append)
    drawing.draw_page(LESSONS["lab"], LabSettings(seed=41, learning_rate=1.0))
    assert asked == []


def test_the_penalty_of_the_laboratory_draws_the_pictures_of_its_loss_again(monkeypatch):
    before = drawing.draw_page(LESSONS["lab"], LabSettings(seed=42))
    drawn_again = []
    monkeypatch.setattr(drawing, "figure_json", lambda figure: drawn_again.append(figure) or figure_json(figure))
    after = drawing.draw_page(LESSONS["lab"], LabSettings(seed=42, penalty_strength=1.0))
    changed = {name for name, picture in after.figures.items() if picture is not before.figures[name]}
    assert changed == {"loss", "surface", "parameter-plane"}
    assert len(drawn_again) == 3
