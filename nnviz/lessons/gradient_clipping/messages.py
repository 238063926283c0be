"""The sentences of the gradient clipping lesson."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.lessons.gradient_clipping import experiment
from nnviz.lessons.gradient_clipping.settings import BY_NORM, BY_VALUE, OFF, OWN, PUBLISHED, GradientClippingSettings
from nnviz.page.lesson import SliderMark
from nnviz.page.numerals import named
from nnviz.runs.published_fits import digits

WEIGHTS = ("bias", "w1", "w2")


def stable_learning_rate(settings: GradientClippingSettings) -> float:
    """2/λmax of the data."""
    return experiment.data(settings).bowl.largest_stable_learning_rate


def distance(settings: GradientClippingSettings) -> float:
    """How far the start is from least squares."""
    return float(np.linalg.norm(experiment.data(settings).bowl.optimum - experiment.start(settings)))


def longest_step(settings: GradientClippingSettings) -> float:
    """The longest step that clipping allows: η·c by norm, η·c·√3 by value."""
    longest = {BY_NORM: settings.limit, BY_VALUE: np.sqrt(3.0) * settings.limit, OFF: np.inf}
    return float(settings.learning_rate * longest[settings.clipping])


def fewest_steps(settings: GradientClippingSettings) -> int:
    """The steps of that length that reach from the start to least squares."""
    return int(np.ceil(distance(settings) / longest_step(settings))) or 1


def summary(settings: GradientClippingSettings) -> str:
    """Least squares, the stable rate, the longest step and what follows."""
    longest = longest_step(settings)
    return "\n".join(
        [
            "| least squares (bias, w1, w2) | 2/λmax | η | longest step | start to least squares | fewest steps |",
            "|---|---|---|---|---|---|",
            f"| `{digits(experiment.data(settings).bowl.optimum)}` | {stable_learning_rate(settings):.3g} "
            f"| {settings.learning_rate:g} | {f'{longest:.4g}' if np.isfinite(longest) else 'no limit'} "
            f"| {distance(settings):.3g} | {fewest_steps(settings):,} |",
        ]
    )


def slider_marks(settings: GradientClippingSettings) -> Mapping[str, SliderMark]:
    """2/λmax on the learning rate."""
    value = stable_learning_rate(settings)
    return {"learning_rate": SliderMark(value, f"2/λmax = {value:.3g}")}


def disabled_reasons(settings: GradientClippingSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    reasons = {}
    if settings.clipping == OFF:
        reasons["limit"] = "Clipping is off."
    if settings.source != OWN:
        reasons |= dict.fromkeys(("n_samples", "noise", "seed"), "The notebook's data are as they are.")
    return reasons


def ending(settings: GradientClippingSettings, weights: FloatArray) -> str:
    """What was reached at the last step."""
    sentence = f"Complete after {experiment.last_step(settings):,} steps at {named(WEIGHTS, weights)}."
    if settings.source in PUBLISHED:
        return f"{sentence} {PUBLISHED[settings.source].verdict(weights)}"
    return sentence


def explain_divergence(settings: GradientClippingSettings, step: int) -> str:
    """Why a run that is not clipped ended at a step, and what would help."""
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    limit = stable_learning_rate(settings)
    if settings.learning_rate > limit:
        return f"{sentence} η = {settings.learning_rate:g} is above 2/λmax = {limit:.3g}. Clip the gradient or lower η."
    return f"{sentence} The batches have steeper losses than all the data: clip the gradient, or lower η."
