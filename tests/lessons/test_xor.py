import numpy as np
import pytest

from nnviz.core.analysis.metrics import accuracy
from nnviz.core.notebook import printed
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.xor import LESSON
from nnviz.lessons.xor.experiment import experiments, learning_rate
from nnviz.lessons.xor.frames import inside
from nnviz.lessons.xor.messages import PRINTED, notebook_fit, summary
from nnviz.lessons.xor.settings import FOUR_POINTS, SIDES, STARTS, XorSettings
from nnviz.runs.protocol import StepBudget
from tests.lessons.played import Played

PUBLISHED = {"squared": printed.PRINTED["xor_mse"], "log": printed.PRINTED["xor_logloss"]}


def trained(settings, n_steps):
    chunk = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(n_steps))
    return chunk.frames, chunk.checkpoint


@pytest.mark.parametrize("side", SIDES)
def test_the_notebooks_predictions_agree_to_1e_12(side):
    predictions = PUBLISHED[side]["predictions"]
    assert PRINTED[side].replace(" ", "") == predictions
    np.testing.assert_allclose(notebook_fit(side)[0], [float(p) for p in predictions.split(",")], rtol=0, atol=1e-12)


def test_the_notebooks_weights_agree_in_every_printed_digit():
    w1, w2 = (printed.numbers_in(PUBLISHED["squared"][matrix]) for matrix in ("w1", "w2"))
    weights = notebook_fit("squared")[1]
    np.testing.assert_array_equal(np.round(weights[:12].reshape(4, 3).T.ravel(), 8), w1)
    np.testing.assert_array_equal(np.round(weights[12:], 8), w2)


def test_the_run_on_the_screen_makes_the_notebooks_weights():
    frames, state = trained(XorSettings(start=STARTS[1]), 3000)
    for side in SIDES:
        np.testing.assert_array_equal(state.arrays[side][0], notebook_fit(side)[1])
    assert frames["step"][-1] == 3000


def test_both_losses_start_from_the_same_weights_unless_asked_otherwise():
    shared = experiments(XorSettings())
    own = experiments(XorSettings(start=STARTS[1]))
    seeded = experiments(XorSettings(start=STARTS[2]))
    starts = [
        {side: initial_state(run).weights.tobytes() for side, run in runs.items()} for runs in (shared, own, seeded)
    ]
    assert [start["squared"] == start["log"] for start in starts] == [True, False, True]
    assert starts[0]["squared"] == starts[1]["squared"]


def test_the_table_of_printed_digits_appears_for_the_notebooks_own_runs_only():
    assert summary(XorSettings()).count("printed") == 1
    assert summary(XorSettings(start=STARTS[1])).count("printed") == 2
    assert summary(XorSettings(learning_rate=0.5)) == ""
    assert summary(XorSettings(neurons=3)) == ""


def test_on_clouds_both_losses_are_means_and_on_the_four_points_sums():
    assert not any(run.loss.averages for run in experiments(XorSettings()).values())
    assert all(run.loss.averages for run in experiments(XorSettings(data="moons")).values())


def test_the_log_loss_has_the_pattern_long_before_the_squared_error_from_the_same_start():
    run = {side: advance(run, initial_state(run), 600)[0].weights for side, run in experiments(XorSettings()).items()}
    first = {}
    for side, experiment in experiments(XorSettings()).items():
        right = accuracy(experiment.y, experiment.loss.predict(experiment.model.outputs(run[side], experiment.X)))
        first[side] = int(np.argmax(right == 1.0)) + 1
    assert first["log"] < 150 < 250 < first["squared"] < 400


@pytest.mark.parametrize("name", ["Two neurons are enough", "Noisy XOR", "Circle", "Spiral, eight neurons", "Moons"])
def test_a_preset_learns_what_its_sentence_says(name):
    settings = next(preset.settings for preset in LESSON.presets if preset.name == name)
    for side, experiment in experiments(settings).items():
        n_steps = 20_000 if "Spiral" in name else 3000
        _, state = advance(experiment, initial_state(experiment), n_steps, n_steps)
        predicted = experiment.loss.predict(experiment.model.outputs(state.weights, experiment.X))
        assert accuracy(experiment.y, predicted) >= 0.98, side


def test_one_hidden_neuron_gets_at_most_three_points():
    settings = next(preset.settings for preset in LESSON.presets if preset.name == "One neuron is not")
    for seed in range(5):
        frames, _ = trained(settings.model_copy(update={"seed": seed}), 3000)
        assert all(frames[f"{side}_accuracy"][-1] <= 0.75 for side in SIDES)


def test_a_hidden_neurons_sum_is_zero_on_its_line():
    settings = XorSettings(data="moons", neurons=5)
    frames, state = trained(settings, 100)
    W = experiments(settings)["log"].model.views(state.arrays[inside(settings)][0])[0]
    for j in range(5):
        x, y = (frames[f"line_{axis}_{j + 1}"].values[-1] for axis in "xy")
        sums = W[j, 0] + W[j, 1] * x + W[j, 2] * y
        np.testing.assert_allclose(sums, 0.0, atol=1e-5 * np.abs(W[j]).max() * np.abs([x, y]).max())


def test_looking_inside_changes_the_diagram_and_no_run():
    settings = [XorSettings(inside=word) for word in SIDES.values()]
    (one, first), (other, second) = (trained(each, 200) for each in settings)
    assert all(first.arrays[name].tobytes() == second.arrays[name].tobytes() for name in first.arrays)
    for each, frames in zip(SIDES, (one, other), strict=True):
        np.testing.assert_allclose(frames["edge_weights"].values[-1], first.arrays[each][0], rtol=5e-4)


def test_the_squared_error_lags_by_its_constant_factor_first_and_by_saturation_later():
    played = Played("xor", XorSettings(), 3000)
    alike = Played("xor", XorSettings(same_first_step=True), 3000)
    assert [int(np.argmax(played[f"{side}_accuracy"] == 1.0)) for side in ("log", "squared")] == [107, 369]
    assert [int(np.argmax(alike[f"{side}_accuracy"] == 1.0)) for side in ("log", "squared")] == [107, 111]
    text = " ".join(LESSON.text(XorSettings()).split())
    assert "has all of them right after 107 steps, the [squared error]" in text
    assert "after 369, with all the data" in text
    text = " ".join(LESSON.text(XorSettings(same_first_step=True)).split())
    assert "after 273 steps with the log loss, after 1,057 with the squared error" in text


def test_the_factor_is_not_called_a_quarter_where_the_first_weights_make_it_less():
    prediction = np.array([Played("xor", XorSettings(), 1)[f"squared_point_{place}"][0] for place in (1, 2, 3, 4)])
    assert (prediction * (1.0 - prediction)).max() < 0.2
    text = " ".join(LESSON.text(XorSettings()).split())
    assert "as all are at first" not in text
    assert f"first weights it is {np.mean(prediction * (1.0 - prediction)):.2f} on average" in text


@pytest.mark.parametrize("data", [FOUR_POINTS, "XOR"])
def test_with_the_same_first_step_both_losses_have_one_gradient_where_predictions_are_a_half(data):
    settings = XorSettings(data=data, same_first_step=True)
    steps = []
    for side, run in experiments(settings).items():
        gradient = run.loss.derivative(np.zeros(1), np.ones(1), np.empty(1))
        steps.append(learning_rate(settings, side) * gradient[0])
    assert steps[0] == pytest.approx(steps[1])


def test_one_hidden_neuron_is_one():
    assert "Here is 1 hidden neuron:" in " ".join(LESSON.text(XorSettings(neurons=1)).split())
