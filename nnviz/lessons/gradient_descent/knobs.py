"""The knobs of the gradient descent lesson."""

from typing import Annotated

from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid

OWN, NOTEBOOK = "drawn from the seed", "the notebook's data"
POINT, NOTEBOOK_START = "the point below", "the notebook's draw"
LOSS, EXCESS = "loss", "loss above its minimum"
SIZES = (10, 20, 50, 100, 200, 500, 1000)
RATES = tuple(float(f"{10 ** (place / 50 - 3):.3g}") for place in range(201))
"""Fifty values a decade, so that one move of the slider crosses the stability limit."""

BIAS_RANGE, SLOPE_RANGE = (-4.0, 16.0), (-6.0, 14.0)
"""The plane on the screen, where a run may start: it stays when the start moves."""


def _shown(rate: str) -> Switch:
    return Switch(f"Show η = {rate}", effect="picture")


class GradientDescentSettings(Settings):
    """Everything that decides the page."""

    learning_rate: Annotated[
        float,
        Slider("Your learning rate", RATES, symbol="η", scale="log",
               help="How far a step goes along the negative gradient. The line marks 2/λmax of these data."),
    ] = 0.794  # fmt: skip
    show_yours: Annotated[bool, Switch("Show your η", effect="picture")] = True
    show_0001: Annotated[bool, _shown("0.001")] = True
    show_001: Annotated[bool, _shown("0.01")] = True
    show_005: Annotated[bool, _shown("0.05")] = True
    show_01: Annotated[bool, _shown("0.1")] = True
    show_1: Annotated[bool, _shown("1")] = True
    start: Annotated[str, Choice("Start", (POINT, NOTEBOOK_START))] = POINT
    start_w0: Annotated[
        float, Slider("Start, bias", linear_grid(*BIAS_RANGE, 0.1), help="A click on the plane sets both weights.")
    ] = 0.0
    start_w1: Annotated[
        float, Slider("Start, w1", linear_grid(*SLOPE_RANGE, 0.1), help="A click on the plane sets both weights.")
    ] = 0.0
    data: Annotated[str, Choice("Data", (OWN, NOTEBOOK))] = OWN
    n_samples: Annotated[float, Slider("Points", SIZES, symbol="N", scale="log")] = 200
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 3, 0.1), symbol="σ", help="Its standard deviation, in units of y.")
    ] = 1.0  # fmt: skip
    x_spread: Annotated[
        float,
        Slider("Spread of x", linear_grid(0.5, 3, 0.1),
               help="The standard deviation of x. A wider x makes the bowl steeper along w1, and 2/λmax smaller."),
    ] = 1.0  # fmt: skip
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points.")] = 0
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "linear"
    loss_shown: Annotated[
        str,
        Choice("Show", (LOSS, EXCESS), effect="picture",
               help="On a logarithmic axis the loss above its minimum falls along a straight line."),
    ] = LOSS  # fmt: skip


FIXED_RATES = {"show_0001": 0.001, "show_001": 0.01, "show_005": 0.05, "show_01": 0.1, "show_1": 1.0}
"""The rates that are always trained, by the switch that shows them."""
