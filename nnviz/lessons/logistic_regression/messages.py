"""The sentences of the lesson on logistic regression, with the numbers of the data and of Newton's path in them."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.solvers.newton import NewtonPath
from nnviz.core.types import FloatArray
from nnviz.lessons.logistic_regression.experiment import (
    MOST_STEPS,
    Problem,
    chosen,
    is_as_published,
    last_step,
    problem,
    steps_per_epoch,
)
from nnviz.lessons.logistic_regression.settings import NOTEBOOK, OWN, LogisticRegressionSettings
from nnviz.runs.published_fits import digits
from nnviz.user_data.table import as_code

NEWTON_PRINTED = np.array([6.65211962, 4.50262017])
"""The maximum likelihood weights as the notebook prints them, from another library."""

BOTH = r"\begin{pmatrix} b \\ w \end{pmatrix}"


def summary(settings: LogisticRegressionSettings) -> str:
    """Where Newton's method ends, and what the notebook printed there."""
    found = problem(settings)
    if found.best is None:
        return "**Maximum likelihood:** there are no finite weights that are best (see the note above)."
    line = (
        f"**Maximum likelihood**, by Newton's method from the same start in {len(found.newton.loss) - 1} iterations: "
        f"{_named(found.best)}, log loss **{found.minimum:.6f}**."
    )
    if chosen(settings).name in NOTEBOOK:
        same = digits(found.best) == digits(NEWTON_PRINTED) and f"{found.minimum:.6f}" == "0.107650"
        line += " These are the digits that the notebook prints, from another library." if same else ""
    return line


def _named(weights: FloatArray) -> str:
    return f"bias **{_number(weights[0], '.8f')}**, weight **{_number(weights[1], '.8f')}**"


def _number(value: float, style: str) -> str:
    return "" if np.isnan(value) else format(value, style).replace("-", "−")


def notice(settings: LogisticRegressionSettings) -> str:
    """What was done to data of one's own, and why separable labels have no best weights."""
    return f"{chosen(settings).notice(OWN)} {_separable(settings)}".strip()


def _separable(settings: LogisticRegressionSettings) -> str:
    gap = problem(settings).gap
    if gap is None:
        return ""
    if not all(map(math.isfinite, gap)):
        return (
            "All labels are the same: the loss falls for ever while the bias grows, and no finite weights are best. "
            "One of the two rates of the ROC curve is undefined."
        )
    return (
        f"These labels are separable: every threshold between x = {gap[0]:.3g} and {gap[1]:.3g} parts them without an "
        "error. Larger weights make the sigmoid steeper and every prediction surer, so the loss falls towards 0 for "
        "ever, the weights grow without end, and no finite weights are best."
    ).replace("-", "−")


def disabled_reasons(settings: LogisticRegressionSettings) -> Mapping[str, str]:
    """What does nothing with the notebook's labels, or with one's own."""
    fields = ("n_samples", "true_bias", "true_weight")
    if chosen(settings).name in NOTEBOOK:
        return dict.fromkeys((*fields, "seed"), "The notebook's 1,000 labels come from its own random stream.")
    return chosen(settings).disabled_reasons(*fields)


def ending(settings: LogisticRegressionSettings, weights: FloatArray) -> str:
    """What was reached at the last step."""
    last = last_step(settings)
    epochs = last / steps_per_epoch(settings)
    sentence = f"Complete after {last:,} steps ({epochs:,.6g} epochs)."
    if last == MOST_STEPS and epochs < settings.epochs:
        sentence = f"Ended after {last:,} steps, the most that a page makes ({epochs:,.6g} epochs)."
    return f"{sentence} {NOTEBOOK[chosen(settings).name].verdict(weights)}" if is_as_published(settings) else sentence


def text(settings: LogisticRegressionSettings) -> str:
    """The model, the one number with two names, the two methods, and the decisions."""
    found = problem(settings)
    parts = [
        _model(settings, found.start.y),
        _one_number(len(found.start.y)),
        _two_methods(settings, found),
        _decisions(settings),
    ]
    return "\n\n".join(paragraph for part in parts for paragraph in part)


def _model(settings: LogisticRegressionSettings, y: FloatArray) -> list[str]:
    """The model and its data."""
    return [
        "## What is on the screen",
        f"{len(y):,} examples, {int(y.sum()):,} of them with label 1. The log-odds of label 1 are linear in $x$:",
        _display(r"z = b + w x, \qquad P(y = 1 \mid x) = \hat y = \sigma(z) = \frac{1}{1 + e^{-z}}."),
        _origin(settings),
    ]


