import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from nnviz.core.notebook.printed import PRINTED, tidy
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.feature_scaling import LESSON, experiment
from nnviz.lessons.feature_scaling.messages import condition, explain_divergence, steps_per_digit
from nnviz.lessons.feature_scaling.settings import (
    FEATURES,
    MEASURED,
    OWN,
    PUBLISHED,
    STANDARDISED,
    FeatureScalingSettings,
)
from nnviz.runs.protocol import StepBudget

ENTRIES = ("scaled_diverges", "scaled_slow", "standardised_gd")
PRESETS = {preset.settings.source: preset.settings for preset in LESSON.presets if preset.settings.source != OWN}


def test_what_the_page_calls_printed_is_what_was_printed():
    lines = [tidy(line) for entry in ENTRIES for line in PRINTED[entry].values()]
    assert lines == [fit.printed for fit in PUBLISHED.values()]


def run_to_its_end(settings):
    state = LESSON.run.start(settings).checkpoint
    while not (chunk := LESSON.run.resume(settings, state, StepBudget(20_000, 1000))).ending:
        state = chunk.checkpoint
    return chunk


@pytest.mark.parametrize("source", PUBLISHED)
def test_a_preset_has_the_settings_of_the_notebooks_fit(source):
    fit, theirs = PUBLISHED[source].replay()
    settings = PRESETS[source]
    ours = experiment.experiment(settings)
    assert ours.X.tobytes() == theirs.X.tobytes()
    assert ours.y.tobytes() == theirs.y.tobytes()
    assert ours.initial_weights.tobytes() == theirs.initial_weights.tobytes()
    assert (settings.learning_rate, settings.batch_size) == (fit.optimizer.learning_rate, fit.optimizer.batch_size)
    assert experiment.last_step(settings) == 16 * fit.n_epochs


@pytest.mark.parametrize("source", [source for source in PUBLISHED if source != "notebook: η = 0.1"])
def test_a_preset_reaches_every_printed_digit(source):
    chunk = run_to_its_end(PRESETS[source])
    assert PUBLISHED[source].agrees(chunk.checkpoint.arrays["weights"])
    assert chunk.ending.endswith("every printed digit agrees.")


def test_the_notebooks_fit_at_a_rate_of_one_tenth_diverges_as_published():
    chunk = run_to_its_end(PRESETS["notebook: η = 0.1"])
    assert chunk.ending.startswith("Diverged at step")
    assert "[nan nan nan]" in chunk.ending


def test_both_published_least_squares_fits_are_on_the_page():
    summary = LESSON.summary(PRESETS["notebook: 100 epochs"])
    assert "[6.00952581 3.93270425 3.00017441]" in summary
    assert "[156.44822091 3.94658245 30.92446288]" in summary


@pytest.mark.parametrize("source", [OWN, "notebook: 100 epochs"])
def test_weights_in_original_units_are_those_of_least_squares(source):
    known = experiment.data(FeatureScalingSettings(source=source))
    measured, standardised = known.of[MEASURED], known.of[STANDARDISED]
    back = known.scale.weights_in_original_units(standardised.bowl.optimum)
    np.testing.assert_allclose(back, measured.bowl.optimum, rtol=1e-10)
    fit = LinearRegression().fit(measured.examples.X, measured.examples.y)
    np.testing.assert_allclose(back, [fit.intercept_, *fit.coef_], rtol=1e-9)


def test_a_run_on_standardised_features_reaches_least_squares_in_measured_units():
    settings = FeatureScalingSettings(features=STANDARDISED, learning_rate=0.1, batch_size=np.inf, epochs=500)
    frames = run_to_its_end(settings).frames
    expected = experiment.data(settings).of[MEASURED].bowl.optimum
    np.testing.assert_allclose(frames["measured_weights"][-1], expected, rtol=1e-9)


@pytest.mark.parametrize("features", FEATURES)
def test_the_marked_learning_rate_is_the_limit_of_convergence(features):
    settings = FeatureScalingSettings(features=features, batch_size=np.inf)
    limit = LESSON.slider_marks(settings)["learning_rate"].value
    run, bowl = experiment.experiment(settings), experiment.data(settings).of[features].bowl
    for factor, converges in ((0.99, True), (1.01, False)):
        optimizer = type(run.optimizer)(factor * limit)
        start = bowl.optimum + np.linalg.svd(bowl.R).Vh[0]
        tried = type(run)(run.X, run.y, run.model, run.loss, optimizer, initial_weights=start)
        _, state = advance(tried, initial_state(tried), 200)
        assert (bowl.excess(state.weights) < bowl.excess(start)) == converges


def test_the_drawn_path_is_the_same_run_in_both_units():
    settings = FeatureScalingSettings()
    frames = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(50)).frames
    known = experiment.data(settings)
    X = {name: known.of[name].examples.X for name in FEATURES}
    outputs = [
        experiment.MODEL.outputs(frames[array], X[name])
        for array, name in (("measured_weights", MEASURED), ("standard_weights", STANDARDISED))
    ]
    np.testing.assert_allclose(outputs[0], outputs[1], rtol=1e-9, atol=1e-9)


def test_standardised_contours_are_round_and_measured_ones_are_not():
    known = experiment.data(FeatureScalingSettings(n_samples=1000))
    ratio = {name: known.of[name].bowl.curvatures[-1] / known.of[name].bowl.curvatures[0] for name in FEATURES}
    assert ratio[MEASURED] > 1e4
    assert ratio[STANDARDISED] < 1.2


def test_the_mean_does_more_harm_than_the_scale_and_the_table_shows_the_half_way():
    settings = LESSON.settings()
    text, summary = " ".join(LESSON.text(settings).split()), LESSON.summary(settings)
    assert "The mean does more of the harm than the scale" in text
    assert ("70{,}466" in text, r"\kappa = 112$" in text, r"\kappa = 790$" in text) == (True, True, True)
    (row,) = (line for line in summary.splitlines() if line.startswith("| centred only"))
    assert "| 0.0105 | 112 | 256 |" in row
    beside_zero = settings.model_copy(update={"centre": 0.0})
    assert "the scale does as much of the harm" in " ".join(LESSON.text(beside_zero).split())


@pytest.mark.parametrize(("centre", "falls"), [(0.0, False), (50.0, True)])
def test_a_larger_deviation_lengthens_the_valley_around_0_and_shortens_it_far_from_it(centre, falls):
    kappas = [condition(LESSON.settings(centre=centre, scale=scale), MEASURED) for scale in (2.0, 5.0, 10.0)]
    assert (kappas[0] > kappas[-1]) == falls


@pytest.mark.parametrize(("kappa", "said"), [(1.0, "one step in all"), (1.0001, "0.25"), (112.0, "257")])
def test_steps_for_a_digit_are_those_that_leave_a_tenth_of_the_way(kappa, said):
    assert steps_per_digit(kappa) == said


def test_what_is_said_of_a_divergence_does_not_advise_what_is_done_already():
    standardised = LESSON.settings(features=STANDARDISED, learning_rate=1.0)
    assert "standardise" not in explain_divergence(standardised, 9)
    assert "is above" not in explain_divergence(LESSON.settings(features=STANDARDISED, learning_rate=0.4), 9)
    assert "standardise" in explain_divergence(LESSON.settings(learning_rate=0.1), 9)
