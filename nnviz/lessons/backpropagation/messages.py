"""The sentences of the page."""

from nnviz.core.types import FloatArray
from nnviz.lessons.backpropagation.checks import check
from nnviz.lessons.backpropagation.experiment import sizes
from nnviz.lessons.backpropagation.settings import ALL, DROPPED, KEPT, N_EXAMPLES, BackpropagationSettings


def summary(settings: BackpropagationSettings) -> str:
    """The three ways to the gradient, the constant that is dropped, and the larger networks."""
    found = check(settings)
    return (
        f"At the sliders' weights the chain rule, the model's own backward pass and finite differences agree to "
        f"**{found.apart:.0e}**. {_dropped(settings)}{_vanishing(settings)}"
    )


def _dropped(settings: BackpropagationSettings) -> str:
    if settings.constants == KEPT:
        return ""
    n = N_EXAMPLES if settings.example == ALL else 1
    factor = n / 2 if settings.loss == "squared error" else n
    rate = settings.learning_rate
    same = f"η = {rate:g} does what {rate * factor:g} does"
    return f"Without its constants the gradient is {factor:g} times as long: {same}. "


def _vanishing(settings: BackpropagationSettings) -> str:
    depth = int(settings.depth)
    shares = [f"{name} {_ratio(_sizes(settings, name))}" for name in ("sigmoid", "ReLU")]
    return (
        f"From the weights of the last hidden layer to those of the first of {depth}, the length of the gradient is "
        f"multiplied by: {', '.join(shares)}."
    )


def _sizes(settings: BackpropagationSettings, name: str) -> FloatArray:
    return sizes(name, int(settings.depth), int(settings.width), settings.weight_scale, int(settings.seed))


def _ratio(size: FloatArray) -> str:
    """The first layer's gradient as a share of that of the last hidden layer."""
    return f"**{size[0] / size[-2]:.2g}**" if size[-2] > 0.0 else "nothing, since none arrives"


def notice(settings: BackpropagationSettings) -> str:
    """What the combination of settings means."""
    if settings.constants == DROPPED and settings.example != ALL and settings.loss == "log loss":
        return "With one example, N = 1: there is no constant to drop from the log loss."
    return ""


def explain(settings: BackpropagationSettings, step: int) -> str:
    """Why a run ended."""
    return f"Diverged at step {step:,}: the learning rate {settings.learning_rate:g} is too large."
