"""The gradient check: the chain rule, the model's own backward pass and finite differences, side by side."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.two_neurons import TWO_NEURONS
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.types import FloatArray
from nnviz.lessons.backpropagation.experiment import batch, chain_rule, loss_name, start
from nnviz.lessons.backpropagation.settings import ALL, KEPT, LOSS_NAMES, N_EXAMPLES, BackpropagationSettings

STEPS = 10.0 ** np.linspace(-12, 0, 49)


@dataclass(frozen=True, eq=False)
class Check:
    """The gradient (4,) at the sliders' weights, found in three ways."""

    by_hand: FloatArray
    by_model: FloatArray
    by_differences: FloatArray

    @property
    def apart(self) -> float:
        """The largest difference between any two."""
        found = np.stack([self.by_hand, self.by_model, self.by_differences])
        return float(np.ptp(found, axis=0).max())


def differences(settings: BackpropagationSettings, name: str, step: float) -> FloatArray:
    """Central differences of the loss of the batch at the sliders' weights."""
    x, y = batch(settings)
    loss = LOSSES[name]
    return central_differences(
        lambda w: float(loss.of_batch(TWO_NEURONS.outputs(w, x[:, None]), y)), start(settings), step
    )


def check(settings: BackpropagationSettings) -> Check:
    """The three gradients of the loss that is shown."""
    x, y = batch(settings)
    name = loss_name(settings)
    return Check(
        by_hand=chain_rule(settings, start(settings)).gradient(),
        by_model=loss_gradient(TWO_NEURONS, LOSSES[name], start(settings), x[:, None], y),
        by_differences=differences(settings, name, 6e-6),
    )


def dropped_factor(settings: BackpropagationSettings) -> float:
    """How many times as long as the true gradient the one that is shown is, for lack of its constants."""
    if settings.constants == KEPT:
        return 1.0
    n = N_EXAMPLES if settings.example == ALL else 1
    return n / 2 if settings.loss == "squared error" else float(n)


@dataclass(frozen=True)
class BestWidth:
    """The width h = 10^exponent at which differences come nearest to the true gradient, and the digits that agree."""

    exponent: float
    digits: int


def best_width(settings: BackpropagationSettings) -> BestWidth:
    """Of the widths of the figure, for the gradient with all its constants."""
    apart = disagreement(settings.model_copy(update={"constants": KEPT}))
    best = int(apart.argmin())
    return BestWidth(float(np.log10(STEPS[best]).round(2)), int(-np.log10(apart[best])))


@lru_cache(maxsize=64)
def disagreement(settings: BackpropagationSettings) -> FloatArray:
    """‖g − differences of the mean loss‖ / ‖differences' best‖ over the width h of the differences: (steps,).

    g is the gradient as it is shown: with its constant factors dropped it disagrees at every width.
    """
    mean_loss = LOSS_NAMES[settings.loss, KEPT]
    shown = chain_rule(settings, start(settings)).gradient()
    size = np.linalg.norm(differences(settings, mean_loss, 6e-6)) or 1.0
    apart = [np.linalg.norm(shown - differences(settings, mean_loss, float(step))) for step in STEPS]
    found = np.maximum(np.array(apart) / size, 1e-16)
    found.setflags(write=False)
    return found
