"""The knobs of the lesson on stochastic gradient descent."""

from typing import Annotated

from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

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
        float,
        Slider("Learning rate", log_grid(1e-4, 1), symbol="η", scale="log",
               help="The same for every batch size. A larger one arrives sooner and jitters more."),
    ] = 0.01  # fmt: skip
    n_epochs: Annotated[
        float,
        Slider("Epochs", (1, 2, 5, 10, 20, 50, 100), symbol="E", scale="log",
               help="How often every example is used; each epoch takes them in a new order."),
    ] = 20  # fmt: skip
    batch_size: Annotated[
        float,
        Slider("Your batch size", (2, 4, 8, 16, 32, 64, 128, 256, 512), symbol="B", scale="log",
               help="A larger batch makes a calmer step and fewer of them in an epoch."),
    ] = 64  # fmt: skip
    show_1: Annotated[bool, Switch("Show B = 1", effect="picture")] = True
    show_8: Annotated[bool, Switch("Show B = 8", effect="picture")] = True
    show_yours: Annotated[bool, Switch("Show your B", effect="picture")] = True
    show_all: Annotated[bool, Switch("Show B = N", effect="picture")] = True
    data: Annotated[
        str,
        Choice("Data", (OWN, NOTEBOOK, NOTEBOOK_64, NOTEBOOK_SIZES),
               help="With the notebook's data come a start and shuffles of its own: those of its run with B = 1, of "
               "its batches of 64, or of each of its six batch sizes, for which your batch size is then its run."),
    ] = OWN  # fmt: skip
    n_samples: Annotated[float, Slider("Points", SIZES, symbol="N", scale="log")] = 200
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 3, 0.1), symbol="σ", help="Its standard deviation, in units of y.")
    ] = 1.0  # fmt: skip
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points and every shuffle.")] = 0
    x_axis: Annotated[
        str,
        Choice("Loss against", (EXAMPLES, EPOCHS, STEPS), effect="picture",
               help="Steps are on a logarithmic axis: one epoch is N steps for B = 1 and one step for B = N."),
    ] = EXAMPLES  # fmt: skip
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "logarithmic"
    updates_shown: Annotated[str, Choice("Updates shown", (FIRST, ALL), effect="picture")] = FIRST
    view: Annotated[str, Choice("Plane shows", (WHOLE_WAY, CLOSE), effect="picture")] = WHOLE_WAY


PICTURES = ("x_axis", "loss_axis", "updates_shown", "view", *SWITCHES)
"""The fields that change no number of the runs."""


def batch_sizes(settings: SGDSettings) -> dict[str, int | None]:
    """The batch sizes that run side by side, by the switch that shows them; None takes all examples."""
    return dict(zip(SWITCHES, (1, 8, int(settings.batch_size), None), strict=True))
