"""What the weights in a ball are to the penalised loss L(w) + λ Σ|w|ᵖ: its minimum, or a saddle.

For p ≥ 1 that loss is convex, and its minimum is where the ball's optimum is. For p < 1 it need not be.
"""

import numpy as np

from nnviz.core.solvers.constrained import Bowl, constrained
from nnviz.core.types import BoolArray, FloatArray

N_SIZES = 120
N_FINER = 16
N_ROUNDS = 4


def bends_down(loss: Bowl, weights: FloatArray, strengths: FloatArray, p: float) -> BoolArray:
    """Whether L + λ Σ|w|ᵖ bends down in some direction, for p ≤ 1 at weights (T, 2) with strengths λ (T,): (T,).

    Its second derivative is 2H + λp(p − 1) diag(|w|ᵖ⁻²) over the weights that are not 0; from a weight of 0 the penalty
    rises to both sides by a kink. A stationary point where the loss bends down is a saddle or a maximum.
    """
    size = np.where(weights == 0.0, 1.0, np.abs(weights))
    own = 2.0 * np.diag(loss.gram) + strengths[:, None] * p * (p - 1.0) * size ** (p - 2.0)
    half_apart, shared = 0.5 * (own[:, 0] - own[:, 1]), 2.0 * loss.gram[0, 1]
    smaller_eigenvalue = own.mean(axis=1) - np.hypot(half_apart, shared)
    at_a_corner = np.any(weights == 0.0, axis=1)
    alone = np.where(weights == 0.0, np.inf, own).min(axis=1)
    return np.asarray(np.where(at_a_corner, alone, smaller_eigenvalue) < 0.0)


def lowest(loss: Bowl, strength: float, p: float) -> tuple[FloatArray, float]:
    """The weights (2,) of least L(w) + λ Σ|w|ᵖ, and how low it is there.

    They are the constrained optimum in the ball of their own size, so that sizes are searched, up to that of the bowl's
    centre: ever closer around each that is lower than its neighbours. In a ball of size 0 all weights are 0.
    """
    found, low = np.zeros(2), float(loss.loss(np.zeros(2)))
    whole = float((np.abs(loss.centre) ** p).sum() ** (1.0 / p))
    width = whole / N_SIZES
    sizes = np.linspace(0.0, whole, N_SIZES + 1)[1:]
    for _ in range(N_ROUNDS if whole > 0.0 else 0):
        weights = constrained(loss, sizes, p).weights
        heights = loss.loss(weights) + strength * (np.abs(weights) ** p).sum(axis=1)
        best = int(np.argmin(heights))
        if heights[best] < low:
            found, low = weights[best], float(heights[best])
        beside = np.concatenate([[np.inf], heights, [np.inf]])
        valleys = sizes[(heights <= beside[:-2]) & (heights <= beside[2:])]
        around = 2.0 * width * (np.arange(N_FINER + 1) / N_FINER - 0.5)
        width = 2.0 * width / N_FINER
        sizes = np.unique(np.clip(valleys[:, None] + around, 1e-3 * width, whole))
    return found, low
