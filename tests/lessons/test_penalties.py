import numpy as np
import pytest

from nnviz.core.notebook.printed import lines
from nnviz.lessons.penalties import LESSON, experiment
from nnviz.lessons.penalties.printed import PRINTED, printed_for
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings
from nnviz.runs.protocol import StepBudget
from tests.lessons.claims.penalties import limits_hold
from tests.lessons.claims.penalties_presets import complete

SHOWN = (
    "ridge_64",
    "ridge_batch_sizes",
    "ridge_exact",
    "lasso_exact",
    "lasso_gd",
    "ridge_exact_noise",
    "lasso_exact_noise",
    "ridge_gd_noise",
    "lasso_gd_noise",
)


def test_all_printed_results_of_ridge_and_lasso_are_on_the_page():
    assert {name: list(printed.digits) for name, printed in PRINTED.items()} == {name: lines(name) for name in SHOWN}
    presets = [preset.settings for preset in LESSON.presets]
    for name, printed in PRINTED.items():
        assert printed.settings in presets, name
        assert printed.digits[0] in LESSON.summary(printed.settings)


@pytest.mark.parametrize(("name", "last"), [("lasso_exact", ""), ("lasso_exact_noise", " 0 |")])
def test_the_lasso_that_scikit_learn_prints_stands_in_the_table(name, last):
    row = f"| three rounds of coordinate descent | 5.04223900 | 3.00143701 |{last}\n"
    assert row in LESSON.summary(PRINTED[name].settings)


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


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"penalty": "elastic net", "penalty_strength": 10.0, "learning_rate": 0.2}, "The proximal step converges."),
        ({"penalty": "L2", "penalty_strength": 10.0, "learning_rate": 0.5}, "The proximal step converges."),
        ({"penalty": "L2", "penalty_strength": 10.0, "learning_rate": 0.5, "divided_by_batch": True}, ""),
        (
            {"penalty": "L2", "penalty_strength": 10.0, "n_samples": 10, "learning_rate": 1.0},
            "0.0917 of the subgradient",
        ),
        ({"learning_rate": 1.0}, "on all data both diverge"),
    ],
)
def test_the_limit_is_that_of_the_step_and_of_the_strength_that_training_uses(settings, said):
    settings = PenaltySettings(**settings)
    assert said in LESSON.notice(settings) if said else not LESSON.notice(settings)
    limits_hold(settings)


def test_the_batch_size_does_nothing_where_batch_sizes_are_compared():
    settings = PRINTED["ridge_batch_sizes"].settings
    other = settings.model_copy(update={"batch_size": 8.0})
    assert LESSON.disabled_reasons(settings)["batch_size"]
    assert LESSON.text(settings) == LESSON.text(other)
    np.testing.assert_array_equal(experiment.exact_now(settings), experiment.exact_now(other))


def test_an_elastic_net_without_l1_stops_nowhere_at_0_and_the_page_says_so():
    assert "stops at" not in LESSON.text(PenaltySettings(penalty="elastic net", l1_share=0.0))
    assert "stops at" in LESSON.text(PenaltySettings(penalty="elastic net", l1_share=0.1))
