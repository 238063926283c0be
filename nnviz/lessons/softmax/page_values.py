"""What the prose on more than two classes says about its data, its model, and guessing."""

import math
from collections.abc import Mapping

from nnviz.lessons.softmax.experiment import examples, model
from nnviz.lessons.softmax.settings import SoftmaxSettings


def values(settings: SoftmaxSettings) -> Mapping[str, object]:
    """How many classes, examples, weights and hidden neurons there are, and the loss of guessing in both units."""
    known, network = examples(settings), model(settings)
    return {
        "n_classes": known.n_classes,
        "n_features": network.n_features,
        "n_parameters": network.n_parameters,
        "hidden": sum(network.hidden),
        "guessing_nats": math.log(known.n_classes),
        "guessing_bits": math.log2(known.n_classes),
        "is_digits": settings.is_digits,
        "source": known.training.source,
        "n_samples": len(known.training.y) + len(known.held_out.y),
        "n_held_out": len(known.held_out.y),
    }
