import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.training import updaters
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.linear_updates import ClassUpdater, ExampleUpdater, LinearUpdater
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.training.updaters import updater_of
from nnviz.core.training.updates import NetworkUpdater

generator = np.random.default_rng(1)
X = generator.normal(size=(33, 2))
y = 1.0 + X @ [2.0, -1.0] + generator.normal(size=33)


def experiment_on(model=None, loss="mean squared error", optimizer=None, penalty=None):
    optimizer = optimizer or GradientDescent(0.05, 1)
    return Experiment(X, y, model or Network(2), LOSSES[loss], optimizer, penalty, KeyedSource(3))


def stepper_for(experiment):
    return type(updater_of(experiment, initial_state(experiment)))


def trained_by(updater, experiment, monkeypatch, stride=1):
    monkeypatch.setattr(updaters, "UPDATERS", (updater,))
    return advance(experiment, initial_state(experiment), 300, stride)[0]


@pytest.mark.parametrize(
    ("updater", "batch_size"),
    [(ExampleUpdater, 1), (LinearUpdater, 1), (LinearUpdater, 8), (LinearUpdater, 33), (LinearUpdater, None)],
)
@pytest.mark.parametrize("biases", [(True,), (False,)])
@pytest.mark.parametrize("stride", [1, 7])
def test_the_formula_trains_like_the_layers(updater, batch_size, biases, stride, monkeypatch):
    experiment = experiment_on(Network(2, biases=biases), optimizer=GradientDescent(0.05, batch_size))
    by_formula = trained_by(updater, experiment, monkeypatch, stride)
    by_layers = trained_by(NetworkUpdater, experiment, monkeypatch, stride)
    for name in ("weights", "loss", "gradient_norm", "update_norm"):
        expected = getattr(by_layers, name)
        np.testing.assert_allclose(getattr(by_formula, name), expected, rtol=1e-12, atol=1e-12)


def test_a_line_with_one_example_at_a_step_is_trained_by_plain_arithmetic():
    assert stepper_for(experiment_on()) is ExampleUpdater


def test_a_line_in_batches_is_trained_by_its_formula():
    assert stepper_for(experiment_on(optimizer=GradientDescent(0.1, 8))) is LinearUpdater
    assert stepper_for(experiment_on(optimizer=GradientDescent(0.1))) is LinearUpdater


@pytest.mark.parametrize("loss", CLASS_LOSSES)
@pytest.mark.parametrize("batch_size", [1, 8, None])
def test_classes_are_trained_by_their_formula_to_the_same_bits_as_by_the_layers(loss, batch_size, monkeypatch):
    for n_classes, limits in ((3, {}), (10, {"clip_norm": 0.2})):
        experiment = Experiment(
            X,
            np.arange(33.0) % n_classes,
            Network(2, n_outputs=n_classes),
            CLASS_LOSSES[loss],
            GradientDescent(0.3, batch_size, **limits),
            random_source=KeyedSource(3),
        )
        assert stepper_for(experiment) is ClassUpdater
        by_formula = trained_by(ClassUpdater, experiment, monkeypatch)
        by_layers = trained_by(NetworkUpdater, experiment, monkeypatch)
        for name in ("weights", "loss", "gradient", "update_norm"):
            np.testing.assert_array_equal(getattr(by_formula, name), getattr(by_layers, name))
        monkeypatch.undo()


@pytest.mark.parametrize("limits", [{"clip_norm": 0.5}, {"clip_value": 0.3}, {"clip_norm": 0.5, "clip_value": 0.3}])
@pytest.mark.parametrize("batch_size", [1, 8, None])
def test_a_clipped_line_is_trained_by_its_formula_like_by_the_layers(batch_size, limits, monkeypatch):
    experiment = experiment_on(optimizer=GradientDescent(0.05, batch_size, **limits))
    assert stepper_for(experiment) is LinearUpdater
    by_formula = trained_by(LinearUpdater, experiment, monkeypatch)
    by_layers = trained_by(NetworkUpdater, experiment, monkeypatch)
    for name in ("weights", "loss", "gradient", "gradient_norm", "update_norm"):
        np.testing.assert_allclose(getattr(by_formula, name), getattr(by_layers, name), rtol=1e-11, atol=1e-11)
    assert (by_formula.update_norm < by_formula.gradient_norm).any()


@pytest.mark.parametrize(
    "more_than_plain",
    [
        {"model": Network(2, (3,))},
        {"model": Network(2, input_dropout=0.1)},
        {"loss": "log loss"},
        {"penalty": Penalty("L2", 0.0)},
        {"optimizer": GradientDescent(np.array([0.1, 0.2]), 1)},
    ],
)
def test_everything_else_is_trained_through_the_layers(more_than_plain):
    assert stepper_for(experiment_on(**more_than_plain)) is NetworkUpdater


def test_clipping_by_value_bounds_every_step():
    experiment = experiment_on(optimizer=GradientDescent(0.1, 8, clip_value=0.01))
    recording, _ = advance(experiment, initial_state(experiment), 20)
    np.testing.assert_array_less(np.abs(np.diff(recording.weights, axis=0)), 0.1 * 0.01 * (1 + 1e-9))


def test_a_proximal_penalty_acts_after_the_clipped_gradient_step():
    optimizer = GradientDescent(0.1, clip_norm=0.5, proximal=True)
    experiment = experiment_on(optimizer=optimizer, penalty=Penalty("L1", 2.0, bias=True))
    start = initial_state(experiment).weights
    A = np.column_stack([np.ones(33), X])
    gradient = 2 * A.T @ (A @ start - y) / 33
    stepped = start - 0.1 * 0.5 * gradient / np.linalg.norm(gradient)
    expected = np.sign(stepped) * np.maximum(np.abs(stepped) - 0.1 * 2.0, 0.0)
    np.testing.assert_allclose(advance(experiment, initial_state(experiment), 1)[1].weights, expected, rtol=1e-13)
