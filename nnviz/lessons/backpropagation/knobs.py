"""The knobs of the page on backpropagation."""

from typing import Annotated

from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

N_EXAMPLES = 8
ALL = 0.0
KEPT, DROPPED = "kept", "dropped, as in the notebook"
LOSS_NAMES = {
    ("squared error", KEPT): "squared error of the probability",
    ("squared error", DROPPED): "half the summed squared error of the probability",
    ("log loss", KEPT): "log loss",
    ("log loss", DROPPED): "summed log loss",
}
"""What stands on the page -> the loss whose gradient that is."""


def _start(name: str, symbol: str) -> Slider:
    return Slider(name, linear_grid(-8, 8, 0.1), symbol=symbol, help="Training starts here.")


class BackpropagationSettings(Settings):
    """Everything that decides the page."""

    example: Annotated[
        float,
        Slider("Example", linear_grid(0, N_EXAMPLES, 1), names={ALL: "all 8"},
               help="One example, or the batch of all eight."),
    ] = 6  # fmt: skip
    loss: Annotated[str, Choice("Loss", ("squared error", "log loss"))] = "squared error"
    constants: Annotated[
        str,
        Choice("Constant factors", (KEPT, DROPPED),
               help="The notebook leaves 2/N of the squared error and 1/N of the log loss out of its gradients."),
    ] = KEPT  # fmt: skip
    learning_rate: Annotated[
        float, Slider("Learning rate", log_grid(0.01, 10), symbol="η", scale="log", effect="continue")
    ] = 0.5
    b0: Annotated[float, _start("First bias", "b₀")] = 0.5
    w0: Annotated[float, _start("First weight", "w₀")] = -1.0
    b1: Annotated[float, _start("Second bias", "b₁")] = -0.5
    w1: Annotated[float, _start("Second weight", "w₁")] = 1.5
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the examples and the larger networks' weights.")
    ] = 0
    depth: Annotated[float, Slider("Hidden layers", linear_grid(1, 20, 1), effect="picture")] = 8
    width: Annotated[float, Slider("Neurons per layer", linear_grid(2, 32, 2), effect="picture")] = 16
    weight_scale: Annotated[
        float,
        Slider("Weight scale", linear_grid(0.2, 5, 0.1), effect="picture",
               help="The weights' standard deviation is this, divided by √n of the layer's n inputs."),
    ] = 1.4  # fmt: skip
