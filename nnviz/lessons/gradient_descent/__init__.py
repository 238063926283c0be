"""Gradient descent: several learning rates from one start, and the limit beyond which they diverge."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.gradient_descent import experiment, figures, frames, messages
from nnviz.lessons.gradient_descent.page_values import values
from nnviz.lessons.gradient_descent.presets import PRESETS
from nnviz.lessons.gradient_descent.settings import FIXED_RATES, GradientDescentSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.training import TrainingRun

BOTH = "The bias and w1 of this run."

GROUPS = (
    Group("Learning rates", ("learning_rate", "show_yours", *FIXED_RATES)),
    Group("Start", ("start", "start_w0", "start_w1")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "x_spread", "seed")),
    Group("Pictures", ("loss_axis", "loss_shown")),
)


READOUTS = (
    Readout("step-now", "Step", "step", style="integer", help=hyperparameters.UPDATES),
    *(
        Readout(f"weights-{place}", f"η = {rate:g}", f"weights_{place}", digits=9, style="list", help=BOTH)
        for place, rate in enumerate(FIXED_RATES.values())
    ),
    Readout(f"weights-{len(FIXED_RATES)}", "Your η", f"weights_{len(FIXED_RATES)}", digits=9, style="list", help=BOTH),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=GradientDescentSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("parameter-plane",),
    presets=PRESETS,
    run=TrainingRun(
        experiment.experiment,
        frames.rows,
        explain=messages.explain_divergence,
        n_steps=experiment.N_STEPS,
        at_frames=frames.at_frames,
    ),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    slider_marks=messages.slider_marks,
    drawing=lambda settings: Drawing(("plane",)),
)
