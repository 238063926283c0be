import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.dropout_masks import kept_at, masks_at
from nnviz.core.training.optimizers import GradientDescent

DATA = make_dataset("moons", 23, 0.5, 1)


def experiment(batch_size, **dropout):
    model = Network(2, (5, 4), "tanh", **dropout)
    optimizer = GradientDescent(0.1, batch_size)
    return Experiment(DATA.X, DATA.y, model, LOSSES["log loss"], optimizer, random_source=KeyedSource(7))


@pytest.mark.parametrize("inverted", [True, False])
@pytest.mark.parametrize("batch_size", [None, 5, 1])
def test_the_weights_into_a_dropped_neuron_stand_still_at_its_step_and_all_others_move(batch_size, inverted):
    run = experiment(batch_size, hidden_dropout=0.5, inverted_dropout=inverted)
    recording, _ = advance(run, initial_state(run), 60)
    weights = np.concatenate([initial_state(run).weights[None], recording.weights])
    moved = [np.diff(view, axis=0)[..., 0] != 0.0 for view in run.model.views(weights)]  # each neuron's bias
    _, first, second = kept_at(run.model, masks_at(run, recording.step))
    assert 0.3 < second.mean() < 0.7
    np.testing.assert_array_equal(moved[1], second)
    alive = second.any(axis=1)  # where the whole second layer is dropped nothing reaches the first
    np.testing.assert_array_equal(moved[0][alive], first[alive])


def test_the_weights_of_a_dropped_feature_stand_still_at_its_step():
    run = experiment(6, input_dropout=0.4)
    recording, _ = advance(run, initial_state(run), 40)
    weights = np.concatenate([initial_state(run).weights[None], recording.weights])
    moved = (np.diff(run.model.views(weights)[0], axis=0)[..., 1:] != 0.0).any(axis=1)
    np.testing.assert_array_equal(moved, kept_at(run.model, masks_at(run, recording.step))[0])


def test_nothing_is_dropped_at_step_0_and_in_layers_without_a_rate():
    run = experiment(None, hidden_dropout=0.5)
    features, first, second = kept_at(run.model, masks_at(run, [0, 1, 2, 3]))
    assert features.all()
    assert first[0].all()
    assert second[0].all()
    assert not first[1:].all()


def test_a_step_has_the_same_mask_whatever_is_asked_beside_it():
    run = experiment(5, hidden_dropout=0.5, input_dropout=0.2)
    np.testing.assert_array_equal(masks_at(run, [17]), masks_at(run, np.arange(30))[17:18])


@pytest.mark.parametrize("batch_size", [None, 5])
def test_a_run_at_rate_0_is_the_run_without_dropout_to_the_last_bit(batch_size):
    without, at_zero = experiment(batch_size), experiment(batch_size, hidden_dropout=0.0, input_dropout=0.0)
    recordings = [advance(run, initial_state(run), 50)[0] for run in (without, at_zero)]
    assert recordings[0].weights.tobytes() == recordings[1].weights.tobytes()
    assert masks_at(at_zero, [1, 2]).shape == (2, 0)
