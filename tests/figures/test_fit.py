import numpy as np

from nnviz.figures.examples import Examples
from nnviz.figures.fit import fitted_line, probability_curve
from tests.figures.gallery import AXIS, LABELS, LINE


def test_the_fit_is_replaced_over_a_fixed_axis():
    fit = fitted_line(LINE, AXIS).data[-1]
    assert fit.meta == {"now": {"y": "fit"}}
    np.testing.assert_array_equal(fit.x, AXIS)


def test_the_true_line_is_drawn_only_where_it_is_known():
    assert "truth" not in [trace.name for trace in fitted_line(LINE, AXIS).data]
    assert "truth" in [trace.name for trace in fitted_line(LINE, AXIS, AXIS).data]


def test_all_targets_lie_inside_the_axis_whatever_the_fit_does():
    lowest, highest = fitted_line(LINE, AXIS).layout.yaxis.range
    targets = np.concatenate([LINE.y, LINE.y_validation])
    assert lowest < targets.min()
    assert targets.max() < highest


def test_equal_targets_still_get_an_axis():
    flat = Examples(np.arange(3.0)[:, None], np.full(3, 7.0), ("x",), "y")
    assert tuple(fitted_line(flat, AXIS).layout.yaxis.range) == (6.5, 7.5)


def test_the_probability_axis_holds_both_labels():
    figure = probability_curve(LABELS, AXIS, probability="p")
    lowest, highest = figure.layout.yaxis.range
    assert lowest < 0 < 1 < highest
    assert figure.data[-1].meta == {"now": {"y": "p"}}


def test_the_line_of_the_decision_lies_at_the_threshold():
    assert probability_curve(LABELS, AXIS).layout.shapes[0].y0 == 0.5
    assert probability_curve(LABELS, AXIS, threshold=0.9).layout.shapes[0].y0 == 0.9
