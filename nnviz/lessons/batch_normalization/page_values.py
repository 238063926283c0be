"""What the prose on batch normalisation says about the batches, the places of normalising and the run beside."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.information import entropy
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.batch_norm import AFTER, EPSILON
from nnviz.lessons.batch_normalization.experiment import batch_size, data, places
from nnviz.lessons.batch_normalization.settings import WITHOUT, BatchNormSettings


def values(settings: BatchNormSettings) -> Mapping[str, object]:
    """The batches of both runs, ε as a power of ten, what is normalised where, and the loss of a constant output."""
    training, _ = data(settings)
    return {
        "batch_size": min(batch_size(settings, "normalised"), len(training.y)),
        "beside_size": min(batch_size(settings, "beside"), len(training.y)),
        "exponent": math.floor(math.log10(EPSILON)),
        "beside_is_plain": settings.beside == WITHOUT,
        "after_activation": AFTER in places(settings),
        "scale_free": passes_a_factor_on(settings.activation),
        "constant_loss": constant_loss(training.y),
    }


def passes_a_factor_on(activation: str) -> bool:
    """Whether φ(cz) = cφ(z) for every c > 0, as for ReLU."""
    z = np.array([-3.0, -1.0, -0.2, 0.2, 1.0, 3.0])
    value = ACTIVATIONS[activation].value
    return bool(np.allclose(value(2.0 * z, np.empty(6)), 2.0 * value(z, np.empty(6))))


def constant_loss(y: np.ndarray) -> float:
    """The least mean log loss of one answer for all: the entropy of the class shares in nats, for labels y (n,)."""
    shares = np.bincount(y.astype(np.int64)) / len(y)
    return float(entropy(shares)) * math.log(2.0)
