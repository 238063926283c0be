import numpy as np
import plotly.graph_objects as go
import pytest

from nnviz.figures.class_colours import CLASS_COLOURS, CLASS_SYMBOLS, fading
from nnviz.figures.class_regions import class_regions
from tests.figures.gallery import AXIS, CLASSES


def test_each_class_has_its_own_colour_and_symbol_the_first_two_as_where_there_are_two():
    assert len(set(CLASS_COLOURS)) == len(set(CLASS_SYMBOLS)) == 10
    figure = class_regions(CLASSES, AXIS, AXIS)
    clouds = [trace for trace in figure.data if isinstance(trace, go.Scatter)]
    assert [len(cloud.x) for cloud in clouds] == [10, 10, 10, 4, 3, 3]
    assert [cloud.name for cloud in clouds if cloud.showlegend] == ["A", "B", "C", "held out"]


def test_each_class_has_an_area_that_follows_its_lead_and_a_border_that_follows_its_margin_at_0():
    figure = class_regions(CLASSES, AXIS, AXIS)
    areas = [trace.meta["now"]["z"] for trace in figure.data if isinstance(trace, go.Heatmap)]
    borders = [trace for trace in figure.data if isinstance(trace, go.Contour)]
    assert areas == ["lead_0", "lead_1", "lead_2"]
    assert [trace.meta["now"]["z"] for trace in borders] == ["margin_0", "margin_1", "margin_2"]
    assert all(trace.contours.start == trace.contours.end == 0 for trace in borders)


def test_a_colour_fades_to_nothing():
    assert fading("#0072B2", 0.5) == [[0.0, "rgba(0,114,178,0)"], [1.0, "rgba(0,114,178,0.5)"]]


@pytest.mark.parametrize("name", ["<b>bold</b>", "a<br>b"])
def test_the_name_of_a_class_is_no_markup(name):
    hostile = type(CLASSES)(CLASSES.X, CLASSES.y, CLASSES.X, CLASSES.y, ("x1", "x2"), (name, "B", "C"))
    assert "<" not in hostile.class_names[0]
    assert np.array_equal(class_regions(hostile, AXIS, AXIS).data[0].x, AXIS)


def test_straight_borders_are_one_line_with_gaps_instead():
    figure = class_regions(CLASSES, AXIS, AXIS, straight=True)
    assert not [trace for trace in figure.data if isinstance(trace, go.Contour)]
    assert {"x": "border_x", "y": "border_y"} in [trace.meta["now"] for trace in figure.data if trace.meta]
