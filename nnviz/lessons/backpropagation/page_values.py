"""What the prose on backpropagation says about the chosen constants and the gradient check."""

from collections.abc import Mapping

from nnviz.lessons.backpropagation.checks import best_width, dropped_factor
from nnviz.lessons.backpropagation.settings import KEPT, BackpropagationSettings


def values(settings: BackpropagationSettings) -> Mapping[str, object]:
    """Whether the squared error keeps its factor 2, and how near the gradient check comes."""
    return {
        "constants_kept": settings.constants == KEPT,
        "best": best_width(settings),
        "wrong_by": abs(dropped_factor(settings) - 1.0),
    }
