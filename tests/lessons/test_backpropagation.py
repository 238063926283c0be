import numpy as np
import pytest

from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.two_neurons import TWO_NEURONS
from nnviz.core.objectives.losses import LOSSES
from nnviz.lessons.backpropagation import LESSON
from nnviz.lessons.backpropagation.checks import STEPS, check, disagreement
from nnviz.lessons.backpropagation.experiment import TABLE, WAYS, batch, loss_name, sizes, sizes_of
from nnviz.lessons.backpropagation.settings import ALL, DROPPED, KEPT, LOSS_NAMES, N_EXAMPLES, BackpropagationSettings
from nnviz.runs.protocol import StepBudget

CASES = [
    BackpropagationSettings(loss=loss, constants=constants, example=example)
    for loss, constants in LOSS_NAMES
    for example in (ALL, 1, N_EXAMPLES)
]
each_case = pytest.mark.parametrize("settings", CASES, ids=lambda s: f"{s.loss}, {s.constants}, {s.example:g}")


def frames(settings, n_steps=30):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps))).frames


@each_case
def test_every_gradient_on_the_screen_is_the_model_s_own_and_that_of_finite_differences(settings):
    shown, (x, y), loss = frames(settings), batch(settings), LOSSES[loss_name(settings)]
    for weights, gradient in zip(shown["weight_values"], shown["gradient_values"], strict=True):
        own = loss_gradient(TWO_NEURONS, loss, weights, x[:, None], y)
        np.testing.assert_allclose(gradient, own, rtol=1e-11, atol=1e-15)
        numeric = central_differences(lambda w: float(loss.of_batch(TWO_NEURONS.outputs(w, x[:, None]), y)), weights)
        np.testing.assert_allclose(gradient, numeric, rtol=1e-6, atol=1e-9)


