"""One example, a batch, and starts at which a gradient vanishes."""

from nnviz.lessons.backpropagation.settings import ALL, DROPPED, BackpropagationSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

WRONG = BackpropagationSettings(example=ALL, b0=4.0, w0=0.0, b1=2.5, w1=3.0)

PRESETS = (
    Preset(
        "One example",
        BackpropagationSettings(),
        "Follow one product from right to left; with every step the weights move, and the loss falls.",
        speed=2,
    ),
    Preset(
        "A batch of eight",
        BackpropagationSettings(example=ALL),
        "Every row of the table has its own product, and the gradient is their mean: half of the rows pull w₁ up, half "
        "down.",
        speed=10,
    ),
    Preset(
        "Certain and wrong, squared error",
        WRONG,
        "All examples get ŷ close to 1: the wrong ones stand where Φ is flat: for 100 steps the loss hardly moves.",
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
        "The same start with the log loss: the wrong examples pull with full strength, and within 20 steps the loss is "
        "ln 2, that of the answer ½ to everything.",
        speed=50,
    ),
    Preset(
        "The notebook's constants",
        BackpropagationSettings(example=ALL, constants=DROPPED),
        "The gradient is N/2 = 4 times as long; the gradient check shows it as a flat line at 3.",
        speed=10,
        from_notebook=True,
    ),
    Preset(
        "Vanishing gradient",
        BackpropagationSettings(depth=20),
        "Twenty layers: of what arrives at the last hidden one, less than a billionth reaches the first with the "
        "sigmoid, about a quarter with ReLU.",
    ),
)
