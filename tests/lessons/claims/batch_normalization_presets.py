"""What the presets of the page on batch normalisation say, computed from both runs."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.analysis.metrics import accuracy
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.batch_normalization.experiment import SIDES, experiments
from nnviz.lessons.batch_normalization.page_values import constant_loss


def seeded(settings, seed):
    return settings.model_copy(update={"seed": seed})


@cache
def trained(settings, side, n_steps):
    """A run and what it recorded at every step."""
    run = experiments(settings)[side]
    return run, advance(run, initial_state(run), n_steps)[0]


def scores(settings, side, n_steps):
    """Accuracy and loss over the training points at inference after every step; NaN where the run diverged."""
    run, recording = trained(settings, side, n_steps)
    with np.errstate(over="ignore", invalid="ignore"):
        outputs = run.model.outputs(recording.weights, run.X, recording.memory)
        return accuracy(run.y, run.loss.predict(outputs)), run.loss.value(outputs, run.y).mean(axis=-1)


def reached(settings, n_steps, seeds):
    """The accuracy of both runs after so many steps, for each seed; NaN for a run that diverged."""
    return {side: np.array([_reached(seeded(settings, s), side, n_steps) for s in seeds]) for side in SIDES}


@cache
def _reached(settings, side, n_steps):
    run = experiments(settings)[side]
    _, state = advance(run, initial_state(run), n_steps, n_steps)
    with np.errstate(over="ignore", invalid="ignore"):
        return accuracy(run.y, run.loss.predict(run.model.outputs(state.weights, run.X, state.memory)))


def layers_at(settings, side, step, n_steps):
    """What leaves each hidden layer at inference: (n_neurons, n) each."""
    run, recording = trained(settings, side, n_steps)
    at = recording.at(np.array([step - 1]))
    return [leaving[0] for _, leaving in hidden_layers(run.model, at.weights, run.X, at.memory)]


def fails_without_it(settings):
    found = reached(settings, 500, range(20))
    assert found["normalised"].min() >= 0.93
    assert (found["normalised"] >= 0.95).sum() == 18
    assert not (found["beside"] >= 0.95).any()
    assert np.nanmedian(found["beside"]) < 0.55


def first_with(settings, side, share=0.95):
    right = scores(settings, side, 600)[0] >= share
    return int(np.argmax(right)) + 1 if right.any() else None


def sooner_when_normalised(settings):
    assert [first_with(settings, side) for side in SIDES] == [71, 161]
    for seed in range(8):
        first, other = (first_with(seeded(settings, seed), side) for side in SIDES)
        assert first < other


def sigmoids_need_it(settings):
    assert [float(scores(settings, side, 1000)[0][-1]) for side in SIDES] == [0.995, 0.56]
    assert len(experiments(settings)["beside"].y) == 200
    left = {side: [v.std(axis=1).mean() for v in layers_at(settings, side, 400, 1000)] for side in SIDES}
    assert np.all(np.diff(left["beside"]) < 0.0)
    assert left["beside"][-1] < 0.35 * left["beside"][0]
    assert left["normalised"][-1] > 0.9 * left["normalised"][0]


def two_are_too_few(settings):
    found = reached(settings, 1000, range(5))
    assert np.all(found["normalised"] == 1.0)
    assert np.all(found["beside"] < 0.9)


def normal_from_step_50(settings):
    run = experiments(settings)["normalised"]
    start = initial_state(run)
    assert set(np.unique(start.memory["moving mean"])) == {0.0}
    assert set(np.unique(start.memory["moving variance"])) == {1.0}
    first = layers_at(settings, "normalised", 1, 500)
    assert min(values.std() for values in first) > 1.4
    for values in layers_at(settings, "normalised", 50, 500):
        assert values.mean() == pytest.approx(0.0, abs=0.1)
        assert values.std() == pytest.approx(1.0, abs=0.1)
    assert max(abs(values.std() - 1.0) for values in layers_at(settings, "normalised", 500, 500)) > 0.3


def inference_lags(settings):
    recording = trained(settings, "normalised", 400)[1]
    _, inference = scores(settings, "normalised", 400)
    batches = np.convolve(recording.loss, np.ones(10) / 10.0, mode="valid")
    assert batches[10] < 0.6 * inference[19]
    assert batches[40] < 0.5 * inference[49]
    assert inference[-150:].mean() < 0.15


def hidden_weights_never_move(settings):
    run, recording = trained(settings, "normalised", 1500)
    hidden = run.model.views(recording.weights)[:-1]
    assert len(hidden) == 3
    assert all(np.all(layer == layer[:1]) for layer in hidden)
    assert reached(settings, 1500, range(3))["beside"].min() > 0.9


def only_the_share(settings):
    """Hidden weights that never move learn nothing about the inputs; the batches' loss is that of a constant."""
    hidden_weights_never_move(settings)
    run, recording = trained(settings, "normalised", 1500)
    assert recording.loss[500:].mean() == pytest.approx(constant_loss(run.y), abs=0.02)
    assert scores(settings, "beside", 1500)[1][-1] < 0.2
    return 2


WATCH = {
    "Too long a step without it": fails_without_it,
    "A rate for both": sooner_when_normalised,
    "Three layers of sigmoids": sigmoids_need_it,
    "Batches of 64 and of 2": two_are_too_few,
    "After the activation": normal_from_step_50,
    "Averages that lag": inference_lags,
    "One example at a step": hidden_weights_never_move,
}
