import json

import numpy as np

from nnviz.figures.colours import PALETTE
from nnviz.figures.power_laws import PowerLaw, power_laws

X = np.array([1.0, 10.0, 100.0])
LAW = PowerLaw(X, 1.0 / np.sqrt(X), "σ/√N", PALETTE["blue"], "lines", "dot")


def test_both_axes_are_true_logarithms_with_names():
    layout = power_laws([LAW], "points", "spread").layout
    assert (layout.xaxis.type, layout.yaxis.type) == ("log", "log")
    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("points", "spread")


def test_a_marked_place_gets_a_vertical_line():
    (line,) = power_laws([LAW], "points", "spread", marked_x=10.0).layout.shapes
    assert line.x0 == line.x1 == 10.0


def test_no_curves_make_an_empty_figure_of_strict_json():
    parsed = json.loads(power_laws([], "points", "spread").to_json())
    assert parsed["data"] == []
