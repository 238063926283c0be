"""Stochastic gradient descent: one example, a batch, or all the data at a step."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.stochastic_gradient_descent import figures, messages
from nnviz.lessons.stochastic_gradient_descent.page_values import values
from nnviz.lessons.stochastic_gradient_descent.playing import PLAYED
from nnviz.lessons.stochastic_gradient_descent.presets import PRESETS
from nnviz.lessons.stochastic_gradient_descent.settings import SWITCHES, SGDSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page

BOTH = "The bias and w1 of this run."

GROUPS = (
    Group("Training", ("learning_rate", "n_epochs", "batch_size", *SWITCHES)),
    Group("Pictures", ("x_axis", "loss_axis", "updates_shown", "view")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
)

READOUTS = (
    Readout(
        "seen",
        "Examples seen",
        "step",
        style="integer",
        help="How many examples the runs have used, the same number for each.",
    ),
    Readout("epochs-now", "Epoch", "epoch", digits=4, help=hyperparameters.PASSES),
    *(
        Readout(f"weights-{switch}", label, f"weights_{switch}", digits=9, style="list", help=BOTH)
        for switch, label in zip(SWITCHES, ("B = 1", "B = 8", "Your B", "B = N"), strict=True)
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=SGDSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("parameter-plane",),
    presets=PRESETS,
    run=PLAYED,
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    slider_marks=messages.slider_marks,
    speed=200,
    drawing=lambda settings: Drawing(("plane",)),
    at_rest=("spread",),  # a hundred shuffles
)
