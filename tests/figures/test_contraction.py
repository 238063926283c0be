import json

import numpy as np
import pytest

from nnviz.figures.contraction import HIGHEST, MarkedRate, contraction

RATES = np.geomspace(1e-3, 10, 50)


def test_both_curves_are_the_distance_of_eta_lambda_from_one():
    figure = contraction(RATES, (0.5, 4.0))
    for trace, curvature in zip(figure.data, (0.5, 4.0), strict=True):
        np.testing.assert_allclose(trace.y, np.abs(1.0 - RATES * curvature))
    assert figure.layout.shapes[1].x0 == 0.5  # 2/λmax


def test_a_marked_rate_lies_on_the_curve_that_decides():
    marked = contraction(RATES, (0.5, 4.0), [MarkedRate(0.1, "#000000"), MarkedRate(0.45, "#000000")]).data[2:]
    assert [trace.y[0] for trace in marked] == pytest.approx([0.95, 0.8])


def test_a_rate_far_too_large_is_marked_as_beyond_the_picture_and_the_figure_is_strict_json():
    figure = contraction(RATES, (0.5, 4.0), [MarkedRate(10.0, "#000000")])
    assert figure.data[-1].marker.symbol == "triangle-up"
    assert figure.data[-1].y[0] < HIGHEST
    json.loads(figure.to_json(), parse_constant=pytest.fail)
