import numpy as np
import pytest
from sklearn import metrics

from nnviz.core.analysis.information import cross_entropy, entropy
from nnviz.core.analysis.regions import predictions
from nnviz.core.training.advance import mean_loss
from nnviz.lessons.logistic_regression import LESSON, experiment, figures, frames, messages
from nnviz.lessons.logistic_regression.settings import CURVE_X, NOTEBOOK, THRESHOLDS
from nnviz.lessons.logistic_regression.settings import LogisticRegressionSettings as Settings
from nnviz.page.settings import Slider
from nnviz.runs.protocol import StepBudget
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.table import OwnTable

FIRST, SECOND = NOTEBOOK
SMALL = Settings(data="random labels", n_samples=60, learning_rate=1.0)
SEPARABLE = Settings(data="separable labels", learning_rate=10.0)


def run(settings, n_steps, stride=1):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps, stride)))


@pytest.mark.parametrize(
    ("settings", "printed"),
    [
        (Settings(data=FIRST), "[2.50014806 1.28482629]"),
        (Settings(data=SECOND, learning_rate=1.0, epochs=200), "[6.66970964 4.45789135]"),
    ],
)
def test_the_notebooks_fits_end_at_the_printed_weights_and_the_page_says_so(settings, printed):
    chunk = run(settings, 10_000, stride=100)
    assert np.array2string(chunk.frames["weights"][-1]) == printed
    assert "every printed digit agrees" in chunk.ending


def test_other_controls_are_not_held_against_the_printed_weights():
    assert "notebook" not in run(Settings(data=FIRST, epochs=1, learning_rate=0.1), 100).ending


@pytest.mark.parametrize("data", NOTEBOOK)
def test_newton_ends_at_the_digits_that_the_notebook_prints(data):
    assert "**6.65211962**, weight **4.50262017**, log loss **0.107650**" in messages.summary(Settings(data=data))
    assert "the digits that the notebook prints" in messages.summary(Settings(data=data))
    assert np.array2string(experiment.problem(Settings(data=data)).best) == "[6.65211962 4.50262017]"


def test_cross_entropy_and_negative_mean_log_likelihood_are_one_number():
    for settings in (SMALL, SEPARABLE, Settings()):
        shown = run(settings, 200).frames
        np.testing.assert_allclose(shown["cross_entropy"], shown["negative_mean_log_likelihood"], rtol=1e-12)


def test_the_cross_entropy_is_that_of_each_label_and_its_prediction():
    data, shown = experiment.experiment(SMALL), run(SMALL, 30).frames
    q = predictions(data.model, data.loss, shown["weights"][-1], data.X)
    labels, predicted = np.column_stack([1 - data.y, data.y]), np.column_stack([1 - q, q])
    assert shown["cross_entropy"][-1] == pytest.approx(cross_entropy(labels, predicted, "nats").mean(), rel=1e-12)
    likelihood = np.prod(np.where(data.y == 1, q, 1 - q))
    assert shown["log_likelihood"][-1] == pytest.approx(np.log(likelihood), rel=1e-10)


def test_both_paths_begin_at_the_same_weights_and_lie_on_the_surface():
    for settings in (SMALL, SEPARABLE, Settings()):
        found, shown = experiment.problem(settings), run(settings, 50).frames
        np.testing.assert_array_equal(found.newton.weights[0], shown["weights"][0])
        data = found.start
        for weights, height in ((shown["weights"], shown["path_z"]), (found.newton.weights, found.newton.loss)):
            on_surface = mean_loss(data.model, data.loss, weights, data.X, data.y)
            np.testing.assert_allclose(height, on_surface, rtol=1e-12)


def test_the_plane_shows_the_start_newtons_iterates_and_the_marked_minimum():
    for settings in (SMALL, SEPARABLE, Settings()):
        found = experiment.problem(settings)
        for values, axis in zip(found.newton_shown.T, (found.plane.a, found.plane.b), strict=True):
            assert axis[0] < values.min() <= values.max() < axis[-1]


def test_no_point_of_the_surface_is_below_the_marked_minimum():
    found = experiment.problem(SMALL)
    assert found.loss_on_plane.min() >= found.minimum
    (mark,) = [trace for trace in figures.surface(SMALL).data if trace.name == "maximum likelihood"]
    assert (mark.x[0], mark.y[0], mark.z[0]) == (*found.best, found.minimum)


def test_separable_labels_are_explained_and_trained_without_an_optimum():
    notice, found = messages.notice(SEPARABLE), experiment.problem(SEPARABLE)
    assert "separable" in notice
    assert "no finite weights are best" in notice
    assert found.best is None
    assert found.minimum == 0.0
    shown = run(SEPARABLE, 300).frames
    norms = np.linalg.norm(shown["weights"], axis=1)
    assert norms[-1] > norms[100] > norms[10]
    assert shown["cross_entropy"][-1] < 0.1
    assert all(trace.name != "maximum likelihood" for trace in figures.plane(SEPARABLE).data)


def test_one_class_alone_is_explained_too():
    settings = Settings(data="separable labels", true_bias=6.0, true_weight=0.0)
    assert "All labels are the same" in messages.notice(settings)
    shown = run(settings, 20).frames
    assert np.isfinite(shown["cross_entropy"]).all()
    assert np.isnan(shown["false_positive_rate"].values).all()


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.5, 1.0])
def test_what_the_threshold_picks_is_scikit_learns(threshold):
    shown, data = run(SMALL, 40).frames, experiment.experiment(SMALL)
    q = predictions(data.model, data.loss, shown["weights"][-1], data.X)
    place = int(
        figures.matrix(SMALL.model_copy(update={"threshold": threshold})).data[0].meta["now"]["z"].split("/")[1]
    )
    assert THRESHOLDS[place] == threshold
    counts = shown["confusion"].values[-1][place]
    np.testing.assert_array_equal(counts, metrics.confusion_matrix(data.y, q >= threshold).ravel())
    assert shown["area_under_curve"].values[-1] == pytest.approx(metrics.roc_auc_score(data.y, q))


