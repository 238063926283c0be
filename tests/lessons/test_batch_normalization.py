import numpy as np
import pytest

from nnviz.core.analysis.metrics import accuracy
from nnviz.core.models.batch_norm import OFF
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.batch_normalization import LESSON
from nnviz.lessons.batch_normalization.experiment import SIDES, SWEEP_STEPS, SWEPT_RATES, experiments, sweep
from nnviz.lessons.batch_normalization.messages import notice, summary
from nnviz.lessons.batch_normalization.settings import VALUES, BatchNormSettings
from nnviz.runs.protocol import StepBudget

PRESETS = {preset.name: preset.settings for preset in LESSON.presets}


def shown(settings, n_steps, stride=1):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps, stride))).frames


def reached(settings, n_steps, n_seeds):
    """The training accuracy of both runs after n_steps, for each seed; NaN where a run diverged."""
    found = {side: [] for side in SIDES}
    for seed in range(n_seeds):
        for side, run in experiments(settings.model_copy(update={"seed": seed})).items():
            _, state = advance(run, initial_state(run), n_steps, n_steps)
            outputs = run.model.outputs(state.weights, run.X, state.memory)
            found[side].append(accuracy(run.y, run.loss.predict(outputs)))
    return {side: np.array(values) for side, values in found.items()}


def test_the_preset_trains_at_a_learning_rate_that_fails_without_it_for_each_of_20_seeds():
    assert PRESETS["Too long a step without it"].learning_rate == 2.0
    found = reached(PRESETS["Too long a step without it"], 500, 20)
    assert found["normalised"].min() >= 0.93
    assert (found["normalised"] >= 0.95).sum() == 18
    assert not (found["beside"] >= 0.95).any()
    assert np.nanmedian(found["beside"]) < 0.55


def test_three_layers_of_sigmoids_learn_only_when_normalised():
    found = reached(PRESETS["Three layers of sigmoids"], 1000, 5)
    assert found["normalised"].min() >= 0.95
    assert found["beside"].max() < 0.9


def test_batches_of_64_do_better_than_batches_of_2():
    found = reached(PRESETS["Batches of 64 and of 2"], 1000, 5)
    assert found["normalised"].min() >= 0.95
    assert found["beside"].max() < 0.9


def test_a_batch_of_one_learns_nothing_about_the_input_and_the_page_says_so():
    settings = PRESETS["One example at a step"]
    assert "own mean" in notice(settings)
    found = reached(settings, 1500, 3)
    assert found["normalised"].max() < 0.9
    assert found["beside"].min() > 0.9


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
    found = reached(settings, SWEEP_STEPS, 1)
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
