"""A stretch of training is the same however it is cut, recorded or grouped, and equals a textbook's loop."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource, LegacySource
from nnviz.core.training.advance import Experiment, State, advance, initial_state, mean_loss, recording_of
from nnviz.core.training.optimizers import GradientDescent
from tests.core.training.class_experiments import CLASS_EXPERIMENTS, RATES

generator = np.random.default_rng(1)
X = generator.normal(size=(53, 2))
LABELS = (X[:, 0] * X[:, 1] > 0) * 1.0
TARGETS = 1.0 + X @ [2.0, -1.0] + generator.normal(size=53)


def experiment_on(model, loss="log loss", optimizer=None, **rest):
    y = TARGETS if loss == "mean squared error" else LABELS
    optimizer = optimizer or GradientDescent(0.1, 10)
    return Experiment(X, y, model, LOSSES[loss], optimizer, **{"random_source": KeyedSource(4), **rest})


DROPOUT = Network(2, (6, 5), "ReLU", input_dropout=0.2, hidden_dropout=0.4)
CLASSIC = Network(2, (6, 5), "sigmoid", hidden_dropout=0.5, inverted_dropout=False)
EXPERIMENTS = {
    "linear": experiment_on(Network(2), "mean squared error"),
    "linear, one example": experiment_on(Network(2), "mean squared error", GradientDescent(0.01, 1)),
    "linear, all data": experiment_on(Network(2), "mean squared error", GradientDescent(0.1)),
    "linear, dropout": experiment_on(Network(2, input_dropout=0.3), "mean squared error"),
    "linear, lasso": experiment_on(
        Network(2), "mean squared error", GradientDescent(0.1, 10, proximal=True), penalty=Penalty("L1", 0.3)
    ),
    "logistic": experiment_on(Network(2)),
    "logistic, dropout": experiment_on(Network(2, input_dropout=0.5)),
    "network": experiment_on(Network(2, (8, 8)), optimizer=GradientDescent(0.1, 16)),
    "network, dropout": experiment_on(DROPOUT),
    "network, dropout, all data": experiment_on(DROPOUT, optimizer=GradientDescent(0.1)),
    "network, classic dropout": experiment_on(CLASSIC),
    "network, clipped": experiment_on(Network(2, (8,)), optimizer=GradientDescent(1.0, 7, 0.5, 0.1)),
    "network, elastic net": experiment_on(DROPOUT, penalty=Penalty("elastic net", 0.01)),
    "network, ridge": experiment_on(Network(2, (4,)), penalty=Penalty("L2", 0.1, True, True)),
    "network, batch larger than the data": experiment_on(Network(2, (4,)), optimizer=GradientDescent(0.1, 64)),
    "runs of a line": experiment_on(Network(2), "mean squared error", GradientDescent(RATES, 10)),
    "runs of a network": experiment_on(DROPOUT, optimizer=GradientDescent(RATES, 10, clip_norm=0.5)),
    "runs that diverge": experiment_on(
        Network(2), "mean squared error", GradientDescent(np.array([0.01, 1.5, 5.0]), 10)
    ),
    "a run that diverges": experiment_on(Network(2), "mean squared error", GradientDescent(1.5, 10)),
    "the legacy stream": experiment_on(DROPOUT),
    **CLASS_EXPERIMENTS,
}
N_STEPS = 311


def at_start(name):
    """The experiment with draws that nobody has used yet."""
    experiment = EXPERIMENTS[name]
    if name == "the legacy stream":
        random_source = LegacySource(np.random.RandomState(4))
        return replace(
            experiment, random_source=random_source, initial_weights=random_source.normal(experiment.model.n_parameters)
        )
    return experiment


def bytes_of(recordings):
    """All that was recorded, in one string of bytes."""
    names = ("step", "loss", "weights", "gradient", "gradient_norm", "update_norm")
    return b"".join(np.concatenate([getattr(r, name) for r in recordings]).tobytes() for name in names)


def first_divergence(recordings):
    """The earliest step that any of the recordings tells, per run."""
    steps = zip(*(np.atleast_1d(np.array(r.diverged_at, dtype=object)) for r in recordings), strict=True)
    return [min((step for step in told if step is not None), default=None) for told in steps]


@pytest.mark.parametrize("stride", [1, 3])
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_run_cut_at_random_steps_is_the_uncut_run_to_the_last_bit(name, stride):
    experiment = at_start(name)
    start = initial_state(experiment)
    uncut, last = advance(experiment, start, N_STEPS, stride)
    for seed in range(6):
        n_cuts = 1 + 3 * seed
        cuts = np.sort(np.random.default_rng(seed).integers(0, N_STEPS + 1, n_cuts)).tolist()
        state, parts = start, []
        for cut in [*cuts, N_STEPS]:
            recording, state = advance(experiment, state, cut - state.step, stride)
            parts.append(recording)
        assert bytes_of(parts) == bytes_of([uncut])
        assert state.weights.tobytes() == last.weights.tobytes()
        assert first_divergence(parts) == first_divergence([uncut])


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_stride_records_the_same_rows_and_the_same_end(name):
    experiment = at_start(name)
    every, last = advance(experiment, initial_state(experiment), N_STEPS)
    some, same = advance(experiment, initial_state(experiment), N_STEPS, stride=7)
    assert some.step.tolist() == list(range(7, N_STEPS + 1, 7))
    assert some.weights.tobytes() == every.weights[6::7].tobytes()
    assert some.loss.tobytes() == every.loss[6::7].tobytes()
    assert last.weights.tobytes() == same.weights.tobytes()
    assert some.diverged_at == every.diverged_at


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_state_may_come_back_from_text_in_any_memory_layout(name):
    experiment = at_start(name)
    _, state = advance(experiment, initial_state(experiment), 41)
    returned = State(41, np.asfortranarray(np.array(state.weights.tolist())))
    expected = advance(experiment, state, 60)[1].weights
    assert advance(experiment, returned, 60)[1].weights.tobytes() == expected.tobytes()


def test_blocks_of_any_length_train_the_same(monkeypatch):
    experiment = EXPERIMENTS["network, dropout"]
    expected = bytes_of([advance(experiment, initial_state(experiment), N_STEPS)[0]])
    for steps_in_block in (1, 2, 5, 6, 7, 50):
        monkeypatch.setattr("nnviz.core.training.batches.STEPS_IN_BLOCK", steps_in_block)
        assert bytes_of([advance(experiment, initial_state(experiment), N_STEPS)[0]]) == expected


@pytest.mark.parametrize("name", ["runs of a line", "runs of a network", "runs of three classes"])
def test_runs_in_one_pass_equal_the_runs_one_by_one(name):
    """To 1e-9 only: matrix products of several runs round in another order, and 200 steps carry that on."""
    experiment = EXPERIMENTS[name]
    together, _ = advance(experiment, initial_state(experiment), 200)
    for i, rate in enumerate(RATES):
        alone = replace(experiment, optimizer=replace(experiment.optimizer, learning_rate=float(rate)))
        recording, _ = advance(alone, initial_state(alone), 200)
        np.testing.assert_allclose(together.weights[:, i], recording.weights, rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(together.loss[:, i], recording.loss, rtol=1e-9, atol=1e-9)


def test_strengths_of_a_penalty_and_starts_are_runs_as_well():
    strengths = np.array([0.0, 0.1, 1.0])
    starts = np.random.default_rng(2).normal(size=(3, 3))
    experiment = replace(EXPERIMENTS["linear, lasso"], penalty=Penalty("L1", strengths), initial_weights=starts)
    _, together = advance(experiment, initial_state(experiment), 300)
    for strength, start, weights in zip(strengths, starts, together.weights, strict=True):
        alone = replace(experiment, penalty=Penalty("L1", float(strength)), initial_weights=start)
        _, state = advance(alone, initial_state(alone), 300)
        np.testing.assert_allclose(weights, state.weights, rtol=1e-12, atol=1e-12)


def test_dropout_at_rate_zero_is_no_dropout_to_the_last_bit():
    without = experiment_on(Network(2, (6,)))
    rate_zero = experiment_on(Network(2, (6,), input_dropout=0.0, hidden_dropout=0.0, inverted_dropout=False))
    recordings = [advance(e, initial_state(e), 100)[0] for e in (without, rate_zero)]
    assert bytes_of(recordings[:1]) == bytes_of(recordings[1:])


def test_the_loss_is_that_of_the_batch_before_its_update():
    experiment = experiment_on(Network(2, (4,)), optimizer=GradientDescent(0.1))
    recording, _ = advance(experiment, initial_state(experiment), 20)
    before = np.vstack([initial_state(experiment).weights, recording.weights[:-1]])
    expected = mean_loss(experiment.model, experiment.loss, before, X, LABELS)
    np.testing.assert_allclose(recording.loss, expected, rtol=1e-13)


def test_the_last_partial_batch_averages_over_its_own_rows():
    experiment = experiment_on(Network(2), "mean squared error")
    recording, _ = advance(experiment, initial_state(experiment), 6)
    rows = KeyedSource(4).of_epoch(0, 53, 0).order[50:]
    expected = np.mean((experiment.model.outputs(recording.weights[4], X[rows]) - TARGETS[rows]) ** 2)
    assert recording.loss[5] == pytest.approx(expected, rel=1e-13)


def test_norms_are_those_of_the_gradient_before_and_after_clipping():
    experiment = EXPERIMENTS["network, clipped"]
    recording, _ = advance(experiment, initial_state(experiment), 50)
    moved = np.diff(np.vstack([initial_state(experiment).weights, recording.weights]), axis=0)
    np.testing.assert_allclose(recording.update_norm, np.linalg.norm(moved, axis=1), rtol=1e-9)
    np.testing.assert_allclose(experiment.optimizer.clip(recording.gradient), -moved, rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(recording.gradient_norm, np.linalg.norm(recording.gradient, axis=1), rtol=1e-12)
    assert (recording.gradient_norm >= recording.update_norm).all()
    assert (recording.gradient_norm > recording.update_norm).any()


def test_one_row_stands_for_the_state_before_the_first_step():
    experiment = EXPERIMENTS["runs of a network"]
    state = initial_state(experiment)
    recording = recording_of(experiment, state)
    assert recording.step.tolist() == [0]
    assert (recording.weights == state.weights).all()
    assert np.isnan(recording.loss).all()
    assert recording.diverged_at == (None, None, None)


def test_no_steps_leave_the_state_as_it_is():
    experiment = EXPERIMENTS["network"]
    recording, state = advance(experiment, initial_state(experiment), 0)
    assert recording.weights.shape == (0, experiment.model.n_parameters)
    assert (state.weights == initial_state(experiment).weights).all()


@pytest.mark.parametrize(("n_steps", "stride"), [(-1, 1), (1, 0)])
def test_steps_that_cannot_be_made_are_refused(n_steps, stride):
    experiment = EXPERIMENTS["network"]
    with pytest.raises(ValueError, match="at least"):
        advance(experiment, initial_state(experiment), n_steps, stride)


def test_data_that_do_not_fit_the_model_are_refused():
    with pytest.raises(ValueError, match="n_features"):
        experiment_on(Network(3))
    with pytest.raises(ValueError, match="parameters"):
        experiment_on(Network(2), initial_weights=np.zeros(4))
