"""What the prose on gradient clipping says about rates and steps."""

from collections.abc import Mapping

from nnviz.lessons.gradient_clipping.messages import distance, fewest_steps, longest_step, stable_learning_rate
from nnviz.lessons.gradient_clipping.settings import BY_NORM, BY_VALUE, OFF, GradientClippingSettings


def values(settings: GradientClippingSettings) -> Mapping[str, object]:
    """The words of the choice, the largest stable rate, and how far it is in steps of the greatest length."""
    return {
        "by_norm": BY_NORM,
        "by_value": BY_VALUE,
        "is_clipped": settings.clipping != OFF,
        "stable_rate": stable_learning_rate(settings),
        "distance": distance(settings),
        "longest_step": longest_step(settings),
        "fewest_steps": fewest_steps(settings),
    }
