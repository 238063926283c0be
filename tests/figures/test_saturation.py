import numpy as np
from scipy.special import expit

from nnviz.figures.colours import PALETTE
from nnviz.figures.saturation import MOST_REACH, Neurons, saturation, slope

T = np.array([-500.0, -40.0, 0.0, 2.0])


def test_the_slope_is_that_of_the_sigmoid_where_it_can_be_told_by_differences():
    t = np.linspace(-5.0, 5.0, 11)
    np.testing.assert_allclose(slope(t), (expit(t + 1e-6) - expit(t - 1e-6)) / 2e-6, rtol=1e-5)


def test_far_out_the_slope_is_tiny_but_not_0():
    np.testing.assert_allclose(slope(np.array([40.0, -40.0])), np.exp(-40.0), rtol=1e-12)


def test_points_lie_on_the_curve_and_those_too_far_out_are_left_out():
    _, points = saturation([Neurons(T, "measured", PALETTE["blue"], "circle")]).data
    assert list(points.x) == [-40.0, 0.0, 2.0]
    np.testing.assert_allclose(points.y, slope(points.x))


def test_the_axis_reaches_as_far_as_the_values_but_no_farther_than_can_be_drawn():
    near = saturation([Neurons(np.array([0.5]), "near", PALETTE["blue"], "circle")]).layout.xaxis.range
    far = saturation([Neurons(T, "far", PALETTE["blue"], "circle")]).layout.xaxis.range
    assert near[1] < 10.0
    assert far[1] <= 1.05 * MOST_REACH
