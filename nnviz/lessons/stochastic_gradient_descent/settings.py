"""The settings of the lesson on stochastic gradient descent."""

from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.standardised_line import OWN_LINE

OWN, NOTEBOOK = "drawn from the seed", "the notebook's data"
NOTEBOOK_64, NOTEBOOK_SIZES = "the notebook's batches of 64", "the notebook's six batch sizes"
EXAMPLES, EPOCHS, STEPS = "examples seen", "epochs", "steps"
FIRST, ALL = "the first 500", "all"
WHOLE_WAY, CLOSE = "the whole way", "close to least squares"
SIZES = (10, 20, 50, 100, 200, 500, 1000)
SWITCHES = ("show_1", "show_8", "show_yours", "show_all")
"""The switches of the batch sizes that run side by side."""


class SGDSettings(Settings):
    """Everything that decides the page."""

    learning_rate: Annotated[
        float, hyperparameters.learning_rate(log_grid(1e-4, 1), "restart", "The same for every batch size.")
    ] = 0.01
    n_epochs: Annotated[
        float,
        Slider(
            "Epochs",
            (1, 2, 5, 10, 20, 50, 100),
            symbol="E",
            scale="log",
            help="How often every example is used; each epoch takes them in a new order.",
            effect_of_increase="the runs go on for longer: first they approach the minimum, then small batches only "
            "jitter around it.",
        ),
    ] = 20
    batch_size: Annotated[
        float,
        Slider(
            "Your batch size",
            (2, 4, 8, 16, 32, 64, 128, 256, 512),
            symbol="B",
            scale="log",
            help="Examples whose mean gradient makes one step of the run that is yours.",
            effect_of_increase="its steps get less noisy, but there are fewer of them in an epoch.",
        ),
    ] = 64
    show_1: Annotated[
        bool,
        Switch(
            "Show B = 1",
            effect="redraw",
            help="Show the run that takes one example at a step: N steps in an epoch.",
        ),
    ] = True
    show_8: Annotated[
        bool,
        Switch(
            "Show B = 8",
            effect="redraw",
            help="Show the run that takes eight examples at a step.",
        ),
    ] = True
    show_yours: Annotated[
        bool,
        Switch(
            "Show your B",
            effect="redraw",
            help="Show the run with your own batch size.",
        ),
    ] = True
    show_all: Annotated[
        bool,
        Switch(
            "Show B = N",
            effect="redraw",
            help="Show the run that takes all N examples at a step: one step in an epoch, without noise.",
        ),
    ] = True
    data: Annotated[
        str,
        Choice(
            "Data",
            (OWN, NOTEBOOK, NOTEBOOK_64, NOTEBOOK_SIZES, OWN_DATA),
            help="The points; with the notebook's come a start and shuffles: those of its run with B = 1, of its "
            "batches of 64, or of that of its six batch sizes which is yours.",
        ),
    ] = OWN
    own_data: Annotated[str, OWN_LINE] = ""
    n_samples: Annotated[float, hyperparameters.n_points(SIZES, scale="log")] = 200
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points and every shuffle")] = 0
    x_axis: Annotated[
        str,
        Choice(
            "Loss against",
            (EXAMPLES, EPOCHS, STEPS),
            effect="redraw",
            help="What the loss is drawn against. An epoch is N steps for B = 1 and one step for B = N; steps have "
            "a logarithmic axis.",
        ),
    ] = EXAMPLES
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "logarithmic"
    updates_shown: Annotated[
        str,
        Choice(
            "Updates shown",
            (FIRST, ALL),
            effect="redraw",
            help="How many updates the picture of single losses shows: the first 500, or all of them.",
        ),
    ] = FIRST
    view: Annotated[
        str,
        Choice(
            "Plane shows",
            (WHOLE_WAY, CLOSE),
            effect="redraw",
            help="The part of the weight plane that is shown: all paths from their start, or the place where they end.",
        ),
    ] = WHOLE_WAY


PICTURES = ("x_axis", "loss_axis", "updates_shown", "view", *SWITCHES)
"""The fields that change no number of the runs."""


def batch_sizes(settings: SGDSettings) -> dict[str, int | None]:
    """The batch sizes that run side by side, by the switch that shows them; None takes all examples."""
    return dict(zip(SWITCHES, (1, 8, int(settings.batch_size), None), strict=True))
