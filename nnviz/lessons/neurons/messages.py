"""The sentences of the page."""

import math

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.types import FloatArray
from nnviz.lessons.neurons.experiment import X_RANGE, DeepNetwork, deep_network, examples, experiment, loss_name
from nnviz.lessons.neurons.settings import LABELS, NeuronSettings

FEW_NEURONS = 3
ADDITIVE = r"""
## A neuron is an additive model

It multiplies each input with a weight, adds them up with a bias, and applies an activation $\varphi$ to the sum:

$$
z = b + \sum_j w_j x_j, \qquad \hat y = \varphi(z).
$$

Here it has one input. The weight makes the curve steeper or turns it over, the bias moves it: the sum is 0
at $x = -b/w$.

**Two old friends are single neurons.** Without an activation and with the squared error, the neuron is *linear
regression*. With the sigmoid and the log loss, it is *logistic regression*. A network puts such models in layers: the
outputs of one layer are the inputs of the next.
"""

COLLAPSE = r"""
## Why an activation is needed

Without activations a deep network is a long way to write a line. Two neurons $a x + b$ and $c x + d$, added up by a
third one, give

$$
e + f\,(ax + b) + g\,(cx + d) = \underbrace{(e + fb + gd)}_{\text{bias}} + \underbrace{(fa + gc)}_{\text{weight}}\, x .
$$

So every layer is a linear function of the layer before, and in the end of $x$. However many layers there are, their
weight matrices multiply out to a single weight:
"""


def article(settings: NeuronSettings) -> str:
    """What is computed, with the settings' own formulas and numbers."""
    activation = ACTIVATIONS[settings.activation]
    return "\n\n".join(
        [
            ADDITIVE.strip(),
            f"## This activation: {settings.activation}",
            f"$$\n\\varphi(z) = {activation.formula}, \\qquad \\varphi'(z) = {activation.slope_formula}\n$$",
            activation.character,
            _training(settings),
            COLLAPSE.strip(),
            _collapsed(settings),
        ]
    )


def _training(settings: NeuronSettings) -> str:
    return (
        f"Play, and gradient descent with all {len(experiment(settings).y)} examples at every step moves $b$ and $w$ "
        f"from the sliders' values to those with the least {loss_name(settings)}. The orange points are the examples: "
        "where they stand on flat parts of $\\varphi$, they hardly pull."
    )


def _collapsed(settings: NeuronSettings) -> str:
    network = deep_network(settings)
    bias, weight = network.line
    return _sums(network) + (
        f"$$\n\\hat y = {bias:.6g} {weight:+.6g}\\, x\n$$\n\nis what is left of the network on the screen with its "
        f"{network.model.n_parameters} weights when nothing bends inside. Choose an activation inside, and the same "
        "weights make a curve that no single line can follow."
    )


def _sums(network: DeepNetwork) -> str:
    """The sums of the formula with the numbers of a network that has one layer of few neurons."""
    if len(network.model.hidden) > 1 or network.model.hidden[0] > FEW_NEURONS:
        return ""
    first, last = network.model.views(network.weights)
    biases = [f"({f:.3f})({b:.3f})" for f, (b, _) in zip(last[0, 1:], first, strict=True)]
    weights = [f"({f:.3f})({a:.3f})" for f, (_, a) in zip(last[0, 1:], first, strict=True)]
    return (
        f"$$\n\\text{{bias}} = {last[0, 0]:.3f} + {' + '.join(biases)}, \\qquad\n"
        f"\\text{{weight}} = {' + '.join(weights)}\n$$\n\n"
    )


def summary(settings: NeuronSettings) -> str:
    """The model this neuron is, and the line that the deep network collapses to."""
    network = deep_network(settings)
    bias, weight = network.line
    size = f"{int(settings.hidden_layers)} × {int(settings.neurons)} hidden neurons"
    line = f"ŷ = {bias:.4f} {'+' if weight >= 0 else '−'} {abs(weight):.4f}·x".replace("= -", "= −")
    collapsed = (
        f"Without activations, the deep network ({size}, {network.model.n_parameters} weights) is **{line}**, "
        f"up to {network.apart(X_RANGE):.0e}."
    )
    return f"{_kind(settings)} {collapsed}"


def _kind(settings: NeuronSettings) -> str:
    if settings.activation == "none":
        X, y = examples(settings.data, int(settings.seed))
        bias, weight = least_squares(X, y)
        return f"This neuron is **linear regression**: least squares gives b = {bias:.4f}, w = {weight:.4f}."
    if loss_name(settings) == "log loss":
        return "This neuron is **logistic regression**."
    return f"This neuron is a {settings.activation} with the mean squared error."


def notice(settings: NeuronSettings) -> str:
    """A sentence about targets that the activation cannot reach."""
    _, y = examples(settings.data, int(settings.seed))
    low, high = ACTIVATIONS[settings.activation].bounds
    if math.isfinite(high) and (y.max() > 1.0 or y.min() < -1.0):
        bounds = f"{low:g} and {high:g}".replace("-", "−")
        return f"A {settings.activation} predicts between {bounds} only; these targets go from {_between(y)}."
    if math.isinf(high) and settings.data == LABELS:
        return "This activation predicts numbers, not probabilities: the labels count as the numbers 0 and 1."
    return ""


def _between(y: FloatArray) -> str:
    return f"{y.min():.1f} to {y.max():.1f}".replace("-", "−")


def explain(settings: NeuronSettings, step: int) -> str:
    """Why a run ended."""
    return f"Diverged at step {step:,}: the learning rate {settings.learning_rate:g} overshoots further at every step."
