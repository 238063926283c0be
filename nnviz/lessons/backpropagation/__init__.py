"""Backpropagation: the chain rule on two neurons in a row, number by number, and its fate in large networks."""

from nnviz import usual_knobs as usual
from nnviz.lesson import Group, Lesson, Preset, Readout
from nnviz.lessons.backpropagation import pictures, setup, words
from nnviz.lessons.backpropagation.knobs import ALL, DROPPED, BackpropagationSettings
from nnviz.page.page import Page
from nnviz.question import Question
from nnviz.training_run import TrainingRun

GROUPS = (
    Group("Gradient", ("example", "loss", "constants")),
    Group("Two neurons", ("b0", "w0", "b1", "w1")),
    Group("Training", ("learning_rate", "seed")),
    Group("Larger networks", ("depth", "width", "weight_scale")),
)

WRONG = BackpropagationSettings(example=ALL, b0=4.0, w0=0.0, b1=2.5, w1=3.0)

PRESETS = (
    Preset(
        "One example",
        BackpropagationSettings(),
        "Follow one product from right to left; with every step all numbers move, and the loss falls.",
        speed=2,
    ),
    Preset(
        "A batch of eight",
        BackpropagationSettings(example=ALL),
        "Every row of the table has its own product; the gradient is their mean, and some rows pull the other way.",
        speed=10,
    ),
    Preset(
        "Certain and wrong, squared error",
        WRONG,
        "All examples get ŷ close to 1: the wrong ones stand where Φ is flat, and the loss hardly moves.",
        speed=50,
        question=Question(
            "All predictions are close to 1, and half of them wrong. How does the squared error begin to fall?",
            ("fast: large errors make long steps", "hardly at all"),
            right="hardly at all",
            because="The gradient has the slope of the sigmoid as a factor, and there it is nearly 0.",
            after=60,
        ),
    ),
    Preset(
        "Certain and wrong, log loss",
        WRONG.model_copy(update={"loss": "log loss"}),
        "The same start with the log loss: the wrong examples pull with full strength, and the loss falls at once.",
        speed=50,
    ),
    Preset(
        "The notebook's constants",
        BackpropagationSettings(example=ALL, constants=DROPPED),
        "The gradient is N/2 = 4 times as long; the gradient check shows it as a flat line at 3.",
        speed=10,
    ),
    Preset(
        "Vanishing gradient",
        BackpropagationSettings(depth=20),
        "Twenty layers: with the sigmoid a billionth is left in the first one, with ReLU the size stays.",
    ),
)

LESSON = Lesson(
    page=Page.of_function(
        "backpropagation",
        ("Networks", 32),
        (
            "Backpropagation",
            "The chain rule on two neurons in a row, number by number, and what becomes of it in large networks.",
        ),
        words.article,
    ),
    settings=BackpropagationSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=TrainingRun(setup.experiment, setup.rows, explain=words.explain),
    readouts=(
        usual.STEP,
        Readout("loss-now", "Loss L", "training_loss", digits=5, help="The loss of the example, or of the batch."),
        Readout("weights", "b₀, w₀, b₁, w₁", "weight_values", digits=4, style="list", help="The weights at this step."),
        Readout(
            "gradients",
            "Their derivatives",
            "gradient_values",
            digits=4,
            style="list",
            help="The derivative of the loss by each of them, in the same order.",
        ),
    ),
    notice=words.notice,
    facts=words.facts,
    speed=5,
)
