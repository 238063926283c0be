"""The sentences of the feature scaling lesson."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.data.scaling import Scale
from nnviz.core.types import FloatArray
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.settings import (
    FEATURES,
    OWN,
    PUBLISHED,
    STANDARDISED,
    FeatureScalingSettings,
)
from nnviz.page.lesson import SliderMark
from nnviz.runs.published_fits import digits


def condition(settings: FeatureScalingSettings, features: str) -> float:
    """λmax/λmin of the loss over the weights of these features."""
    curvatures = experiment.data(settings).of[features].bowl.curvatures
    return float(curvatures[-1] / curvatures[0])


def summary(settings: FeatureScalingSettings) -> str:
    """Least squares, the largest stable learning rate and the condition number, in both units."""
    known = experiment.data(settings)
    header = "| | least squares | in measured units | 2/λmax | condition κ | steps per digit at 1/λmax |"
    return "\n".join([header, "|---|---|---|---|---|---|", *(_row(settings, name, known.scale) for name in FEATURES)])


def _row(settings: FeatureScalingSettings, features: str, scale: Scale) -> str:
    bowl, kappa = experiment.data(settings).of[features].bowl, condition(settings, features)
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


def slider_marks(settings: FeatureScalingSettings) -> Mapping[str, SliderMark]:
    """2/λmax on the learning rate."""
    value = experiment.data(settings).of[settings.features].bowl.largest_stable_learning_rate
    return {"learning_rate": SliderMark(value, f"2/λmax = {value:.3g}")}


def notice(settings: FeatureScalingSettings) -> str:
    """Which units the weights of this run have."""
    if settings.features == STANDARDISED:
        return "This run's own weights count per standard deviation; the readouts give them in measured units as well."
    return ""


def disabled_reasons(settings: FeatureScalingSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    if settings.source == OWN:
        return {}
    own = ("n_samples", "noise", "centre", "scale", "seed")
    return dict.fromkeys(own, "The notebook's data are as they are.")


def ending(settings: FeatureScalingSettings, weights: FloatArray) -> str:
    """What was reached at the last step."""
    sentence = f"Complete after {experiment.last_step(settings):,} steps at {digits(weights)}."
    if settings.source in PUBLISHED:
        return f"{sentence} {PUBLISHED[settings.source].verdict(weights)}"
    return sentence


def explain_divergence(settings: FeatureScalingSettings, step: int) -> str:
    """Why the run ended at a step, and what would help."""
    limit = experiment.data(settings).of[settings.features].bowl.largest_stable_learning_rate
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    if settings.learning_rate > limit:
        sentence += f" The learning rate {settings.learning_rate:g} is above 2/λmax = {limit:.3g}."
    if settings.source in PUBLISHED and "nan" in PUBLISHED[settings.source].printed:
        return f"{sentence} The notebook printed [nan nan nan]."
    return f"{sentence} Lower it, or standardise the features."
