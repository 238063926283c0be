"""What the prose on more than two classes says about its data, its model, and guessing."""

import math
from collections.abc import Mapping

from nnviz.lessons.softmax.experiment import chosen, examples, model
from nnviz.lessons.softmax.settings import SoftmaxSettings


def values(settings: SoftmaxSettings) -> Mapping[str, object]:
    """How many classes, examples, weights and hidden neurons there are, and the loss of guessing in both units."""
    known, network = examples(settings), model(settings)
    n_held_out = 0 if known.held_out is known.training else len(known.held_out.y)
    return {
        "n_classes": known.n_classes,
        "n_features": network.n_features,
        "n_parameters": network.n_parameters,
        "hidden": sum(network.hidden),
        "guessing_nats": math.log(known.n_classes),
        "guessing_bits": math.log2(known.n_classes),
        "is_digits": settings.is_digits,
        "is_own": chosen(settings).is_own,
        "source": known.training.source,
        "n_samples": len(known.training.y) + n_held_out,
        "n_held_out": n_held_out,
    }
