"""Named settings of the lesson on logistic regression."""

from math import inf

from nnviz.lessons.logistic_regression.settings import NOTEBOOK
from nnviz.lessons.logistic_regression.settings import LogisticRegressionSettings as Settings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

FIRST, SECOND = NOTEBOOK

PRESETS = (
    Preset(
        "The notebook: 100 epochs, η = 0.01",
        Settings(data=FIRST, epochs=100),
        "The run ends at the printed weights, far from the maximum likelihood, though the loss looks flat.",
        speed=200,
        from_notebook=True,
    ),
    Preset(
        "The notebook: 200 epochs, η = 1",
        Settings(data=SECOND, learning_rate=1.0, epochs=200),
        "A hundred times larger steps arrive near the maximum likelihood, and hover around it.",
        speed=500,
        from_notebook=True,
    ),
    Preset(
        "All examples in every step",
        Settings(data="random labels", batch_size=inf, learning_rate=1.0, epochs=1000),
        "Without the noise of batches the loss comes as close as rounding allows; Newton needs a handful of steps.",
        speed=100,
    ),
    Preset(
        "Separable labels",
        Settings(data="separable labels", learning_rate=10.0, batch_size=inf, epochs=2000, loss_axis="logarithmic"),
        "Loss and weights have no end: the one falls, the others grow for ever, and the sigmoid becomes a step.",
        speed=500,
        question=Question(
            "A threshold on x parts these labels without an error. Where will the weights end?",
            ("at the weights of maximum likelihood", "nowhere: they grow for ever", "at 0"),
            right="nowhere: they grow for ever",
            because="A steeper curve is always a little more probable, so there is no maximum: the loss falls "
            "towards 0 and never ends.",
            after=400,
        ),
    ),
    Preset(
        "A strict threshold",
        Settings(data=SECOND, learning_rate=1.0, epochs=20, threshold=0.95),
        "Few zeros are called 1 now, at the price of many ones called 0. No step was trained again for it.",
        speed=200,
    ),
    Preset(
        "No relation",
        Settings(data="random labels", true_bias=0.5, true_weight=0.0, learning_rate=0.3),
        "The labels do not depend on x: the loss falls to the line of the best constant and hardly below it, and the "
        "ROC curve stays near the diagonal.",
        speed=100,
    ),
)
