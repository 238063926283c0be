"""The protocol of optimizers, held to with a second one: classical momentum, which is known to this file alone."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from nnviz.code_export.trained import Training
from nnviz.code_export.training_script import training_script
from nnviz.core.models.batch_norm import AFTER, BEFORE, BatchNormalisation
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.training import optimizers
from nnviz.core.training.advance import Experiment, State, advance, initial_state
from nnviz.core.training.full_run import all_updates, plain_updates
from nnviz.core.training.linear_updates import LinearUpdater
from nnviz.core.training.optimizers import GradientDescent, Optimizer, UpdateSource, per_run
from nnviz.core.training.updaters import updater_of
from nnviz.core.training.updates import NetworkUpdater
from tests.code_export.executed import executed

GRADIENT = np.array([3.0, -4.0, 0.0])
generator = np.random.default_rng(2)
X = generator.normal(size=(37, 2))
TARGETS = 1.0 + X @ [2.0, -1.0] + generator.normal(size=37)
LABELS = (X[:, 0] * X[:, 1] > 0.0) * 1.0
N_STEPS = 120


@dataclass(frozen=True, eq=False)
class Momentum(Optimizer):
    """v ← βv + clip(∇), w ← w − ηv (Polyak 1964)."""

    source = UpdateSource(
        ("v = beta * v + g", "w = w - learning_rate * v"), ("v = np.zeros_like(w)",), {"beta": "β, what is kept of v"}
    )

    beta: float = 0.9

    def initial_memory(self, n_parameters):
        return {"velocity": np.zeros(n_parameters)}

    def update_rule(self, weights, memory):
        velocity, rate, change = memory["velocity"], per_run(self.learning_rate), np.empty_like(weights)

        def roll(gradient):
            np.multiply(velocity, self.beta, velocity)
            np.add(velocity, gradient, velocity)
            np.multiply(velocity, rate, change)
            np.subtract(weights, change, weights)

        return roll


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setitem(optimizers.OPTIMIZERS, "momentum", Momentum)


def experiment_on(model, optimizer, loss="log loss", penalty=None):
    y = TARGETS if loss == "mean squared error" else LABELS
    return Experiment(X, y, model, LOSSES[loss], optimizer, penalty, KeyedSource(4))


PLACES = BatchNormalisation((BEFORE, AFTER))
NORMALISED = Network(2, (5, 4), hidden_dropout=0.2, normalisation=PLACES)
CASES = {
    "a line, one example": ({}, Network(2), 1, "mean squared error", None),
    "a line": ({}, Network(2), 8, "mean squared error", None),
    "a clipped line": ({"clip_norm": 0.5}, Network(2), 8, "mean squared error", None),
    "a network": ({}, Network(2, (6, 5)), 10, "log loss", None),
    "a clipped network, all data": ({"clip_norm": 0.5, "clip_value": 0.2}, Network(2, (6,)), None, "log loss", None),
    "a penalty": ({}, Network(2, (6,)), 10, "log loss", Penalty("L1", 0.02)),
    "a proximal penalty": ({"proximal": True}, Network(2, (6,)), 10, "log loss", Penalty("L1", 0.02)),
    "a normalised network": ({}, Network(2, (5, 4), normalisation=PLACES), 10, "log loss", None),
    "a normalised network with dropout": ({}, NORMALISED, 10, "log loss", None),
    "several rates": ({"learning_rate": np.array([0.01, 0.3])}, Network(2, (6,)), 10, "log loss", None),
    "several rates of a normalised network": (
        {"learning_rate": np.array([0.01, 0.3])},
        NORMALISED,
        10,
        "log loss",
        None,
    ),
}


def experiment_of(name, kind, **own):
    options, model, batch_size, loss, penalty = CASES[name]
    optimizer = kind(**{"learning_rate": 0.02, "batch_size": batch_size, **options, **own})
    return experiment_on(model, optimizer, loss, penalty)


def recorded(recordings):
    names = ("step", "loss", "weights", "gradient", "gradient_norm", "update_norm")
    arrays = [np.concatenate([getattr(piece, name) for piece in recordings]) for name in names]
    return [*arrays, *(np.concatenate([p.memory[name] for p in recordings]) for name in recordings[0].memory)]


def test_plain_gradient_descent_is_an_entry_of_the_registry():
    assert optimizers.OPTIMIZERS["gradient descent"] is GradientDescent


@pytest.mark.parametrize("cuts", [(1, 2, 3), (17, 60), (4, 5, 59, 119)])
@pytest.mark.parametrize("name", CASES)
def test_a_run_that_remembers_may_be_cut_and_resumed_anywhere_with_the_same_bytes(name, cuts):
    experiment = experiment_of(name, Momentum)
    uncut, last = advance(experiment, initial_state(experiment), N_STEPS)
    state, parts = initial_state(experiment), []
    for cut in (*cuts, N_STEPS):
        recording, state = advance(experiment, state, cut - state.step)
        parts.append(recording)
        sent = {key: np.array(array.tolist()) for key, array in state.as_arrays().items()}
        state = State.from_arrays(state.step, sent)
    for piecewise, whole in zip(recorded(parts), recorded([uncut]), strict=True):
        assert piecewise.tobytes() == whole.tobytes()
    for key, array in last.as_arrays().items():
        assert state.as_arrays()[key].tobytes() == array.tobytes()
        assert array.any()


@pytest.mark.parametrize("name", CASES)
def test_momentum_without_memory_is_plain_descent_bit_for_bit(name, monkeypatch):
    plain, momentum = experiment_of(name, GradientDescent), experiment_of(name, Momentum, beta=0.0)
    if name == "a line, one example":  # plain descent has Python's own arithmetic for it, which rounds otherwise
        monkeypatch.setattr("nnviz.core.training.updaters.UPDATERS", (LinearUpdater,))
    expected, _ = advance(plain, initial_state(plain), N_STEPS)
    found, _ = advance(momentum, initial_state(momentum), N_STEPS)
    for column in ("loss", "weights", "gradient"):
        assert getattr(found, column).tobytes() == getattr(expected, column).tobytes()
    assert found.memory["velocity"].any()


def test_momentum_on_a_bowl_is_its_two_lines_of_arithmetic():
    experiment = experiment_of("a line", Momentum)
    experiment = replace(experiment, optimizer=Momentum(0.02, beta=0.8))
    weights, A = initial_state(experiment).weights.copy(), np.column_stack([np.ones(37), X])
    velocity = np.zeros(3)
    for _ in range(50):
        velocity = 0.8 * velocity + 2.0 * A.T @ (A @ weights - TARGETS) / 37
        weights = weights - 0.02 * velocity
    _, state = advance(experiment, initial_state(experiment), 50)
    np.testing.assert_allclose(state.weights, weights, rtol=1e-11)
    np.testing.assert_allclose(state.memory["velocity"], velocity, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", [name for name in CASES if not {"several", "dropout"} & set(name.split())])
def test_the_script_of_a_run_makes_the_updates_of_its_optimizer(name):
    experiment = experiment_of(name, Momentum, beta=0.7)
    _, state = advance(experiment, initial_state(experiment), 40)
    text = training_script([{"": Training(experiment, 40)}])
    assert "beta = 0.7  # β" in text
    names = executed(text)
    np.testing.assert_allclose(names["w"], state.weights, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(names["v"], state.memory["velocity"], rtol=1e-10, atol=1e-12)


def test_runs_of_two_optimizers_have_no_script_yet():
    both = [experiment_of("a network", kind) for kind in (GradientDescent, Momentum)]
    with pytest.raises(KeyError, match="two optimizers"):
        training_script([{str(i): Training(run, 10) for i, run in enumerate(both)}])


def test_the_recorded_memory_is_that_of_every_recorded_step():
    experiment = experiment_of("a normalised network with dropout", Momentum)
    recording, _ = advance(experiment, initial_state(experiment), 60, stride=7)
    for row, step in enumerate(recording.step):
        _, state = advance(experiment, initial_state(experiment), int(step))
        assert set(recording.memory) == set(state.memory) == {"velocity", "moving mean", "moving variance"}
        for name, array in recording.memory.items():
            assert array[row].tobytes() == state.memory[name].tobytes()


def test_a_kernel_that_has_plain_descent_built_in_leaves_others_alone():
    line = experiment_of("a line, one example", Momentum)
    assert type(updater_of(line, initial_state(line))) is LinearUpdater
    network = experiment_of("a network", Momentum)
    assert type(updater_of(network, initial_state(network))) is NetworkUpdater
    updates, plain = all_updates(line, 200), plain_updates(line, initial_state(line), 200)
    assert updates.weights.tobytes() == plain.weights.tobytes()


def test_an_optimizer_chosen_meanwhile_goes_on_from_the_weights_with_a_memory_of_its_own():
    plain, momentum = experiment_of("a network", GradientDescent), experiment_of("a network", Momentum)
    _, halfway = advance(plain, initial_state(plain), 30)
    _, fresh = advance(momentum, halfway, 10)
    _, same = advance(momentum, State(30, halfway.weights, momentum.initial_memory()), 10)
    assert fresh.weights.tobytes() == same.weights.tobytes()
    _, back = advance(plain, fresh, 5)
    assert back.memory == {}


def test_a_run_that_diverges_remembers_nothing_from_that_step_on():
    optimizer = Momentum(np.array([0.01, 5.0]), 8)
    experiment = experiment_on(Network(2), optimizer, "mean squared error")
    recording, state = advance(experiment, initial_state(experiment), 2000)
    survived, diverged = recording.diverged_at
    assert survived is None
    assert np.isnan(recording.memory["velocity"][diverged - 1 :, 1]).all()
    assert np.isfinite(recording.memory["velocity"][: diverged - 1, 1]).all()
    assert np.isnan(state.memory["velocity"]).tolist() == [[False] * 3, [True] * 3]


def test_both_limits_hold_together():
    clipped = GradientDescent(0.1, clip_norm=2.0, clip_value=3.0).clip(GRADIENT)
    np.testing.assert_allclose(clipped, np.array([3.0, -3.0, 0.0]) * 2.0 / np.sqrt(18.0), rtol=1e-15)


def test_without_limits_nothing_is_clipped():
    optimizer = GradientDescent(0.1)
    assert not optimizer.clips
    assert optimizer.clip(GRADIENT) is GRADIENT


@pytest.mark.parametrize("wrong", [{"batch_size": 0}, {"clip_norm": 0.0}, {"clip_value": -1.0}, {"clip_norm": np.nan}])
def test_an_optimizer_that_cannot_step_is_refused(wrong):
    with pytest.raises(ValueError, match=r"batch|limit"):
        GradientDescent(0.1, **wrong)
