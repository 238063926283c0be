import pytest

from nnviz.figures import bindings
from nnviz.page.registry import discover

EVERY_SLOT = [(lesson, slot) for lesson in discover().values() for slot in lesson.figures]

NAMES = [f"{lesson.slug}-{slot.name}" for lesson, slot in EVERY_SLOT]


@pytest.mark.parametrize(
    ("lesson", "slot"), EVERY_SLOT, ids=[f"{lesson.slug}-{slot.name}" for lesson, slot in EVERY_SLOT]
)
def test_a_figure_says_nothing_to_the_browser_that_the_tables_do_not_name(lesson, slot):
    figure = slot.draw(lesson.settings())
    assert set(figure.layout.meta or ()) <= set(bindings.LAYOUT_BINDINGS)
    for trace in figure.data:
        assert set(trace.meta or ()) <= set(bindings.TRACE_BINDINGS), trace.name


def test_every_entry_of_the_tables_is_made_by_a_function():
    assert set(bindings.grows(y="loss") | bindings.follows(y="fit")) == {"grow", "now"}
    assert set(bindings.follows_linearly("y", "width", [0.0], [1.0], [0])) == {"linear"}
    made = (
        bindings.clicks({"x": "start"}) | bindings.drags_ball("size", 2.0) | bindings.turns_together("scene", "scene2")
    )
    made |= bindings.network([], [])
    made |= bindings.handles(bindings.handle({"x": "heads"}, x=0.5))
    assert set(made) == set(bindings.LAYOUT_BINDINGS)


def test_an_attribute_inside_another_one_is_named_with_a_dot():
    assert bindings.follows({"marker.size": "width"}, x="place") == {"now": {"marker.size": "width", "x": "place"}}


def test_a_handle_without_a_place_on_an_axis_is_a_line_across_the_plane():
    assert bindings.handle({"y": "threshold"}, y=0.5) == {"drag": {"y": "threshold"}, "y": 0.5}
