import numpy as np
import pytest

from nnviz.core.notebook.printed import lines
from nnviz.lessons.penalties import LESSON, experiment
from nnviz.lessons.penalties.printed import PRINTED, printed_for
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings
from nnviz.runs.protocol import StepBudget

SHOWN = (
    "ridge_64", "ridge_batch_sizes", "ridge_exact", "lasso_exact", "lasso_gd", "ridge_exact_noise",
    "lasso_exact_noise", "ridge_gd_noise", "lasso_gd_noise",
)  # fmt: skip


def as_printed(weights):
    """As NumPy prints them, apart from the padding between numbers."""
    return str(np.array(weights)).replace("[", "[ ").split()


def words_of(line):
    return line.replace("[", "[ ").split()


def complete(settings):
    """The last frame of the whole run, by chunks with a stride as the browser asks for them."""
    chunk = LESSON.run.start(settings)
    while not chunk.ending:
        chunk = LESSON.run.resume(settings, chunk.checkpoint, StepBudget(1500, 16))
    return {name: array[-1] for name, array in chunk.frames.items()}


def test_all_printed_results_of_ridge_and_lasso_are_on_the_page():
    assert {name: list(printed.digits) for name, printed in PRINTED.items()} == {name: lines(name) for name in SHOWN}
    presets = [preset.settings for preset in LESSON.presets]
    for name, printed in PRINTED.items():
        assert printed.settings in presets, name
        assert printed.digits[0] in LESSON.summary(printed.settings)


@pytest.mark.parametrize("name", ["ridge_64", "lasso_gd", "ridge_gd_noise", "lasso_gd_noise"])
def test_the_run_of_a_preset_ends_at_the_printed_digits(name):
    printed = PRINTED[name]
    assert as_printed(complete(printed.settings)["subgradient_weights"]) == words_of(printed.digits[0])


def test_the_runs_of_eight_batch_sizes_end_at_the_printed_digits():
    last = complete(PRINTED["ridge_batch_sizes"].settings)
    assert last["step"] == 500
    for place, line in enumerate(PRINTED["ridge_batch_sizes"].digits):
        size, digits = line.split(": ")
        assert experiment.SIZES[place] == int(size)
        assert as_printed([last["trained_0"][place], last["trained_1"][place]]) == words_of(digits)


@pytest.mark.parametrize("name", ["ridge_exact", "ridge_exact_noise"])
def test_the_exact_weights_of_a_preset_are_the_printed_digits(name):
    assert as_printed(experiment.exact_now(PRINTED[name].settings)) == words_of(PRINTED[name].digits[0])


@pytest.mark.parametrize(("name", "last"), [("lasso_exact", ""), ("lasso_exact_noise", " 0 |")])
def test_the_lasso_that_scikit_learn_prints_stands_in_the_table(name, last):
    row = f"| three rounds of coordinate descent | 5.04223900 | 3.00143701 |{last}\n"
    assert row in LESSON.summary(PRINTED[name].settings)


def test_from_one_start_the_proximal_run_reaches_exact_zero_and_the_subgradient_run_oscillates():
    settings = PenaltySettings()
    start = LESSON.run.start(settings)
    frames = start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(600))).frames
    subgradient, proximal = frames["subgradient_2"], frames["proximal_2"]
    assert subgradient[0] == proximal[0] != 0.0
    assert (proximal[300:] == 0.0).all()
    signs = np.sign(subgradient[300:])
    assert (signs != 0.0).all()
    assert np.count_nonzero(np.diff(signs)) > 20
    assert frames["proximal_gap"][-1] < 1e-12 < frames["subgradient_gap"][-1]


def test_without_a_penalty_both_methods_are_the_same_run():
    settings = PenaltySettings(penalty_strength=0.0, batch_size=16)
    frames = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(50)).frames
    np.testing.assert_array_equal(frames["subgradient_weights"], frames["proximal_weights"])


def test_batch_sizes_end_apart_when_lambda_is_divided_by_them_and_together_when_it_is_not():
    base = PenaltySettings(comparison=BATCH_SIZES, penalty="L2", noise=0.0, n_useless=0, learning_rate=0.02, epochs=200)
    divided = complete(base.model_copy(update={"divided_by_batch": True, "penalty_strength": 2.0}))
    same = complete(base.model_copy(update={"penalty_strength": 0.02}))
    assert np.ptp(divided["trained_1"]) > 0.5
    assert np.ptp(same["trained_1"]) < 0.02


def test_the_line_over_batch_sizes_uses_the_mean_lambda_of_an_epochs_steps():
    settings = PenaltySettings(divided_by_batch=True, penalty_strength=3.0, n_samples=100)
    assert experiment.mean_strength(settings, 64) == pytest.approx((3.0 / 64 + 3.0 / 36) / 2)
    assert experiment.mean_strength(settings, 100) == pytest.approx(0.03)


def test_a_run_with_an_end_stops_there_whatever_the_stride():
    settings = PenaltySettings(epochs=10, batch_size=32)
    chunk = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(500, 16))
    assert chunk.ending
    assert chunk.checkpoint.step == chunk.frames["step"][-1] == 40
    again = LESSON.run.resume(settings, chunk.checkpoint, StepBudget(10))
    assert again.ending
    assert len(again.frames["step"]) == 0


def test_a_divergence_ends_the_run_with_a_sentence():
    settings = PenaltySettings(learning_rate=1.0, correlation=0.95, n_useless=4)
    chunk = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(5000))
    assert chunk.ending.startswith("Diverged at step")
    assert np.isfinite(chunk.frames["subgradient_weights"]).all()


def test_the_digits_belong_to_their_settings_only():
    assert list(printed_for(PRINTED["ridge_64"].settings)) == ["ridge_64"]
    assert printed_for(PenaltySettings()) == {}
