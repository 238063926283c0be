"""What the prose on dropout says about inference."""

from collections.abc import Mapping

from nnviz.lessons.dropout.experiment import N_SUBNETWORKS, data, is_exact, misses_features, model
from nnviz.lessons.dropout.settings import INVERTED, MEASURES, DropoutSettings


def values(settings: DropoutSettings) -> Mapping[str, object]:
    """How many subnetworks are asked, for what, and whether inference is exactly their mean."""
    return {
        "n_subnetworks": N_SUBNETWORKS,
        "n_weights": model(settings, "without").n_parameters,
        "n_samples": len(data(settings)[0].y),
        "is_exact": is_exact(settings),
        "misses_features": misses_features(settings),
        "of_inverted": settings.inside == INVERTED,
        "of_probability": settings.measure != MEASURES[0],
    }
