"""Gradient clipping: what keeps an exploding gradient from throwing the weights away, and what it costs."""

from math import inf

from nnviz import usual_knobs as usual
from nnviz.bounded_run import BoundedRun
from nnviz.lesson import Group, Lesson, Preset, Readout
from nnviz.lessons.gradient_clipping import frames, pictures, setup, words
from nnviz.lessons.gradient_clipping.knobs import BY_VALUE, OFF, PUBLISHED, GradientClippingSettings
from nnviz.page.page import Page
from nnviz.question import Question
from nnviz.training_run import TrainingRun

GROUPS = (
    Group("Training", ("clipping", "limit", "learning_rate", "batch_size", "epochs")),
    Group("Data", ("source", "n_samples", "noise", "seed")),
    Group("Pictures", ("plane", "loss_axis")),
)

PRESETS = (
    Preset("Explodes", GradientClippingSettings(clipping=OFF), "Without clipping the gradient grows and grows.", 2),
    Preset(
        "Clip by norm",
        GradientClippingSettings(),
        "The same fit survives: the wanted step leaves the picture, the step made is short and points the same way.",
        5,
        question=Question(
            "Without clipping this fit explodes at once. Now no gradient is longer than 5. Where will the steps point?",
            ("the way of the gradient, only shorter", "another way: clipping turns them"),
            right="the way of the gradient, only shorter",
            because="Clipping by norm divides all entries by the same number, so the angle is 0.",
            after=40,
        ),
    ),
    Preset(
        "Clip by value",
        GradientClippingSettings(clipping=BY_VALUE),
        "Survives too, but the arrow is bent: bias and w2 get steps of one size, whatever their gradients.",
        5,
        question=Question(
            "Now each entry of the gradient is cut to between −5 and 5. Where will the steps point?",
            ("the way of the gradient, only shorter", "another way: clipping turns them"),
            right="another way: clipping turns them",
            because="Large entries are cut and small ones are not, so the arrow is bent towards the small ones.",
            after=40,
        ),
    ),
    Preset(
        "A tight limit",
        GradientClippingSettings(limit=0.1),
        "Steps of at most 0.01: calm, and slow. The price of safety is speed.",
        500,
    ),
    *(
        Preset(
            f"{source[0].upper()}{source[1:]}",
            GradientClippingSettings(source=source, epochs=epochs),
            f"{16 * epochs:,} steps at full speed; play and pause stop and continue them.",
            inf,
        )
        for source, epochs in zip(PUBLISHED, (1000, 5000, 10000, 20000, 30000), strict=True)
    ),
)

READOUTS = (
    usual.STEP,
    Readout("epoch", "Epoch", "epoch", digits=6, help=usual.PASSES),
    Readout("progress-made", "Done", "progress", style="percent", help="The share of the run's epochs that is done."),
    Readout("gradient-length", "Gradient norm", "gradient_norm", help="The length of the gradient before clipping."),
    Readout("length-kept", "Kept", "kept", style="percent", help="The share of its length that clipping leaves."),
    Readout("angle-turned", "Turned by", "turned", digits=3, help="The angle between before and after, in degrees."),
    Readout("training-loss", "Training loss", "training_loss", digits=5, help="Mean loss over all examples."),
    Readout("current-weights", "Weights", "weights", digits=9, style="list", help="The bias, w1 and w2 at this step."),
)

LESSON = Lesson(
    page=Page.of_function(
        "gradient-clipping",
        ("Linear models", 14),
        (
            "Gradient clipping",
            "Bound the gradient by its norm or by its entries: the exploding fit survives, at a price.",
        ),
        words.text,
    ),
    settings=GradientClippingSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=BoundedRun(
        TrainingRun(setup.experiment, frames.rows, explain=words.explain_divergence),
        setup.last_step,
        words.ending,
        setup.MOST_STEPS,
    ),
    readouts=READOUTS,
    irrelevant=words.irrelevant,
    facts=words.facts,
    limits=words.limits,
    speed=20,
)
