import numpy as np
import pytest

from nnviz.core.models.batch_norm import AFTER, OFF
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.batch_normalization import LESSON
from nnviz.lessons.batch_normalization.experiment import SIDES, SWEEP_STEPS, SWEPT_RATES, experiments, sweep
from nnviz.lessons.batch_normalization.messages import summary
from nnviz.lessons.batch_normalization.settings import VALUES, BatchNormSettings
from nnviz.runs.protocol import StepBudget
from tests.lessons.claims.batch_normalization_presets import reached


def shown(settings, n_steps, stride=1):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps, stride))).frames


def test_both_runs_start_from_the_same_weights():
    runs = experiments(BatchNormSettings())
    starts = [initial_state(run).weights[: run.model.n_weights] for run in runs.values()]
    np.testing.assert_array_equal(*starts)


def test_without_any_normalised_layer_both_runs_are_the_same():
    settings = BatchNormSettings(layer_1=OFF, layer_2=OFF, layer_3=OFF, learning_rate=0.1)
    frames = shown(settings, 50)
    assert frames["normalised_training_loss"].tobytes() == frames["beside_training_loss"].tobytes()


def test_the_sweep_is_what_a_run_at_that_learning_rate_reaches():
    settings = BatchNormSettings(learning_rate=0.3)
    place = int(np.flatnonzero(SWEPT_RATES == 0.3)[0])
    found = reached(settings, SWEEP_STEPS, [settings.seed])
    for side in SIDES:
        assert sweep(settings)[side][place] == found[side][0]
    assert "0.3" in summary(settings).split("**normalised**")[1]


def test_the_followed_averages_are_the_models_and_approach_the_data():
    settings = BatchNormSettings(learning_rate=0.01, neuron=3)
    frames = shown(settings, 400)
    run = experiments(settings)["normalised"]
    recording, _ = advance(run, initial_state(run), 400)
    np.testing.assert_allclose(frames["moving_mean"][1:], recording.memory["moving mean"][:, 2], rtol=1e-6, atol=1e-9)
    late = slice(200, None)
    assert abs((frames["moving_mean"] - frames["mean_now"])[late].mean()) < 0.1 * frames["deviation_now"][late].mean()
    ratio = frames["moving_deviation"][late].mean() / frames["deviation_now"][late].mean()
    assert 0.9 < ratio < 1.1


@pytest.mark.parametrize("values", VALUES)
def test_the_histograms_hold_all_values_of_the_layer(values):
    settings = BatchNormSettings(values=values, learning_rate=0.1)
    frames = shown(settings, 30)
    run = experiments(settings)["normalised"]
    recording, _ = advance(run, initial_state(run), 30)
    last = recording.at(np.array([-1]))
    for depth, layer in enumerate(hidden_layers(run.model, last.weights, run.X, last.memory), 1):
        shares, centres = frames[f"normalised_share_{depth}"].values[-1], frames[f"value_{depth}"].values[-1]
        np.testing.assert_allclose(shares.sum(), 100.0, rtol=1e-5)
        width = centres[1] - centres[0]
        assert abs((shares * centres).sum() / 100.0 - layer[VALUES.index(values)].mean()) < width


def test_a_batch_has_no_more_examples_than_there_are():
    text = LESSON.text(BatchNormSettings(batch_size=128, n_samples=20, beside="batches of 64"))
    assert "$B = 20$" in text
    assert "takes batches of 20;" in text


def test_a_factor_is_said_to_be_taken_out_behind_activations_that_pass_it_on_only():
    after = dict.fromkeys(("layer_1", "layer_2", "layer_3"), AFTER)
    assert "it takes it out too" in LESSON.text(BatchNormSettings(activation="leaky ReLU", **after))
    assert "it does not: there larger weights" in LESSON.text(BatchNormSettings(activation="tanh", **after))
    assert "Normalised after" not in LESSON.text(BatchNormSettings(activation="tanh"))
