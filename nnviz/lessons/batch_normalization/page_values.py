"""What the prose on batch normalisation says about the batches and the run beside."""

import math
from collections.abc import Mapping

from nnviz.core.models.batch_norm import EPSILON
from nnviz.lessons.batch_normalization.experiment import batch_size
from nnviz.lessons.batch_normalization.settings import WITHOUT, BatchNormSettings


def values(settings: BatchNormSettings) -> Mapping[str, object]:
    """The batch of the normalised run, ε as a power of ten, and whether the run beside is the plain network."""
    return {
        "batch_size": batch_size(settings, "normalised"),
        "exponent": math.floor(math.log10(EPSILON)),
        "beside_is_plain": settings.beside == WITHOUT,
    }
