"""What the prose on feature scaling says about the valley and about the neuron that saturates."""

from collections.abc import Mapping

import numpy as np

from nnviz.figures.saturation import slope
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.messages import condition, condition_of
from nnviz.lessons.feature_scaling.settings import MEASURED, STANDARDISED, FeatureScalingSettings


def values(settings: FeatureScalingSettings) -> Mapping[str, object]:
    """Means and deviations, and for both kinds of features the condition number and the median slope, as formulas."""
    return {
        "scale": experiment.data(settings).scale,
        "kappa_measured": _in_formula(condition(settings, MEASURED)),
        "kappa_standardised": _in_formula(condition(settings, STANDARDISED)),
        "is_the_mean": condition_of(settings, experiment.divided_only)
        > condition_of(settings, experiment.centred_only),
        "kappa_centred": _in_formula(condition_of(settings, experiment.centred_only)),
        "kappa_divided": _in_formula(condition_of(settings, experiment.divided_only)),
        "slope_measured": _in_prose(_median_slope(settings, MEASURED)),
        "slope_standardised": _in_prose(_median_slope(settings, STANDARDISED)),
    }


def _median_slope(settings: FeatureScalingSettings, features: str) -> float:
    return float(np.median(slope(experiment.first_fitted(settings, features))))


def _in_formula(number: float) -> str:
    return f"{number:,.0f}".replace(",", "{,}") if number >= 100 else f"{number:.4g}"


def _in_prose(number: float) -> str:
    if number >= 1e-3:
        return f"{number:.2g}"
    mantissa, _, exponent = f"{number:.0e}".partition("e")
    return rf"${mantissa} \cdot 10^{{{int(exponent)}}}$"