def test_the_prediction_lies_on_the_fitted_curve():
    settings = SMALL.model_copy(update={"predict_at": 1.25})
    (spot,) = [trace for trace in figures.fit(settings).data if trace.meta and "/" in trace.meta["now"]["y"]]
    place = int(spot.meta["now"]["y"].split("/")[1])
    assert (spot.x[0], CURVE_X[place]) == (1.25, 1.25)


def test_threshold_and_prediction_never_touch_the_run():
    controls = Settings.controls()
    assert {controls[name].effect for name in ("threshold", "predict_at", "loss_axis")} == {"redraw"}
    moved = SMALL.model_copy(update={"threshold": 0.9, "predict_at": 2.0})
    for name, values in run(SMALL, 20).frames.items():
        other = run(moved, 20).frames[name]
        np.testing.assert_array_equal(getattr(values, "values", values), getattr(other, "values", other))


def test_the_notebooks_data_grey_out_the_controls_of_the_others():
    assert set(messages.disabled_reasons(Settings())) == {"n_samples", "true_bias", "true_weight", "seed"}
    assert messages.disabled_reasons(SMALL) == {}
    assert isinstance(Settings.controls()["threshold"], Slider)


def test_a_run_ends_after_its_epochs_or_after_the_most_steps_of_a_page():
    assert run(SMALL.model_copy(update={"epochs": 2}), 100).ending == "Complete after 2 steps (2 epochs)."
    long = SMALL.model_copy(update={"epochs": 2000, "batch_size": 1, "n_samples": 1000})
    assert experiment.last_step(long) == experiment.MOST_STEPS
    assert messages.ending(long, np.zeros(2)) == "Ended after 200,000 steps, the most that a page makes (200 epochs)."


def test_the_excess_loss_is_above_the_minimum_and_undefined_at_the_start():
    shown = run(SMALL, 100).frames
    assert np.isnan(shown["excess_loss"][0])
    np.testing.assert_allclose(
        shown["excess_loss"][1:], shown["cross_entropy"][1:] - experiment.problem(SMALL).minimum, rtol=1e-12
    )
    assert len(shown["fit"].step) <= frames.KEYFRAMES[0].most + 1


TOUCHING = Settings(
    data=OWN_DATA,
    own_data=OwnTable("classification", ("x", "label"), ((1, 0), (2, 0), (3, 0), (3, 1), (4, 1), (5, 1))).text,
    learning_rate=10.0,
    batch_size=np.inf,
    epochs=2000,
)


def test_classes_that_touch_in_one_x_are_not_called_separable_and_the_loss_falls_to_their_floor():
    floor = 2.0 * np.log(2.0) / 6.0
    notice = messages.notice(TOUCHING)
    assert "nearly separable" in notice
    assert f"falls towards {floor:.4g}" in notice
    assert "towards 0 for ever" not in notice
    assert experiment.problem(TOUCHING).minimum == pytest.approx(floor)
    loss = run(TOUCHING, 2000).frames["cross_entropy"]
    assert floor < loss[-1] < floor + 1e-3
    assert f"loss above {floor:.3g}" in figures.speed(TOUCHING).layout.yaxis.title.text
    assert "what the loss has above its floor" in LESSON.text(TOUCHING)


@pytest.mark.parametrize(("bias", "end"), [(6.0, "towards ∞"), (-6.0, "towards −∞")])
def test_the_bias_of_one_class_alone_goes_to_the_end_that_the_page_names(bias, end):
    settings = Settings(data="separable labels", true_bias=bias, true_weight=0.0, learning_rate=1.0, epochs=200)
    assert end in messages.notice(settings)
    assert bias * run(settings, 800).frames["weights"][-1, 0] > 6.0
    assert not figures.loss(settings).layout.shapes
    assert "no line is drawn" in LESSON.text(settings)


@pytest.mark.parametrize("scale", ["linear", "logarithmic"])
def test_the_line_of_the_best_constant_is_the_entropy_of_the_labels(scale):
    settings = Settings(data="random labels", true_bias=0.5, true_weight=0.0, loss_axis=scale)
    share = experiment.problem(settings).start.y.mean()
    (line,) = figures.loss(settings).layout.shapes
    assert line.y0 == line.y1 == pytest.approx(float(entropy([share, 1.0 - share], "nats")))
    assert f"here {line.y0:.4g}" in " ".join(LESSON.text(settings).split())


def test_no_learning_rate_makes_the_run_diverge_and_the_page_does_not_say_that_one_does():
    assert "none diverges" in Settings.controls()["learning_rate"].effect_of_increase
    for size in (1, 64, np.inf):
        wild = SMALL.model_copy(update={"learning_rate": 100.0, "batch_size": size, "epochs": 20})
        chunk = run(wild, 1200)
        assert not chunk.ending.startswith("Diverged")
        assert np.abs(chunk.frames["weights"]).max() < 100.0 * 20


def test_one_step_and_one_epoch_are_one_in_the_words_too():
    one = SMALL.model_copy(update={"epochs": 1})
    assert messages.ending(one, np.zeros(2)) == "Complete after 1 step (1 epoch)."


def test_the_gradient_of_the_log_loss_is_derived_on_the_page():
    text = LESSON.text(Settings())
    assert r"\frac{\hat y - y}{\hat y (1 - \hat y)}" in text
    assert r"\sigma'(z) = \hat y (1 - \hat y)" in text
