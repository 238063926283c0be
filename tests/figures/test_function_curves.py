import json

import numpy as np
import pytest

from nnviz.figures.colours import GREY, INK, PALETTE, WHITE
from nnviz.figures.function_curves import LINE_STYLES, SPOT_STYLES, Axis, Line, Spots, function_curves

X = np.linspace(0.1, 4.0, 9)
AXES = Axis("x"), Axis("y", (0.0, 20.0))


def test_a_curve_goes_through_its_points():
    (trace,) = function_curves(AXES, [Line(X, X**2, "square")]).data
    np.testing.assert_array_equal(trace.x, X)
    np.testing.assert_array_equal(trace.y, X**2)


def test_axes_are_named_and_have_their_ranges():
    layout = function_curves(AXES, [Line(X, X, "line")]).layout
    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("x", "y")
    assert layout.xaxis.range is None
    assert layout.yaxis.range == (0.0, 20.0)


def test_a_logarithmic_axis_is_one_and_takes_its_range_in_numbers():
    layout = function_curves((Axis("x", (0.01, 100.0), logarithmic=True), Axis("y")), []).layout
    assert layout.xaxis.type == "log"
    assert layout.xaxis.range == pytest.approx((-2.0, 2.0))


def test_a_point_wears_its_label():
    figure = function_curves(AXES, [], [Spots([1.0], [2.0], "here", ("2",))])
    assert figure.data[0].mode == "markers+text"
    assert figure.data[0].text == ("2",)


def test_the_figure_says_what_a_drag_sets_in_plain_json():
    touch = {"drag": {"x": {"field": "probability", "at": [0.0, 1.0]}}}
    figure = function_curves(AXES, [], [Spots([1.0], [2.0], "here")], touch)
    assert json.loads(figure.to_json())["layout"]["meta"] == touch


def test_every_style_differs_without_colour_and_wears_the_palette():
    assert len({(style["dash"], style["width"]) for style in LINE_STYLES.values()}) == len(LINE_STYLES)
    assert len({style["symbol"] for style in SPOT_STYLES.values()}) == len(SPOT_STYLES)
    worn = {style["color"] for style in [*LINE_STYLES.values(), *SPOT_STYLES.values()]}
    assert worn <= {*PALETTE.values(), GREY, INK, WHITE}
