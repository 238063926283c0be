"""The sentences of the feature scaling lesson."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.scaling import Scale
from nnviz.core.types import FloatArray
from nnviz.figures.saturation import slope
from nnviz.lesson import Limit
from nnviz.lessons.feature_scaling import setup
from nnviz.lessons.feature_scaling.knobs import (
    FEATURES,
    MEASURED,
    OWN,
    PUBLISHED,
    STANDARDISED,
    FeatureScalingSettings,
)
from nnviz.runs.published_fits import digits

TEXT = r"""
## What is computed

Two features explain $y$, and they do not live on one scale: here $x_1$ has mean $%(mean_1).3g$ and deviation
%(deviation_1).3g, $x_2$ has mean $%(mean_2).4g$ and deviation %(deviation_2).4g. Standardising takes that out,

$$
\tilde x_j = \frac{x_j - \mu_j}{\sigma_j},
$$

and changes no prediction of the best model: the weights of one kind of units are those of the other, rearranged,

$$
c + \sum_j v_j \frac{x_j - \mu_j}{\sigma_j} = b + \sum_j w_j x_j
\qquad\text{with}\qquad w_j = \frac{v_j}{\sigma_j},\quad b = c - \sum_j \frac{v_j \mu_j}{\sigma_j} .
$$

Least squares does not care, as the table shows. Gradient descent does:

$$
w \leftarrow w - %(rate)g \cdot \nabla \frac{1}{|B|}\sum_{i \in B} (\hat y_i - y_i)^2 .
$$

## Why the scale matters

The loss is a bowl. Its steepest direction has the curvature $\lambda_\max$, its flattest $\lambda_\min$. On all the
data, a step at the rate $\eta$ leaves $|1 - \eta\lambda|$ of the way in the direction of curvature $\lambda$. So
$\eta$ has to stay below $2/\lambda_\max$, or the steepest direction explodes; and then the flattest one needs about
$\kappa \ln 10$ steps for every further digit, where $\kappa = \lambda_\max/\lambda_\min$ is the condition number.
As measured, $\kappa = %(kappa_measured)s$: the contours are a long thin valley, and the bias creeps along its floor.
Standardised, $\kappa = %(kappa_standardised)s$: the contours are round, and every direction arrives at once.
The steps of small batches see other curvatures than all the data, so they can explode a little earlier.

Both planes show the same run, once in each kind of weights; the descent itself happens in the weights of the features
that you chose. The third weight is held at its least squares value in the contours, so the path is projected.

## A sigmoid that saturates

A neuron with the sigmoid learns by the factor $\sigma'(t) = \sigma(t)(1 - \sigma(t))$, which is at most ¼ and falls
like $e^{-|t|}$. With the first weights of this run, half of the fitted values $t$ have a slope below
%(slope_measured)s on the measured features, and below %(slope_standardised)s on the standardised ones. Where the
slope is nearly zero, no gradient comes back: the neuron has stopped learning before it began.
"""


def text(settings: FeatureScalingSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    known = setup.data(settings)
    (mean_1, mean_2), (deviation_1, deviation_2) = known.scale.mean, known.scale.deviation
    return TEXT % {
        "mean_1": mean_1,
        "deviation_1": deviation_1,
        "mean_2": mean_2,
        "deviation_2": deviation_2,
        "rate": settings.learning_rate,
        "kappa_measured": _in_tex(condition(settings, MEASURED)),
        "kappa_standardised": _in_tex(condition(settings, STANDARDISED)),
        "slope_measured": _plain(_median_slope(settings, MEASURED)),
        "slope_standardised": _plain(_median_slope(settings, STANDARDISED)),
    }


def condition(settings: FeatureScalingSettings, features: str) -> float:
    """λmax/λmin of the loss over the weights of these features."""
    curvatures = setup.data(settings).of[features].bowl.curvatures
    return float(curvatures[-1] / curvatures[0])


def _median_slope(settings: FeatureScalingSettings, features: str) -> float:
    return float(np.median(slope(setup.first_fitted(settings, features))))


def _in_tex(number: float) -> str:
    return f"{number:,.0f}".replace(",", "{,}") if number >= 100 else f"{number:.4g}"


def _plain(number: float) -> str:
    if number >= 1e-3:
        return f"{number:.2g}"
    mantissa, _, exponent = f"{number:.0e}".partition("e")
    return rf"${mantissa} \cdot 10^{{{int(exponent)}}}$"


def facts(settings: FeatureScalingSettings) -> str:
    """Least squares, the largest stable learning rate and the condition number, in both units."""
    known = setup.data(settings)
    header = "| | least squares | in measured units | 2/λmax | condition κ | steps per digit at 1/λmax |"
    return "\n".join([header, "|---|---|---|---|---|---|", *(_row(settings, name, known.scale) for name in FEATURES)])


def _row(settings: FeatureScalingSettings, features: str, scale: Scale) -> str:
    bowl, kappa = setup.data(settings).of[features].bowl, condition(settings, features)
    original: FloatArray = bowl.optimum
    if features == STANDARDISED:
        original = scale.weights_in_original_units(bowl.optimum)
    cells = [
        f"{features}{' (this run)' if features == settings.features else ''}",
        f"`{digits(bowl.optimum)}`",
        f"`{digits(original)}`",
        f"{bowl.largest_stable_learning_rate:.3g}",
        f"{kappa:,.0f}" if kappa >= 100 else f"{kappa:.4g}",
        f"{kappa * np.log(10.0):,.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


def limits(settings: FeatureScalingSettings) -> Mapping[str, Limit]:
    """2/λmax on the learning rate."""
    value = setup.data(settings).of[settings.features].bowl.largest_stable_learning_rate
    return {"learning_rate": Limit(value, f"2/λmax = {value:.3g}")}


def notice(settings: FeatureScalingSettings) -> str:
    """Which units the weights of this run have."""
    if settings.features == STANDARDISED:
        return "This run's own weights count per standard deviation; the readouts give them in measured units as well."
    return ""


def irrelevant(settings: FeatureScalingSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    if settings.source == OWN:
        return {}
    own = ("n_samples", "noise", "centre", "scale", "seed")
    return dict.fromkeys(own, "The notebook's data are as they are.")


def ending(settings: FeatureScalingSettings, weights: FloatArray) -> str:
    """What was reached at the last step."""
    sentence = f"Complete after {setup.last_step(settings):,} steps at {digits(weights)}."
    if settings.source in PUBLISHED:
        return f"{sentence} {PUBLISHED[settings.source].verdict(weights)}"
    return sentence


def explain_divergence(settings: FeatureScalingSettings, step: int) -> str:
    """Why the run ended at a step, and what would help."""
    limit = setup.data(settings).of[settings.features].bowl.largest_stable_learning_rate
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    if settings.learning_rate > limit:
        sentence += f" The learning rate {settings.learning_rate:g} is above 2/λmax = {limit:.3g}."
    if settings.source in PUBLISHED and "nan" in PUBLISHED[settings.source].printed:
        return f"{sentence} The notebook printed [nan nan nan]."
    return f"{sentence} Lower it, or standardise the features."