def _one_number(n: int) -> list[str]:
    """Likelihood and cross entropy of n labels."""
    return [
        "## Likelihood and cross entropy are one number",
        r"The likelihood $\mathcal{L}$ is the probability that the model gives to all labels together, a product:",
        _display(r"\mathcal{L} = \prod_i \hat y_i^{\,y_i} (1 - \hat y_i)^{1 - y_i}."),
        "A label is also a distribution, $(1 - y_i, y_i)$, and the prediction another. The mean cross entropy of "
        "the two is",
        _display(
            r"\frac{1}{N} \sum_i \Big[ -y_i \ln \hat y_i - (1 - y_i) \ln (1 - \hat y_i) \Big]"
            r" = -\frac{1}{N} \ln \mathcal{L}."
        ),
        "So whoever maximises the likelihood minimises the cross entropy. The readouts compute both, each in its "
        "own way, and the dotted line lies on the thick one. The product itself is soon too small for a computer: "
        f"with a mean loss of 1, the likelihood of {n:,} labels is $e^{{-{n}}}$.",
    ]


def _two_methods(settings: LogisticRegressionSettings, found: Problem) -> list[str]:
    """Gradient descent, and Newton's method with its iterates."""
    return [
        "## Two ways down",
        "Gradient descent takes the mean over a batch:",
        _display(
            rf"{BOTH} \leftarrow {BOTH} - {settings.learning_rate:g} \cdot g, \qquad "
            r"g = \frac{1}{B} \sum_i (\hat y_i - y_i) \begin{pmatrix} 1 \\ x_i \end{pmatrix}."
        ),
        "Newton's method also looks at the curvature, over all examples, and solves for the step:",
        _display(
            rf"{BOTH} \leftarrow {BOTH} - s\, H^{{-1}} g, \qquad "
            r"H = \frac{1}{N} \sum_i \hat y_i (1 - \hat y_i) \begin{pmatrix} 1 & x_i \\ x_i & x_i^2 \end{pmatrix}."
        ),
        "The full step $s = 1$ jumps to the bottom of the parabola that fits the surface here. Far from the "
        "minimum the surface is no parabola, and the jump can land higher than it began. Then $s$ is halved until "
        "the loss falls enough. Near the minimum each full step doubles the number of right digits. Gradient "
        "descent with small batches never comes to rest: it hovers at a distance that grows with the learning "
        "rate.",
        _table(found.newton),
        _end_of_newton(found),
    ]


def _decisions(settings: LogisticRegressionSettings) -> list[str]:
    """The threshold and the ROC curve."""
    return [
        "## From probabilities to decisions",
        f"An example is called 1 when its probability is at least the threshold, {settings.threshold:g} just now. "
        "Moving the threshold changes no weight: it only trades one kind of error for the other. The ROC curve "
        "shows all these trades at once. The area under it is the probability that a random example with label 1 "
        "gets a higher prediction than one with label 0.",
        "With one feature the curve hardly depends on the weights: every $w > 0$ ranks the examples by $x$, and "
        "every $w < 0$ the other way round. Training moves the point of the threshold along the curve, and the "
        "curve itself only flips when $w$ changes its sign.",
        "**Try:** move the threshold while the run plays. With labels as unequal as the notebook's, look at the "
        "specificity beside the accuracy: calling everything 1 is right in most cases and useless.",
    ]


def _display(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _origin(settings: LogisticRegressionSettings) -> str:
    if chosen(settings).is_own:
        feature, label = map(as_code, (chosen(settings).kind.feature_names[0], chosen(settings).kind.target_name))
        return f"These are your own rows: $x$ is {feature}, standardised; the label is {label}."
    if chosen(settings).name in NOTEBOOK:
        return (
            "These are the notebook's labels, each drawn with probability $\\sigma(6 + 4x)$ from its one random "
            "stream. Start and shuffles come from the place in the stream where its fit began: 100 epochs at "
            "$\\eta = 0.01$ for the first, 200 at $\\eta = 1$ for the second, both with batches of 64."
        )
    rule = {
        "random labels": "Each label is drawn with probability $\\sigma({b:g} + {w:g} x)$.",
        "separable labels": "A label is 1 exactly where ${b:g} + {w:g} x > 0$: nothing about it is random.",
    }[settings.data]
    return rule.format(b=settings.true_bias, w=settings.true_weight)


def _table(path: NewtonPath) -> str:
    head = ["iteration", "bias", "$w$", "log loss", "gradient norm", "$s$"]
    styles = (".8f", ".8f", ".8g", ".2e", "g")
    columns = (path.weights[:, 0], path.weights[:, 1], path.loss, path.gradient_norm, path.step_size)
    rows = [[str(k), *map(_number, values, styles)] for k, values in enumerate(zip(*columns, strict=True))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])


def _end_of_newton(found: Problem) -> str:
    if found.gap is not None:
        return (
            "There is no minimum to reach. Each iteration makes the weights longer and divides the loss by about "
            "$e$; it is stopped after a while. Gradient descent does the same, only more and more slowly: its steps "
            "shrink with the loss, so the weights grow like the logarithm of the step. A penalty on large weights "
            "gives such data a best answer again."
        )
    if not found.newton.converged:
        return "Newton's method was stopped before it reached the minimum: the surface is too flat here for its digits."
    return "The last row is the maximum likelihood: no weights give these labels a higher probability."
