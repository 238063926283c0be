"""The sentences of the feature scaling lesson."""

from collections.abc import Callable, Mapping

import numpy as np

from nnviz.core.data.scaling import Scale
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.types import FloatArray
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.settings import (
    FEATURES,
    MEASURED,
    OWN,
    PUBLISHED,
    STANDARDISED,
    FeatureScalingSettings,
)
from nnviz.page.lesson import SliderMark
from nnviz.page.numerals import named
from nnviz.runs.published_fits import digits

WEIGHTS = {MEASURED: ("bias", "w1", "w2"), STANDARDISED: ("c", "v1", "v2")}
"""What the weights are called in a sentence."""


def condition(settings: FeatureScalingSettings, features: str) -> float:
    """λmax/λmin of the loss over the weights of these features."""
    curvatures = experiment.data(settings).of[features].bowl.curvatures
    return float(curvatures[-1] / curvatures[0])


def condition_of(settings: FeatureScalingSettings, changed: Callable[[FloatArray], FloatArray]) -> float:
    """λmax/λmin of the loss over the weights of the measured features when these are changed so."""
    examples = experiment.data(settings).of[MEASURED].examples
    curvatures = Bowl.of(changed(examples.X), examples.y).curvatures
    return float(curvatures[-1] / curvatures[0])


def summary(settings: FeatureScalingSettings) -> str:
    """Least squares, the largest stable learning rate and the condition number, in both units."""
    known = experiment.data(settings)
    header = "| | least squares | in measured units | 2/λmax | condition κ | steps per digit at 1/λmax |"
    rows = [_row(settings, name, known.scale) for name in FEATURES]
    return "\n".join([header, "|---|---|---|---|---|---|", rows[0], _centred(settings), *rows[1:]])


def _centred(settings: FeatureScalingSettings) -> str:
    """The row of features less their means, which no run on this page has."""
    examples = experiment.data(settings).of[MEASURED].examples
    mean, bowl = examples.X.mean(axis=0), Bowl.of(experiment.centred_only(examples.X), examples.y)
    original = np.append(bowl.optimum[0] - bowl.optimum[1:] @ mean, bowl.optimum[1:])
    return _cells("centred only", bowl, original)


def _row(settings: FeatureScalingSettings, features: str, scale: Scale) -> str:
    bowl = experiment.data(settings).of[features].bowl
    original: FloatArray = bowl.optimum
    if features == STANDARDISED:
        original = scale.weights_in_original_units(bowl.optimum)
    return _cells(f"{features}{' (this run)' if features == settings.features else ''}", bowl, original)


def _cells(name: str, bowl: Bowl, original: FloatArray) -> str:
    kappa = float(bowl.curvatures[-1] / bowl.curvatures[0])
    cells = [
        name,
        f"`{digits(bowl.optimum)}`",
        f"`{digits(original)}`",
        f"{bowl.largest_stable_learning_rate:.3g}",
        f"{kappa:,.0f}" if kappa >= 100 else f"{kappa:.4g}",
        steps_per_digit(kappa),
    ]
    return "| " + " | ".join(cells) + " |"


def steps_per_digit(kappa: float) -> str:
    """The steps at the rate 1/λmax that leave a tenth of the way in the flattest direction: ln 10 / −ln(1 − 1/κ)."""
    if kappa <= 1.0 + 1e-12:
        return "one step in all"
    steps = -np.log(10.0) / np.log1p(-1.0 / kappa)
    return f"{steps:,.0f}" if steps >= 10.0 else f"{steps:.2g}"


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
    sentence = (
        f"Complete after {experiment.last_step(settings):,} steps at {named(WEIGHTS[settings.features], weights)}."
    )
    if settings.source in PUBLISHED:
        return f"{sentence} {PUBLISHED[settings.source].verdict(weights)}"
    return sentence


def explain_divergence(settings: FeatureScalingSettings, step: int) -> str:
    """Why the run ended at a step, and what would help."""
    limit = experiment.data(settings).of[settings.features].bowl.largest_stable_learning_rate
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    is_above = settings.learning_rate > limit
    if is_above:
        sentence += f" The learning rate {settings.learning_rate:.6g} is above 2/λmax = {limit:.6g}."
    if settings.source in PUBLISHED and "nan" in PUBLISHED[settings.source].printed:
        return f"{sentence} The notebook printed [nan nan nan]."
    if not is_above:
        return f"{sentence} The batches have steeper losses than all the data: lower the rate, or take larger batches."
    return f"{sentence} Lower it{'' if settings.features == STANDARDISED else ', or standardise the features'}."
