"""Which neurons dropout leaves out at a step: the mask that training used, told again from the draws."""

from collections.abc import Sequence

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.training.batches import Batches
from nnviz.core.training.experiment import Experiment
from nnviz.core.types import BoolArray, FloatArray, IntArray


def masks_at(experiment: Experiment, steps: Sequence[int] | IntArray) -> FloatArray:
    """What the droppable neurons were multiplied with in the update that led to each step: (n_steps, n_droppable).

    No update led to step 0: nothing is dropped there.
    """
    model, batches = experiment.model, Batches(experiment)
    n_shuffled = batches.n_samples if batches.shuffles else 0
    uniforms = np.ones((len(steps), model.n_droppable))
    for row, step in zip(uniforms, steps, strict=True):
        if step > 0 and row.size:
            epoch, place = divmod(int(step) - 1, batches.steps_per_epoch)
            drawn = experiment.random_source.of_epoch(epoch, n_shuffled, batches.steps_per_epoch * model.n_droppable)
            row[:] = drawn.uniforms.reshape(batches.steps_per_epoch, -1)[place]
    return model.masks(uniforms)


def kept_at(model: Network, masks: FloatArray) -> list[BoolArray]:
    """Which neurons masks (..., n_droppable) keep: for the features and each hidden layer (..., n_neurons)."""
    kept, start = [], 0
    for layer, rate in zip(model.layers, model.dropout_rates, strict=True):
        if rate:
            kept.append(masks[..., start : start + layer.n_inputs] > 0.0)
            start += layer.n_inputs
        else:
            kept.append(np.ones((*masks.shape[:-1], layer.n_inputs), dtype=np.bool_))
    return kept
