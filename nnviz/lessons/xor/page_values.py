"""What the prose of the XOR lesson says about its data and about the notebook's weights."""

from collections.abc import Iterable, Mapping

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.xor.messages import is_notebooks, notebook_fit
from nnviz.lessons.xor.settings import FOUR_POINTS, XorSettings


def values(settings: XorSettings) -> Mapping[str, object]:
    """The activation, whether the losses are sums over `four_points`, and the last weights of the notebook's fit."""
    activation = ACTIVATIONS[settings.activation]
    return {"activation": activation, "four_points": settings.data == FOUR_POINTS, **_weights(settings)}


def _weights(settings: XorSettings) -> Mapping[str, str]:
    """The weights of the four hidden neurons by what they belong to, and those of the output, with eight digits."""
    if not is_notebooks(settings, "squared"):
        return dict.fromkeys(("biases", "of_x1", "of_x2", "of_output"), "")
    _, weights = notebook_fit("squared")
    biases, of_x1, of_x2 = weights[:12].reshape(4, 3).T
    return {"biases": _row(biases), "of_x1": _row(of_x1), "of_x2": _row(of_x2), "of_output": _row(weights[12:])}


def _row(weights: Iterable[float]) -> str:
    return ", ".join(f"{weight:.8f}" for weight in weights)
