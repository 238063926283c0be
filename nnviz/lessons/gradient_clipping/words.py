"""The sentences of the gradient clipping lesson."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.lesson import Limit
from nnviz.lessons.gradient_clipping import setup
from nnviz.lessons.gradient_clipping.knobs import BY_NORM, BY_VALUE, OFF, OWN, PUBLISHED, GradientClippingSettings
from nnviz.runs.published_fits import digits

TEXT = r"""
## What is computed

The data are those that explode: $y = 6 + 4x_1 + 3x_2 + \varepsilon$ with $x_1 \sim N(0, 1)$ and
$x_2 \sim N(50, 10^2)$. Descent on the mean squared error is stable only below $2/\lambda_\max = %(stable).3g$, and here
$\eta = %(rate)g$. Clipping changes the gradient $g$ of each batch before the step:

$$
%(formula)s
$$

Both keep every step short, whatever the gradient does: no weight can run away faster than $\eta$ times the limit per
step. They differ in direction. By norm, the arrow is shortened and points where it did. By value, each entry is cut by
itself, so a long gradient is bent towards a diagonal: in the figure, its tip is moved into the square.

## What it costs

Speed: %(speed)s By norm, the direction
across the valley takes nearly all of that length, so the bias, along the flat floor, needs thousands of steps.

Noise: gradient descent slows down near the minimum because the gradient vanishes there. A clipped one does not: the
gradients of the batches are still longer than the limit, so the steps stay as long as ever and jump from wall to wall
of the valley. That is why $w_2$ keeps an error here even after 30,000 epochs. A smaller learning rate, or standardised
features, cure the cause; clipping only keeps the run alive.

A gradient of length 0 stays 0. One that is not finite has no direction to keep: by norm, the step becomes undefined and
the run ends as diverged instead of going on with invented numbers; by value, an infinite entry is cut to the limit and
an undefined one stays undefined.

The notebook's own clip function has a flaw: when nothing needs clipping it returns the norm instead of the gradient.
In its fits every single gradient is longer than 5, so the flaw does not show: the clip used here gives the same digits.
"""
FORMULAS = {
    BY_NORM: r"g \leftarrow g \cdot \min\!\Big(1, \frac{%(limit)g}{\lVert g \rVert_2}\Big), \qquad"
    r" w \leftarrow w - %(rate)g \cdot g.",
    BY_VALUE: r"g_j \leftarrow \min\!\big(\max(g_j, -%(limit)g), %(limit)g\big), \qquad"
    r" w \leftarrow w - %(rate)g \cdot g.",
    OFF: r"g \leftarrow g \quad\text{(clipping is off)}, \qquad w \leftarrow w - %(rate)g \cdot g.",
}


def text(settings: GradientClippingSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    numbers = {"limit": settings.limit, "rate": settings.learning_rate}
    return TEXT % {
        **numbers,
        "stable": stable_learning_rate(settings),
        "formula": FORMULAS[settings.clipping] % numbers,
        "speed": _speed(settings),
    }


def _speed(settings: GradientClippingSettings) -> str:
    if settings.clipping == OFF:
        return "without a limit a step is as long as the gradient makes it."
    return (
        f"a step is at most {longest_step(settings):.4g} long, and the start is {distance(settings):.3g} away from "
        f"least squares, so no run gets there in fewer than {fewest_steps(settings):,} steps."
    )


def stable_learning_rate(settings: GradientClippingSettings) -> float:
    """2/λmax of the data."""
    return setup.data(settings).bowl.largest_stable_learning_rate


def distance(settings: GradientClippingSettings) -> float:
    """How far the start is from least squares."""
    return float(np.linalg.norm(setup.data(settings).bowl.optimum - setup.start(settings)))


def longest_step(settings: GradientClippingSettings) -> float:
    """The longest step that clipping allows: η·c by norm, η·c·√3 by value."""
    longest = {BY_NORM: settings.limit, BY_VALUE: np.sqrt(3.0) * settings.limit, OFF: np.inf}
    return float(settings.learning_rate * longest[settings.clipping])


def fewest_steps(settings: GradientClippingSettings) -> int:
    """The steps of that length that reach from the start to least squares."""
    return int(np.ceil(distance(settings) / longest_step(settings))) or 1


def facts(settings: GradientClippingSettings) -> str:
    """Least squares, the stable rate, the longest step and what follows."""
    longest = longest_step(settings)
    return "\n".join(
        [
            "| least squares (bias, w1, w2) | 2/λmax | η | longest step | start to least squares | fewest steps |",
            "|---|---|---|---|---|---|",
            f"| `{digits(setup.data(settings).bowl.optimum)}` | {stable_learning_rate(settings):.3g} "
            f"| {settings.learning_rate:g} | {f'{longest:.4g}' if np.isfinite(longest) else 'no limit'} "
            f"| {distance(settings):.3g} | {fewest_steps(settings):,} |",
        ]
    )


def limits(settings: GradientClippingSettings) -> Mapping[str, Limit]:
    """2/λmax on the learning rate."""
    value = stable_learning_rate(settings)
    return {"learning_rate": Limit(value, f"2/λmax = {value:.3g}")}


def irrelevant(settings: GradientClippingSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    reasons = {}
    if settings.clipping == OFF:
        reasons["limit"] = "Clipping is off."
    if settings.source != OWN:
        reasons |= dict.fromkeys(("n_samples", "noise", "seed"), "The notebook's data are as they are.")
    return reasons


def ending(settings: GradientClippingSettings, weights: FloatArray) -> str:
    """What was reached at the last step."""
    sentence = f"Complete after {setup.last_step(settings):,} steps at {digits(weights)}."
    if settings.source in PUBLISHED:
        return f"{sentence} {PUBLISHED[settings.source].verdict(weights)}"
    return sentence


def explain_divergence(settings: GradientClippingSettings, step: int) -> str:
    """Why the run ended at a step, and what would help."""
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    limit = stable_learning_rate(settings)
    if settings.clipping == OFF and settings.learning_rate > limit:
        return f"{sentence} η = {settings.learning_rate:g} is above 2/λmax = {limit:.3g}. Clip the gradient or lower η."
    return f"{sentence} The steps are too long for this surface: lower the learning rate or the limit."
