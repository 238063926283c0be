import numpy as np
import pytest

from nnviz.core.activations import ACTIVATIONS

z = np.concatenate([np.linspace(-6.0, 6.0, 40), [-800.0, -40.0, 40.0, 800.0]])


def value(name, at):
    return ACTIVATIONS[name].value(at, np.empty_like(at))


def derivative(name, at):
    return ACTIVATIONS[name].derivative(at, value(name, at), np.empty_like(at))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_derivative_is_the_slope_of_its_value(name):
    width = 1e-5
    slope = (value(name, z + width) - value(name, z - width)) / (2 * width)
    np.testing.assert_allclose(derivative(name, z), slope, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_given_array_is_written_and_the_argument_is_not(name):
    at, out = z.copy(), np.empty_like(z)
    assert ACTIVATIONS[name].value(at, out) is out
    slope = np.empty_like(z)
    assert ACTIVATIONS[name].derivative(at, out, slope) is slope
    assert (at == z).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_nothing_overflows_at_extreme_sums(name):
    assert np.isfinite(value(name, z)).all()
    assert np.isfinite(derivative(name, z)).all()


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        ("sigmoid", np.log(3.0), 0.75),
        ("tanh", np.log(2.0), 0.6),
        ("ReLU", 2.5, 2.5),
        ("ReLU", -2.5, 0.0),
        ("swish", np.log(3.0), 0.75 * np.log(3.0)),
        ("none", -2.5, -2.5),
    ],
)
def test_known_values(name, at, expected):
    assert value(name, np.array([at]))[0] == pytest.approx(expected, rel=1e-15)


def test_the_sigmoid_is_steepest_at_zero_with_a_quarter():
    assert derivative("sigmoid", np.array([0.0]))[0] == 0.25
    assert (derivative("sigmoid", z) <= 0.25).all()


def test_the_slope_of_relu_at_its_kink_is_zero():
    assert derivative("ReLU", np.array([0.0]))[0] == 0.0