@each_case
def test_the_run_moves_the_weights_by_the_gradient_on_the_screen(settings):
    shown = frames(settings)
    moved = shown["weight_values"][:-1] - settings.learning_rate * shown["gradient_values"][:-1]
    np.testing.assert_allclose(shown["weight_values"][1:], moved, rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("loss", ["squared error", "log loss"])
def test_the_numbers_of_a_formula_multiply_to_its_result_for_one_example(loss):
    numbers = frames(BackpropagationSettings(loss=loss, example=3))["formula_numbers"]
    for line, way in enumerate(WAYS.values()):
        np.testing.assert_allclose(numbers[:, line, : len(way)].prod(axis=-1), numbers[:, line, -1], rtol=1e-12)


def test_the_mean_of_the_table_s_products_is_the_gradient():
    shown = frames(BackpropagationSettings(example=ALL))
    columns = {name: shown["example_columns"][:, place] for place, name in enumerate(TABLE)}
    np.testing.assert_allclose(columns["∂w₁"].mean(axis=-1), shown["gradient_values"][:, 3], rtol=1e-12)
    np.testing.assert_allclose(columns["∂w₀"].mean(axis=-1), shown["gradient_values"][:, 1], rtol=1e-12)


@each_case
def test_three_ways_to_the_gradient_agree(settings):
    assert check(settings).apart < 1e-9


def test_the_gradient_check_is_best_at_a_width_of_about_a_hundred_thousandth():
    apart = disagreement(BackpropagationSettings(example=ALL))
    best = STEPS[apart.argmin()]
    assert 1e-7 < best < 1e-4
    assert apart.min() < 1e-9
    assert apart[0] > 1e3 * apart.min()
    assert apart[-1] > 1e3 * apart.min()


@pytest.mark.parametrize(("loss", "line"), [("squared error", 8 / 2 - 1), ("log loss", 8 - 1)])
def test_dropped_constants_show_in_the_check_as_a_flat_line(loss, line):
    apart = disagreement(BackpropagationSettings(example=ALL, loss=loss, constants=DROPPED))
    np.testing.assert_allclose(apart[(STEPS > 1e-9) & (STEPS < 1e-3)], line, rtol=1e-3)


@pytest.mark.parametrize(("loss", "factor"), [("squared error", 4.0), ("log loss", 8.0)])
def test_the_page_says_which_learning_rate_does_the_same(loss, factor):
    given = {"loss": loss, "example": ALL}
    dropped = frames(BackpropagationSettings(constants=DROPPED, learning_rate=0.25, **given))
    kept = frames(BackpropagationSettings(constants=KEPT, learning_rate=0.25 * factor, **given))
    np.testing.assert_allclose(dropped["weight_values"], kept["weight_values"], rtol=1e-12)
    said = LESSON.summary(BackpropagationSettings(constants=DROPPED, learning_rate=0.25, **given))
    assert f"η = 0.25 does what {0.25 * factor:g} does" in said


def test_certain_and_wrong_examples_learn_at_once_with_log_loss_and_hardly_with_squared_error():
    squared, log = (
        frames(next(p.settings for p in LESSON.presets if p.name == f"Certain and wrong, {loss}"), 20)["training_loss"]
        for loss in ("squared error", "log loss")
    )
    assert squared[20] > 0.99 * squared[0]
    assert log[20] < 0.3 * log[0]


@pytest.mark.parametrize("seed", range(5))
def test_the_gradient_vanishes_with_sigmoids_and_depth_and_not_with_relus(seed):
    shrunk = {name: sizes_of(name, 20, 16, 1.4, seed).deltas for name in ("sigmoid", "ReLU")}
    assert shrunk["sigmoid"][0] < 1e-6 * shrunk["sigmoid"][-2]
    assert shrunk["ReLU"][0] > 0.1 * shrunk["ReLU"][-2]


def test_the_sigmoid_s_gradient_shrinks_by_at_least_half_in_every_hidden_layer():
    size = sizes_of("sigmoid", 12, 16, 1.4, 0).deltas
    assert (size[1:-2] / size[2:-1] < 0.5).all()


def test_the_page_shows_what_arrives_beside_the_weights_gradients_which_hide_it_for_relu():
    settings = BackpropagationSettings(weight_scale=5)
    relu = sizes(settings, "ReLU")
    assert relu.deltas[0] > 1000.0 * relu.deltas[-2]
    assert relu.gradients[0] == pytest.approx(relu.gradients[-2], rel=0.5)
    assert f"**{relu.deltas[0] / relu.deltas[-2]:.2g}** with ReLU" in LESSON.summary(settings)
    shown = {slot.name: slot.draw(settings).data for slot in LESSON.figures}
    drawn = next(line for line in shown["deltas"] if line.name == "ReLU")
    np.testing.assert_array_equal(drawn.y, relu.deltas)


def test_where_nothing_arrives_the_line_ends_and_the_sentence_says_0():
    settings = BackpropagationSettings(width=2, depth=20)
    drawn = {line.name: line for line in next(s for s in LESSON.figures if s.name == "deltas").draw(settings).data}
    assert np.isnan(drawn["ReLU"].y[0])
    assert "**0** with ReLU" in LESSON.summary(settings)
    assert "nan" not in LESSON.summary(settings)


def test_what_is_next_to_nothing_is_not_given_digits():
    said = LESSON.summary(BackpropagationSettings(example=1, b1=-8.0, w1=-8.0, depth=20, width=2))
    assert "agree to less than **1e-12**" in said
    assert "multiplied by less than **1e-12** with sigmoids" in said


def test_with_one_hidden_layer_nothing_is_compared():
    assert "multiplied" not in LESSON.summary(BackpropagationSettings(depth=1))


def test_no_run_of_the_two_neurons_diverges_at_the_largest_rate():
    for settings in CASES:
        loss = frames(settings.model_copy(update={"learning_rate": 10.0, "w0": 8.0, "w1": 8.0}), 300)["training_loss"]
        assert np.isfinite(loss).all()
