"""Settings that many lessons have, each described once; a lesson says what differs.

What differs is mostly the grid, what a change does to its run, and a sentence `more` of the lesson's own.
"""

import math
from typing import Literal

from nnviz.page.control import Effect
from nnviz.page.lesson import Readout
from nnviz.page.settings import Choice, Slider, Switch, linear_grid

Grid = tuple[float, ...]
Scale = Literal["linear", "log"]

UPDATES = "How often the weights have been updated."
PASSES = "How often every training example has been used."
DIVERGED = "The step at which the loss grew beyond all bounds."

STEP = Readout("step", "Step", "step", style="integer", help=UPDATES)
EPOCH = Readout("epoch", "Epoch", "epoch", help=PASSES)

LOSS_AXIS = Choice(
    "Loss axis",
    ("linear", "logarithmic"),
    effect="redraw",
    help="The scale of the loss. On a logarithmic axis every factor of ten is equally high.",
)


def _sentences(first: str, more: str) -> str:
    return f"{first} {more}".strip()


LEARNS_FASTER = "the run learns faster, until steps overshoot: then it jitters, and beyond a limit it diverges."
"""So it is for linear models with squared error, whose steps nothing bounds."""

MAY_DIVERGE = "the run learns faster, until steps overshoot: then it jitters, and beyond a limit it may diverge."
"""The same where a penalty, clipping or another loss may hold the run."""

NEURONS_MAY_GO_FLAT = (
    "the run learns faster, until steps overshoot: then the loss jumps, and neurons may end where they are flat."
)
"""So it is for networks whose runs stay finite."""

NETWORK_MAY_DIVERGE = (
    "the run learns faster, until steps overshoot: then the loss jumps, neurons may end where they are flat, and some "
    "runs diverge."
)
"""So it is for networks whose activations may be unbounded."""


def learning_rate(
    grid: Grid,
    effect: Effect = "resume",
    more: str = "",
    label: str = "Learning rate",
    symbol: str = "η",
    rises: str = LEARNS_FASTER,
) -> Slider:
    """How far a step goes; `rises` says what happens when it does, where that is not as for a linear model."""
    return Slider(
        label,
        grid,
        symbol=symbol,
        scale="log",
        effect=effect,
        help=_sentences("How far a step goes along the negative gradient.", more),
        effect_of_increase=rises,
    )


def batch_size(sizes: Grid, more: str = "") -> Slider:
    """How many examples a step looks at; infinity stands for all."""
    return Slider(
        "Batch size",
        sizes,
        symbol="B",
        names={math.inf: "all"} if math.inf in sizes else {},
        scale="log",
        effect="resume",
        help=_sentences("Examples whose mean gradient makes one step.", more),
        effect_of_increase="steps get less noisy, but there are fewer of them in an epoch.",
    )


def stop_after(label: str, epochs: Grid, effect: Effect = "resume") -> Slider:
    """After how many epochs a run is complete; infinity stands for never."""
    return Slider(
        label,
        epochs,
        names={math.inf: "no end"} if math.inf in epochs else {},
        scale="log",
        effect=effect,
        help="Epochs after which the run is complete. In an epoch every example is used once.",
        effect_of_increase="the run goes on for longer and comes closer to the minimum, if it converges at all.",
    )


def n_points(
    grid: Grid,
    more: str = "",
    effect: Effect = "restart",
    scale: Literal["linear", "log"] = "linear",
    label: str = "Points",
) -> Slider:
    """How many examples there are."""
    return Slider(
        label,
        grid,
        symbol="N",
        scale=scale,
        effect=effect,
        help=_sentences("How many examples there are to learn from.", more),
        effect_of_increase="what is learnt depends less on chance, and lies closer to the truth behind the data.",
    )


def noise_of_targets(grid: Grid, more: str = "", effect: Effect = "restart", symbol: str = "σ") -> Slider:
    """What is added to the targets of a regression."""
    return Slider(
        "Noise",
        grid,
        symbol=symbol,
        effect=effect,
        help=_sentences("Standard deviation of the random part of every target, in units of y.", more),
        effect_of_increase="the points scatter more around the truth: the least possible loss and the errors of the "
        "weights grow.",
    )


def noise_of_points(grid: Grid) -> Slider:
    """How far the points of a classification are displaced."""
    return Slider(
        "Noise",
        grid,
        help="Standard deviation of every point's random displacement.",
        effect_of_increase="the classes overlap more: fewer points can be told apart, and single ones invite "
        "overfitting.",
    )


def seed(decides: str, effect: Effect = "restart") -> Slider:
    """Which random draws are made; `decides` says of what."""
    return Slider(
        "Seed",
        linear_grid(0, 99, 1),
        effect=effect,
        help=f"The number that random draws begin with. It decides {decides}.",
        effect_of_increase="the draws are others, of the same kind: what you see for every seed is no accident of one.",
    )


def activation(options: tuple[str, ...]) -> Choice:
    """What hidden neurons make of their sums."""
    return Choice(
        "Activation", options, symbol="φ", help="The function that every hidden neuron applies to its weighted sum z."
    )


def penalise_bias(effect: Effect = "restart") -> Switch:
    """Whether the penalty counts the bias."""
    return Switch(
        "Penalise the bias",
        effect=effect,
        help="Whether the bias counts in the penalty. Then the height of the fit is pulled to 0 as well.",
    )


def data_and_start(own: str, published: tuple[str, ...]) -> Choice:
    """Whether data, first weights and shuffles are one's own or those of a fit in the notebook."""
    return Choice(
        "Data and start",
        (own, *published),
        help="Whose data, first weights and shuffles: those of a fit in the notebook, or others from the seed.",
    )


def sample(options: tuple[str, ...], label: str = "Sample", takes_own: bool = False) -> Choice:
    """Whether the sample is drawn from the seed, is one of the notebook's, or is one's own where the page takes it."""
    own = ", or your own" if takes_own else ""
    points = "Whether the points are drawn from the seed, or are those of the notebook"
    return Choice(label, options, help=f"{points}{own}.")
