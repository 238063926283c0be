import numpy as np
import pytest

from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.dropout_masks import kept_at, masks_at
from nnviz.lessons.dropout import LESSON
from nnviz.lessons.dropout.experiment import SIDES, experiments, is_exact
from nnviz.lessons.dropout.settings import DROPOUT, INVERTED, MEASURES, DropoutSettings
from nnviz.runs.protocol import StepBudget

PRESETS = {preset.name: preset.settings for preset in LESSON.presets}


def shown(settings, n_steps, stride=1):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps, stride)))


@pytest.mark.parametrize("side", [DROPOUT, INVERTED])
def test_the_crosses_of_a_frame_are_the_neurons_that_its_step_left_out(side):
    settings = DropoutSettings(inside=side, input_dropout=0.2, batch_size=8)
    name = next(name for name, word in SIDES.items() if word == side)
    run = experiments(settings)[name]
    recording, _ = advance(run, initial_state(run), 20)
    weights = np.concatenate([initial_state(run).weights[None], recording.weights])
    first_biases = run.model.views(weights)[1][..., 0]  # of the second hidden layer: they move unless it is dropped
    crosses = shown(settings, 20).frames["crosses"]
    for step, crossed in zip(crosses.step, crosses.values, strict=True):
        if step:
            moved = first_biases[step] != first_biases[step - 1]
            np.testing.assert_array_equal(crossed[2 + 16 :] > 0, ~moved)
        else:
            assert not crossed.any()


def test_an_edge_is_drawn_when_both_its_neurons_are_kept_and_only_then():
    settings = DropoutSettings(neurons=5, input_dropout=0.2)
    run = experiments(settings)["scaled"]
    frames = shown(settings, 30).frames
    wide = (frames["edges_positive"].values > 0) | (frames["edges_negative"].values > 0)
    kept = kept_at(run.model, masks_at(run, frames["edges_positive"].step))
    for row in range(len(wide)):
        alive = run.model.views(np.zeros(run.model.n_parameters))
        ends = [*(part[row] for part in kept[1:]), np.array([True])]
        for layer, inputs, outputs in zip(alive, kept, ends, strict=True):
            layer[:] = np.outer(outputs, [True, *inputs[row]])
        expected = np.concatenate([layer.ravel() for layer in alive]).astype(bool)
        visible = np.abs(frames["edge_weights"].values[row]) > 1e-4  # thinner ones round to nothing
        np.testing.assert_array_equal(wide[row][visible], expected[visible])


def test_the_two_kinds_of_dropout_draw_the_same_masks():
    settings = DropoutSettings(batch_size=8)
    scaled, inverted = (masks_at(experiments(settings)[side], range(30)) for side in ("scaled", "inverted"))
    np.testing.assert_array_equal(scaled > 0, inverted > 0)
    assert set(np.unique(scaled)) == {0.0, 1.0}
    assert set(np.unique(inverted)) == {0.0, 2.0}


def test_at_rate_0_the_three_runs_are_the_same_to_the_last_bit():
    frames, state = shown(PRESETS["Rate 0"], 100).frames, shown(PRESETS["Rate 0"], 100).checkpoint
    assert len({state.arrays[side].tobytes() for side in SIDES}) == 1
    assert len({frames[f"{side}_validation_loss"].tobytes() for side in SIDES}) == 1


def test_the_three_runs_start_from_the_same_weights():
    runs = experiments(DropoutSettings()).values()
    assert len({initial_state(run).weights.tobytes() for run in runs}) == 1


def test_a_step_that_drops_both_features_moves_no_weight_of_theirs_but_later_ones():
    settings = DropoutSettings(input_dropout=0.8, hidden_dropout=0.0)
    run = experiments(settings)["scaled"]
    recording, _ = advance(run, initial_state(run), 40)
    weights = np.concatenate([initial_state(run).weights[None], recording.weights])
    moved = np.diff(weights, axis=0) != 0.0
    both = kept_at(run.model, masks_at(run, range(1, 41)))[0].sum(axis=1) == 0
    layers = run.model.views(moved.astype(float))
    assert 5 < both.sum() < 40
    assert not layers[0][both][..., 1:].any()
    late = both & (np.arange(40) > 20)  # tanh of biases that are still 0 is 0
    assert layers[0][late][..., 0].all()
    assert layers[1][late].all()
    assert "about 64 % of the steps drop both" in LESSON.notice(settings)


def test_the_dotted_line_is_a_training_step_that_drops_nothing():
    for inside in (DROPOUT, INVERTED):
        settings = DropoutSettings(inside=inside, input_dropout=0.2)
        side = next(name for name, word in SIDES.items() if word == inside)
        model, frames = experiments(settings)[side].model, shown(settings, 30).frames
        recording, _ = advance(experiments(settings)[side], initial_state(experiments(settings)[side]), 30)
        weights = recording.weights[frames["unscaled"].step[-1] - 1]
        first, second, output = model.views(weights)
        factors = (1.25, 2.0) if inside == INVERTED else (1.0, 1.0)
        h = np.array([2.0, 1.0]) * factors[0]
        for layer in (first, second):
            h = np.tanh(layer[:, 0] + layer[:, 1:] @ h) * factors[1]
        assert frames["unscaled"].values[-1] == pytest.approx(float(output[0, 0] + output[0, 1:] @ h), rel=1e-6)


@pytest.mark.parametrize("side", [DROPOUT, INVERTED])
def test_inference_is_within_the_sampling_error_where_the_page_says_it_is_exact(side):
    settings = PRESETS["Where scaling is exact"].model_copy(update={"inside": side})
    assert is_exact(settings)
    assert np.abs(shown(settings, 1500, 500).frames["gap"].values).max() < 4.0


def test_inference_is_far_from_the_mean_where_the_page_says_it_approximates():
    settings = PRESETS["Where it only approximates"]
    assert not is_exact(settings)
    assert np.abs(shown(settings, 1500, 500).frames["gap"].values[-1]) > 8.0


def test_the_marks_of_the_histogram_are_the_numbers_beside_it():
    for measure in MEASURES:
        frames = shown(DropoutSettings(measure=measure), 40).frames
        for mark in ("scaled", "mean"):
            np.testing.assert_allclose(frames[f"{mark}_x"].values[:, 0], frames[mark].values, rtol=1e-6)
        np.testing.assert_allclose(frames["answer_share"].values.sum(axis=1), 100.0, rtol=1e-5)


@pytest.mark.parametrize(("neurons", "n_samples"), [(2, 200), (16, 20)])
def test_more_weights_than_points_are_named_only_where_there_are_more(neurons, n_samples):
    settings = LESSON.settings(hidden_layers=1, neurons=neurons, n_samples=n_samples)
    n_weights = experiments(settings)["without"].model.n_parameters
    assert ("The network has" in LESSON.text(settings)) == (n_weights > len(experiments(settings)["without"].y))
