"""The sentences of the page."""

from nnviz.core.types import FloatArray
from nnviz.lessons.backpropagation.checks import check, dropped_factor
from nnviz.lessons.backpropagation.experiment import sizes
from nnviz.lessons.backpropagation.settings import ALL, DROPPED, BackpropagationSettings

LEAST_SAID = 1e-12
"""Of what is smaller, the digits say nothing to anyone."""


def summary(settings: BackpropagationSettings) -> str:
    """The three ways to the gradient, the constant that is dropped, and the larger networks."""
    found = check(settings)
    return (
        f"At the sliders' weights the chain rule, the model's own backward pass and finite differences agree to "
        f"{_or_less(found.apart, '.0e')}. {_dropped(settings)}{_vanishing(settings)}"
    )


def _dropped(settings: BackpropagationSettings) -> str:
    factor = dropped_factor(settings)
    if factor == 1.0:
        return ""
    rate = settings.learning_rate
    same = f"η = {rate:g} does what {rate * factor:g} does"
    return f"Without its constants the gradient is {factor:g} times as long: {same}. "


def _vanishing(settings: BackpropagationSettings) -> str:
    if settings.depth == 1:
        return "With more hidden layers one sees what becomes of the gradient on its way back through them."
    sigmoid, relu = sizes(settings, "sigmoid"), sizes(settings, "ReLU")
    return (
        f"From the last hidden layer back to the first of {settings.depth:g}, what arrives at a neuron (δ) is "
        f"multiplied by {_ratio(sigmoid.deltas)} with sigmoids and {_ratio(relu.deltas)} with ReLU, the weights' "
        f"gradients by {_ratio(sigmoid.gradients)} and {_ratio(relu.gradients)}."
    )


def _ratio(size: FloatArray) -> str:
    """The first layer's size as a multiple of that of the last hidden layer; 0 where all is lost on the way."""
    return _or_less(size[0] / size[-2], ".2g") if size[0] > 0.0 else "**0**"


def _or_less(value: float, spec: str) -> str:
    return f"**{value:{spec}}**" if value >= LEAST_SAID else f"less than **{LEAST_SAID:g}**"


def notice(settings: BackpropagationSettings) -> str:
    """What the combination of settings means."""
    if settings.constants == DROPPED and settings.example != ALL and settings.loss == "log loss":
        return "With one example, N = 1: there is no constant to drop from the log loss."
    return ""
