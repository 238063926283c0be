"""What the prose of the penalties lesson says in formulas."""

import math
from collections.abc import Mapping

from nnviz.core.objectives.penalties import PENALTIES
from nnviz.lessons.penalties.experiment import batch_size, mean_strength, penalty, strongest
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings


def values(settings: PenaltySettings) -> Mapping[str, object]:
    """R(w), the slope of a summand and the proximal step in LaTeX, and what they amount to at these settings.

    `proximal_step` is empty where there is none; where λ is divided by the n examples of a step it says so.
    """
    kind, numbers = PENALTIES[settings.penalty], penalty(settings)
    strength = r"\tfrac{\lambda}{n}" if settings.divided_by_batch else r"\lambda"
    return {
        "size": kind.formula(numbers),
        "slope": kind.slope_formula(numbers),
        "proximal_step": kind.proximal_formula(numbers).replace(r"\lambda", strength),
        "compares_sizes": settings.comparison == BATCH_SIZES,
        "mean_strength": mean_strength(settings, batch_size(settings)),
        "slope_at_zero": strongest(settings) * slope_of_one_at_zero(settings),
        "thrown_within": thrown_within(settings),
    }


def slope_of_one_at_zero(settings: PenaltySettings) -> float:
    """The slope of a summand of R just above w = 0, infinite for a p-norm with p < 1."""
    if settings.penalty == "p-norm":
        return 0.0 if settings.exponent > 1 else 1.0 if settings.exponent == 1 else math.inf
    return {"L1": 1.0, "L2": 0.0, "elastic net": settings.l1_share}[settings.penalty]


def thrown_within(settings: PenaltySettings) -> float:
    """The |w| below which a step by the slope of λ|w|ᵖ alone leads beyond −w: (ηλp/2)^(1/(2−p)) for p < 1, else 0."""
    p = settings.exponent
    if settings.penalty != "p-norm" or p >= 1:
        return 0.0
    strength = mean_strength(settings, batch_size(settings))
    return float((settings.learning_rate * strength * p / 2.0) ** (1.0 / (2.0 - p)))
