"""What the prose of the XOR lesson says about its data and about the notebook's weights."""

from collections.abc import Iterable, Mapping

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.xor.experiment import (
    N_STEPS,
    SURE,
    Reached,
    factor,
    is_many,
    n_classes,
    reached,
    slope_at_start,
)
from nnviz.lessons.xor.messages import is_notebooks, notebook_fit
from nnviz.lessons.xor.settings import FOUR_POINTS, XorSettings


def values(settings: XorSettings) -> Mapping[str, object]:
    """The activation, whether the losses are sums over `four_points`, and the last weights of the notebook's fit."""
    activation = ACTIVATIONS[settings.activation]
    four_points = settings.data == FOUR_POINTS
    return {
        "activation": activation,
        "four_points": four_points,
        "factor": factor(settings),
        "n_classes": n_classes(settings),
        "many": is_many(settings),
        "n_steps": N_STEPS,
        "reached": _reached(settings) if four_points else {},
        "slope_at_start": slope_at_start(settings),
        "sure": SURE,
        **_weights(settings),
    }


def _reached(settings: XorSettings) -> dict[str, Reached]:
    """How soon runs on all the data have all points: what only changes the pictures is left out."""
    defaults = XorSettings()
    same = {name: getattr(defaults, name) for name in ("loss_axis", "inside", "batch_size")}
    return reached(settings.model_copy(update=same))


def _weights(settings: XorSettings) -> Mapping[str, str]:
    """The weights of the four hidden neurons by what they belong to, and those of the output, with eight digits."""
    if not is_notebooks(settings, "squared"):
        return dict.fromkeys(("biases", "of_x1", "of_x2", "of_output"), "")
    _, weights = notebook_fit("squared")
    biases, of_x1, of_x2 = weights[:12].reshape(4, 3).T
    return {"biases": _row(biases), "of_x1": _row(of_x1), "of_x2": _row(of_x2), "of_output": _row(weights[12:])}


def _row(weights: Iterable[float]) -> str:
    return ", ".join(f"{weight:z.8f}".replace("-", "−") for weight in weights)
