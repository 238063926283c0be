"""The sentences of the lesson on logistic regression: where Newton's method ends, and what does nothing and why."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.separation import is_quasi_separated, least_loss
from nnviz.core.types import FloatArray
from nnviz.lessons.logistic_regression.experiment import (
    MOST_STEPS,
    chosen,
    is_as_published,
    last_step,
    problem,
    steps_per_epoch,
)
from nnviz.lessons.logistic_regression.settings import NOTEBOOK, OWN, LogisticRegressionSettings
from nnviz.page.numerals import decimals, minus, plural
from nnviz.runs.published_fits import digits

NEWTON_PRINTED = np.array([6.65211962, 4.50262017])
"""The maximum likelihood weights as the notebook prints them, from another library."""


def summary(settings: LogisticRegressionSettings) -> str:
    """Where Newton's method ends, and what the notebook printed there."""
    found = problem(settings)
    if found.best is None:
        return "**Maximum likelihood:** there are no finite weights that are best (see the note above)."
    n_iterations = len(found.newton.loss) - 1
    line = (
        f"**Maximum likelihood**, by Newton's method from the same start in "
        f"{n_iterations} {plural(n_iterations, 'iteration')}: "
        f"{_named(found.best)}, log loss **{found.minimum:.6f}**."
    )
    if chosen(settings).name in NOTEBOOK:
        same = digits(found.best) == digits(NEWTON_PRINTED) and f"{found.minimum:.6f}" == "0.107650"
        line += " These are the digits that the notebook prints, from another library." if same else ""
    return line


def _named(weights: FloatArray) -> str:
    bias, weight = (minus(decimals(value, 8)) for value in weights)
    return f"bias **{bias}**, weight **{weight}**"


def notice(settings: LogisticRegressionSettings) -> str:
    """What was done to data of one's own, and why separable labels have no best weights."""
    return f"{chosen(settings).notice(OWN)} {_separable(settings)}".strip()


def _separable(settings: LogisticRegressionSettings) -> str:
    gap = problem(settings).gap
    if gap is None:
        return ""
    if not all(map(math.isfinite, gap)):
        return (
            "All labels are the same: the loss falls for ever while the bias grows towards "
            f"{'∞' if problem(settings).start.y[0] else '−∞'}, and no finite weights are best. "
            "One of the two rates of the ROC curve is undefined."
        )
    start = problem(settings).start
    if is_quasi_separated(start.X[:, 0], start.y):
        floor = least_loss(start.X[:, 0], start.y)
        return (
            f"These labels are nearly separable: only at x = {gap[0]:.3g} are there examples of both classes, and no "
            f"threshold parts those. The weights grow without end, no finite ones are best, and the loss falls towards "
            f"{floor:.4g}, the part of the labels at that point."
        ).replace("-", "−")
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
    sentence = f"Complete after {last:,} {plural(last, 'step')} ({epochs:,.6g} {plural(epochs, 'epoch')})."
    if last == MOST_STEPS and epochs < settings.epochs:
        sentence = f"Ended after {last:,} steps, the most that a page makes ({epochs:,.6g} epochs)."
    return f"{sentence} {NOTEBOOK[chosen(settings).name].verdict(weights)}" if is_as_published(settings) else sentence
