"""The settings of the page on automatic differentiation."""

from typing import Annotated

from nnviz.core.autodiff.expressions import LONGEST
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, TextBox, linear_grid, log_grid

TYPED = "the one in the box"
EXAMPLES = {
    "a product and a sine": "x*y + sin(x)",
    "a neuron": "sigmoid(w*x + b)",
    "squared error of a line": "(w*x + b - y)^2",
    "log loss of a neuron": "-(y*log(sigmoid(w*x + b)) + (1 - y)*log(1 - sigmoid(w*x + b)))",
    "the same log loss, stable": "max(w*x + b, 0) - y*(w*x + b) + log(1 + exp(-abs(w*x + b)))",
    "two neurons in a row": "(y - sigmoid(v*sigmoid(w*x + b)))^2",
    "a penalised error": "(w*x + b - y)^2 + (v*x - y)^2 + 0.5*(abs(w) + abs(v)) + 0.1*(w^2 + v^2)",
}
MODELS = ("linear regression", "logistic regression", "network")


def _input(name: str, meaning: str) -> Slider:
    return Slider(
        f"Value of {name}",
        linear_grid(-3, 3, 0.1),
        effect="rerecord",
        help=f"The number that stands for {name} in the expression: {meaning}, say.",
        effect_of_increase=f"while the change is small, the result changes by about the derivative of {name} times it.",
    )


class AutodiffSettings(Settings):
    """Everything that decides the page."""

    example: Annotated[
        str,
        Choice(
            "Expression",
            (TYPED, *EXAMPLES),
            help="The expression to take apart: the one typed below, or one of these.",
        ),
    ] = TYPED
    expression: Annotated[
        str,
        TextBox(
            "f =",
            longest=LONGEST + 50,
            help="Numbers, x, y, w, b, v, pi, e, + - * / ^, brackets, exp, log, sin, cos, tanh, sigmoid, relu, "
            "swish, abs, max, sqrt, tan, min. 2x and 0,5·x² are understood. Press enter.",
        ),
    ] = "x*y + sin(x)"
    x: Annotated[float, _input("x", "a feature")] = 1.5
    y: Annotated[float, _input("y", "a target")] = 0.5
    w: Annotated[float, _input("w", "a weight")] = 0.8
    b: Annotated[float, _input("b", "a bias")] = -0.5
    v: Annotated[float, _input("v", "one more weight")] = 1.2
    model: Annotated[
        str,
        Choice(
            "Model",
            MODELS,
            effect="redraw",
            help="Whose loss both descents minimise: one with derivatives from the graph, one with those derived "
            "by hand.",
        ),
    ] = "network"
    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            log_grid(0.001, 1),
            "redraw",
            rises="the run learns faster, until steps overshoot: then it jitters, and of these three the linear model "
            "diverges.",
        ),
    ] = 0.1
    seed: Annotated[float, hyperparameters.seed("the data and the first weights", "redraw")] = 0
