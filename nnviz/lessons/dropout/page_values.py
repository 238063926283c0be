"""What the prose on dropout says about inference."""

from collections.abc import Mapping

from nnviz.lessons.dropout.experiment import N_SUBNETWORKS, asked_class, data, is_exact, misses_features, model
from nnviz.lessons.dropout.settings import INVERTED, MEASURES, DropoutSettings
from nnviz.user_data.table import as_code


def values(settings: DropoutSettings) -> Mapping[str, object]:
    """How many subnetworks are asked, for what, and whether inference is exactly their mean."""
    network, (training, _) = model(settings, "without"), data(settings)
    return {
        "n_classes": network.n_outputs,
        "asked": as_code(training.class_names[asked_class(settings)]) if network.output_shape else "",
        "n_subnetworks": N_SUBNETWORKS,
        "n_weights": network.n_parameters,
        "n_samples": len(training.y),
        "is_exact": is_exact(settings),
        "misses_features": misses_features(settings),
        "of_inverted": settings.inside == INVERTED,
        "of_probability": settings.measure != MEASURES[0],
    }
