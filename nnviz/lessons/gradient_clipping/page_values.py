"""What the prose on gradient clipping says about rates and steps."""

from collections.abc import Mapping

from nnviz.lessons.gradient_clipping import experiment
from nnviz.lessons.gradient_clipping.messages import distance, fewest_steps, longest_step, stable_learning_rate
from nnviz.lessons.gradient_clipping.settings import BY_NORM, BY_VALUE, OFF, GradientClippingSettings


def values(settings: GradientClippingSettings) -> Mapping[str, object]:
    """The words of the choice, the stable rates, how far it is and how far steps go, and what is clipped at rest."""
    bias, _, w2 = experiment.first_step(settings)
    return {
        "by_norm": BY_NORM,
        "by_value": BY_VALUE,
        "is_clipped": settings.clipping != OFF,
        "stable_rate": stable_learning_rate(settings),
        "standardised_rate": experiment.standardised_rate(settings),
        "distance": distance(settings),
        "longest_step": longest_step(settings),
        "fewest_steps": fewest_steps(settings),
        "first_bias": bias,
        "first_w2": w2,
        "has_batches": settings.batch_size < len(experiment.data(settings).y),
        "n_drawn": experiment.N_DRAWN,
        "clipped_at_rest": experiment.share_clipped_at_rest(settings),
    }
