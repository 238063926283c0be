"""Activation functions: what a neuron makes of its weighted sum z, the slope of that, and all that is said about them.

An entry of ACTIVATIONS is everything: pages offer it, formulas and scripts are made from it, and the tests check its
gradient.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from scipy.special import expit

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.models import activation_rules as rules
from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class ActivationSource:
    """NumPy source: the value from z, the slope from z and a = φ(z), the gain, where its digits alone say little.

    The functions that it may call are those of NumPy (as np) and sigmoid.
    """

    value: str
    slope: str
    gain: str = ""


@dataclass(frozen=True)
class Activation:
    """a = φ(z), and its derivative φ′(z) told from z and a.

    `gain` scales the initial weights of a layer whose outputs go through φ: their standard deviation is
    gain/√n_inputs, which keeps the signal's size from layer to layer (He et al. 2015; Glorot and Bengio 2010).
    `traced` is φ made of the operations of automatic differentiation, `text` φ(z) in Unicode, `formula` and
    `slope_formula` φ(z) and φ′(z) in LaTeX, `character` a sentence or two about it, `bounds` its lowest and its highest
    value, ±∞ where there is none.
    """

    value: Callable[[FloatArray, FloatArray], FloatArray]  # (z, out) -> out
    derivative: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]  # (z, a, out) -> out
    traced: Callable[[Variable], Variable]
    source: ActivationSource
    text: str
    formula: str
    slope_formula: str
    character: str
    bounds: tuple[float, float] = (-inf, inf)
    gain: float = 1.0

    @property
    def gain_source(self) -> str:
        """The gain as source text."""
        return self.source.gain or repr(self.gain)


ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": Activation(
        expit,
        rules.sigmoid_derivative,
        traced=lambda z: apply("sigmoid", z),
        source=ActivationSource("sigmoid(z)", "a * (1.0 - a)"),
        text="σ(z)",
        formula=r"\frac{1}{1 + e^{-z}}",
        slope_formula=r"\varphi(z)\,(1 - \varphi(z))",
        character="It squeezes every sum into a probability. Its slope is at most 1/4, and almost 0 where |z| is "
        "large: there the neuron is **saturated**, and what is multiplied with its slope on the way back gets small.",
        bounds=(0.0, 1.0),
        gain=4.0,  # σ is four times flatter than tanh at 0
    ),
    "tanh": Activation(
        np.tanh,
        rules.tanh_derivative,
        traced=lambda z: apply("tanh", z),
        source=ActivationSource("np.tanh(z)", "1.0 - a * a"),
        text="tanh(z)",
        formula=r"\frac{e^z - e^{-z}}{e^z + e^{-z}}",
        slope_formula=r"1 - \varphi(z)^2",
        character="A sigmoid stretched to go from −1 to 1, with slope 1 in the middle; it saturates too.",
        bounds=(-1.0, 1.0),
    ),
    "ReLU": Activation(
        rules.relu,
        rules.relu_derivative,
        traced=lambda z: apply("relu", z),
        source=ActivationSource("np.maximum(z, 0.0)", "np.sign(a)", gain="np.sqrt(2.0)"),
        text="max(z, 0)",
        formula=r"\max(z, 0)",
        slope_formula=r"1 \text{ where } z > 0, \text{ else } 0",
        character="It passes positive sums on as they are and blocks the others. Its slope is 1 or 0, never in "
        "between: it does not saturate upwards, but a neuron whose sums are all negative learns nothing more.",
        bounds=(0.0, inf),
        gain=sqrt(2.0),
    ),
    "leaky ReLU": Activation(
        rules.leaky_relu,
        rules.leaky_relu_derivative,
        traced=lambda z: apply("maximum", z, 0.01 * z),
        source=ActivationSource("np.maximum(z, 0.01 * z)", "np.where(a > 0.0, 1.0, 0.01)", gain="np.sqrt(2.0)"),
        text="max(z, 0.01z)",
        formula=r"\max(z, 0.01\,z)",
        slope_formula=r"1 \text{ where } z > 0, \text{ else } 0.01",
        character="A ReLU that lets a hundredth of the negative sums through: where a ReLU blocks them and learns "
        "nothing more, this still has a small slope.",
        gain=sqrt(2.0),
    ),
    "swish": Activation(
        rules.swish,
        rules.swish_derivative,
        traced=lambda z: apply("swish", z),
        source=ActivationSource("z * sigmoid(z)", "a + sigmoid(z) * (1.0 - a)", gain="np.sqrt(2.0)"),
        text="z·σ(z)",
        formula=r"z\,\sigma(z)",
        slope_formula=r"\sigma(z) + z\,\sigma(z)\,(1 - \sigma(z))",
        character="A ReLU with a smooth bend; it falls a little below 0 before it rises.",
        bounds=(-0.2784645427610738, inf),
        gain=sqrt(2.0),
    ),
    "none": Activation(
        rules.identity,
        rules.identity_derivative,
        traced=lambda z: z,
        source=ActivationSource("z", "np.ones_like(a)"),
        text="z",
        formula="z",
        slope_formula="1",
        character="The sum itself. Its slope is 1 everywhere.",
    ),
}


def bending() -> tuple[str, ...]:
    """The activations without "none", with which a network of any depth is a linear model."""
    return tuple(word for word in ACTIVATIONS if word != "none")
