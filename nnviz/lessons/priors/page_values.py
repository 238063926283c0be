"""What the prose on priors says about both of them at scale 1."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from nnviz.core.analysis.priors import PRIORS
from nnviz.lessons.priors.settings import PriorSettings

STEP, FAR = 1e-4, 40.0


def values(_settings: PriorSettings) -> Mapping[str, object]:
    """Densities at 0 and variances with scale 1, where they cross, and the Laplace density at 0 with variance 1."""
    return _at_scale_1()


@cache
def _at_scale_1() -> Mapping[str, float]:
    w = np.arange(0.0, FAR, STEP)
    normal, laplace = (PRIORS[name].density(w, 1.0) for name in ("Normal", "Laplace"))
    near, far = w[np.flatnonzero(np.diff(laplace > normal))]
    variances = [2.0 * float(np.trapezoid(w**2 * density, w)) for density in (normal, laplace)]
    return {
        "normal_at_0": float(normal[0]),
        "laplace_at_0": float(laplace[0]),
        "near": float(near),
        "far": float(far),
        "normal_variance": variances[0],
        "laplace_variance": variances[1],
        "laplace_at_0_of_variance_1": float(laplace[0]) * float(np.sqrt(variances[1])),
    }
