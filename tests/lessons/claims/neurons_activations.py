"""What the page on neurons claims of activations, computed from the registry's entries."""

import numpy as np

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.neurons.settings import NUMBERS, NeuronSettings
from tests.lessons.claims import neurons_presets
from tests.lessons.claims.once import once

Z = np.linspace(-30.0, 30.0, 6001)
BENDING = [name for name in ACTIVATIONS if name != "none"]


def curves(name):
    """φ(z) and φ′(z)."""
    value = ACTIVATIONS[name].value(Z, np.empty_like(Z))
    return value, ACTIVATIONS[name].derivative(Z, value, np.empty_like(Z))


@once
def a_probability_at_most_a_quarter_steep():
    value, slope = curves("sigmoid")
    assert np.all((value >= 0.0) & (value <= 1.0))
    assert slope.max() == 0.25
    assert slope[np.abs(Z) > 10.0].max() < 1e-4


@once
def a_stretched_sigmoid():
    value, slope = curves("tanh")
    np.testing.assert_allclose(value, 2.0 / (1.0 + np.exp(-2.0 * Z)) - 1.0, atol=1e-12)
    assert slope[Z.argmin() + 3000] == slope.max() == 1.0
    assert slope[np.abs(Z) > 10.0].max() < 1e-4


@once
def one_or_zero():
    _, slope = curves("ReLU")
    assert set(slope) == {0.0, 1.0}
    neurons_presets.never_learns(NeuronSettings(activation="ReLU", data=NUMBERS, weight=0.5, bias=-5.0))


@once
def a_small_slope():
    value, slope = curves("leaky ReLU")
    np.testing.assert_allclose(value[Z < 0.0], 0.01 * Z[Z < 0.0])
    assert slope.min() == 0.01


@once
def a_little_below_0():
    value, _ = curves("swish")
    lowest = value.argmin()
    assert -0.3 < value[lowest] < 0.0
    assert np.all(np.diff(value[lowest:]) > 0.0)


@once
def one_everywhere():
    assert set(curves("none")[1]) == {1.0}


@once
def steeper_away_from_0():
    for name in ACTIVATIONS:
        largest = [np.abs(weight * curves(name)[1]).max() for weight in (-5.0, -1.0, 0.0, 1.0, 5.0)]
        assert largest[0] > largest[1] > largest[2] < largest[3] < largest[4]
