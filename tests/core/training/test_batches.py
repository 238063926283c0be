import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment
from nnviz.core.training.batches import Batches
from nnviz.core.training.optimizers import GradientDescent

X = np.arange(23.0)[:, None]


def batches_of(batch_size, model=None, n_samples=23):
    data, optimizer = X[:n_samples], GradientDescent(0.1, batch_size)
    loss = LOSSES["mean squared error"]
    return Batches(
        Experiment(data, 10 * data[:, 0], model or Network(1), loss, optimizer, random_source=KeyedSource(2))
    )


def steps_of(batches, first_step, n_steps):
    """(inputs, targets, mask) of every step, as the steppers walk them."""
    steps = []
    for block in batches.blocks(first_step, n_steps, ()):
        for epoch in range(len(block.parts[0].targets)):
            for part in block.parts:
                steps += [(x.copy(), y.copy(), mask.copy()) for x, y, mask, _ in part.of_epoch(epoch)]
    return steps


@pytest.mark.parametrize("batch_size", [1, 5, 8, 22, 23, 64])
def test_every_epoch_sees_every_example_once_in_a_new_order(batch_size):
    batches = batches_of(batch_size)
    per_epoch = batches.steps_per_epoch
    steps = steps_of(batches, 0, 3 * per_epoch)
    seen = [np.concatenate([x[1] for x, _, _ in steps[i * per_epoch : (i + 1) * per_epoch]]) for i in range(3)]
    assert all(sorted(epoch) == X[:, 0].tolist() for epoch in seen)
    assert (seen[0] != seen[1]).any()
    assert (seen[1] != seen[2]).any()


@pytest.mark.parametrize("batch_size", [1, 5, 23, None])
def test_targets_and_the_row_of_ones_stay_with_their_examples(batch_size):
    for x, y, _ in steps_of(batches_of(batch_size), 0, 40):
        assert (x[0] == 1.0).all()
        assert (y[0] == 10 * x[1]).all()


def test_the_last_batch_of_an_epoch_holds_what_is_left():
    sizes = [x.shape[1] for x, _, _ in steps_of(batches_of(5), 0, 10)]
    assert sizes == [5, 5, 5, 5, 3] * 2


def test_all_data_at_every_step_keep_their_order():
    for x, _, _ in steps_of(batches_of(None), 0, 3):
        assert (x[1] == X[:, 0]).all()


@pytest.mark.parametrize("batch_size", [1, 5, 23, None])
def test_steps_are_the_same_from_wherever_they_are_asked(batch_size):
    model = Network(1, (4,), hidden_dropout=0.5)
    steps = steps_of(batches_of(batch_size, model), 0, 40)
    for first in (1, 4, 5, 17):
        for step, again in zip(steps[first:], steps_of(batches_of(batch_size, model), first, 40 - first), strict=True):
            assert all((a == b).all() for a, b in zip(step, again, strict=True))


def test_every_step_drops_other_neurons():
    model = Network(1, (30,), hidden_dropout=0.5)
    masks = {mask.tobytes() for _, _, mask in steps_of(batches_of(5, model), 0, 20)}
    assert len(masks) == 20


def test_a_block_holds_no_more_than_its_limit(monkeypatch):
    monkeypatch.setattr("nnviz.core.training.batches.STEPS_IN_BLOCK", 7)
    lengths = [block.n_steps for block in batches_of(5).blocks(3, 30, ())]
    assert sum(lengths) == 30
    assert max(lengths) <= 7


def test_losses_stand_in_the_order_of_the_steps():
    batches = batches_of(5)
    (block,) = batches.blocks(0, 10, ())
    expected = []
    for epoch in range(2):
        for part in block.parts:
            for x, y, _, outputs in part.of_epoch(epoch):
                outputs[:] = x[1]
                expected.append(np.mean((x[1] - y[0]) ** 2))
    np.testing.assert_allclose(block.losses(LOSSES["mean squared error"]), expected, rtol=1e-14)
