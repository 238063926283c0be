"""The probability of each class over one feature."""

import numpy as np

from nnviz.figures.class_curves import class_curves
from nnviz.figures.class_examples import ClassExamples

AXIS = np.linspace(-1.0, 1.0, 5)
EXAMPLES = ClassExamples(AXIS[:3, None], np.arange(3.0), AXIS[:2, None], np.array([0.0, 2.0]), ("x",), ("A", "B", "C"))


def test_a_curve_for_each_class_follows_its_own_array():
    curves = [trace for trace in class_curves(EXAMPLES, AXIS).data if trace.mode == "lines"]
    assert [(trace.name, trace.meta["now"]["y"]) for trace in curves] == [
        ("A", "fit_0"),
        ("B", "fit_1"),
        ("C", "fit_2"),
    ]


def test_the_examples_of_a_class_lie_in_a_row_of_its_colour_below_the_curves():
    figure = class_curves(EXAMPLES, AXIS)
    lines = {trace.name: trace.line.color for trace in figure.data if trace.mode == "lines"}
    rows = [trace for trace in figure.data if trace.mode == "markers"]
    assert sum(len(row.x) for row in rows) == 5
    for row in rows:
        assert max(row.y, default=-1.0) < 0.0
        assert row.marker.line.color == lines[row.legendgroup] or row.marker.color == lines[row.legendgroup]
