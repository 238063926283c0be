"""What the prose of the penalties lesson says in formulas."""

from collections.abc import Mapping

from nnviz.core.objectives.penalties import PENALTIES
from nnviz.lessons.penalties.experiment import penalty
from nnviz.lessons.penalties.settings import PenaltySettings


def values(settings: PenaltySettings) -> Mapping[str, object]:
    """R(w), the slope of a summand and the proximal step in LaTeX; `proximal_step` is empty where there is none."""
    kind, numbers = PENALTIES[settings.penalty], penalty(settings)
    return {
        "size": kind.formula(numbers),
        "slope": kind.slope_formula(numbers),
        "proximal_step": kind.proximal_formula(numbers),
    }
