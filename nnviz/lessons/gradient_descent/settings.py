"""The settings of the gradient descent lesson."""

from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.standardised_line import OWN_LINE

OWN, NOTEBOOK = "drawn from the seed", "the notebook's data"
POINT, NOTEBOOK_START = "the point below", "the notebook's draw"
LOSS, EXCESS = "loss", "loss above its minimum"
SIZES = (10, 20, 50, 100, 200, 500, 1000)
RATES = tuple(float(f"{10 ** (place / 50 - 3):.3g}") for place in range(201))
"""Fifty values a decade, so that one move of the slider crosses the stability limit."""

BIAS_RANGE, SLOPE_RANGE = (-4.0, 16.0), (-6.0, 14.0)
"""The plane on the screen, where a run may start: it stays when the start moves."""

OWN_REACH = 3.0
"""How far the plane of one's own data, which are standardised, reaches from least squares."""


def _shown(rate: str) -> Switch:
    return Switch(f"Show η = {rate}", effect="redraw", help="Show the run with this learning rate in all pictures.")


class GradientDescentSettings(Settings):
    """Everything that decides the page."""

    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            RATES, "restart", "The line marks 2/λmax of these data.", label="Your learning rate"
        ),
    ] = 0.794
    show_yours: Annotated[
        bool,
        Switch(
            "Show your η",
            effect="redraw",
            help="Show the run with your own learning rate in all pictures.",
        ),
    ] = True
    show_0001: Annotated[bool, _shown("0.001")] = True
    show_001: Annotated[bool, _shown("0.01")] = True
    show_005: Annotated[bool, _shown("0.05")] = True
    show_01: Annotated[bool, _shown("0.1")] = True
    show_1: Annotated[bool, _shown("1")] = True
    start: Annotated[
        str,
        Choice(
            "Start",
            (POINT, NOTEBOOK_START),
            help="Where all runs begin: at the weights of the two sliders below, or where the notebook's draw begins.",
        ),
    ] = POINT
    start_w0: Annotated[
        float,
        Slider(
            "Start, bias",
            linear_grid(*BIAS_RANGE, 0.1),
            help="The bias that all runs begin with. A click on the plane sets both weights.",
            effect_of_increase="the start moves right on the plane; a step still takes away the same share of the way.",
        ),
    ] = 0.0
    start_w1: Annotated[
        float,
        Slider(
            "Start, w1",
            linear_grid(*SLOPE_RANGE, 0.1),
            help="The weight w1 that all runs begin with. A click on the plane sets both weights.",
            effect_of_increase="the start moves up on the plane; a step still takes away the same share of the way.",
        ),
    ] = 0.0
    data: Annotated[str, hyperparameters.sample((OWN, NOTEBOOK, OWN_DATA), "Data", takes_own=True)] = OWN
    own_data: Annotated[str, OWN_LINE] = ""
    n_samples: Annotated[float, hyperparameters.n_points(SIZES, scale="log")] = 200
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    x_spread: Annotated[
        float,
        Slider(
            "Spread of x",
            linear_grid(0.5, 3, 0.1),
            help="The standard deviation of x.",
            effect_of_increase="the bowl gets steeper along w1, so the limit 2/λmax falls and large rates diverge.",
        ),
    ] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points")] = 0
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "linear"
    loss_shown: Annotated[
        str,
        Choice(
            "Show",
            (LOSS, EXCESS),
            effect="redraw",
            help="The loss itself, or how far it is above its minimum: on a logarithmic axis that ends as a straight "
            "line.",
        ),
    ] = LOSS


FIXED_RATES = {"show_0001": 0.001, "show_001": 0.01, "show_005": 0.05, "show_01": 0.1, "show_1": 1.0}
"""The rates that are always trained, by the switch that shows them."""
