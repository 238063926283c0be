import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.closed_form import least_squares
from nnviz.lessons.neurons import LESSON
from nnviz.lessons.neurons.experiment import N_SAMPLES, X_RANGE, deep_network, examples, experiment
from nnviz.lessons.neurons.settings import LABELS, NUMBERS, NeuronSettings
from nnviz.runs.protocol import StepBudget


def trained(settings, n_steps):
    frames = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(n_steps)).frames
    return np.array([frames["bias_now"][-1], frames["weight_now"][-1]])


def test_a_neuron_without_activation_is_linear_regression():
    X, y = examples(NUMBERS, 0)
    weights = trained(NeuronSettings(activation="none", data=NUMBERS), 2000)
    np.testing.assert_allclose(weights, least_squares(X, y), rtol=1e-9)


def test_a_sigmoid_neuron_with_log_loss_is_logistic_regression():
    X, y = examples(LABELS, 0)
    reference = LogisticRegression(C=np.inf, tol=1e-12, max_iter=1000).fit(X, y)
    weights = trained(NeuronSettings(learning_rate=1.0), 4000)
    np.testing.assert_allclose(weights, [reference.intercept_[0], reference.coef_[0, 0]], rtol=1e-5)


def test_the_sliders_are_where_training_starts():
    start = LESSON.run.start(NeuronSettings(weight=-2.5, bias=0.7)).frames
    assert (start["weight_now"][0], start["bias_now"][0]) == (-2.5, 0.7)


def test_the_labels_are_zeros_and_ones_and_depend_on_the_seed():
    labels = [examples(LABELS, seed)[1] for seed in (0, 1)]
    assert set(labels[0]) == {0.0, 1.0}
    assert len(labels[0]) == N_SAMPLES
    assert not np.array_equal(*labels)


def test_the_loss_is_log_loss_only_for_the_probability_of_a_label():
    assert experiment(NeuronSettings()).loss is LOSSES["log loss"]
    assert experiment(NeuronSettings(data=NUMBERS)).loss is not LOSSES["log loss"]
    assert experiment(NeuronSettings(activation="none")).loss is LOSSES["mean squared error"]


@pytest.mark.parametrize("hidden_layers", range(1, 9))
@pytest.mark.parametrize("neurons", [1, 4, 8])
def test_the_line_on_the_screen_is_the_network_without_activations(hidden_layers, neurons):
    network = deep_network(NeuronSettings(hidden_layers=hidden_layers, neurons=neurons))
    assert network.apart(X_RANGE) < 1e-12


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "none"])
def test_an_activation_bends_the_line_and_leaves_the_weights_alone(activation):
    straight, bent = (deep_network(NeuronSettings(inner_activation=name)) for name in ("none", activation))
    np.testing.assert_array_equal(straight.weights, bent.weights)
    np.testing.assert_array_equal(straight.line, bent.line)
    outputs = bent.outputs(X_RANGE)
    nearest_line = np.polyval(np.polyfit(X_RANGE, outputs, 1), X_RANGE)
    assert np.abs(outputs - nearest_line).max() > 0.02 * np.ptp(outputs)


def test_a_dead_relu_never_learns():
    preset = next(preset for preset in LESSON.presets if preset.name == "A dead ReLU")
    np.testing.assert_array_equal(trained(preset.settings, 100), [preset.settings.bias, preset.settings.weight])


def test_a_saturated_start_is_slow_at_first():
    preset = next(preset for preset in LESSON.presets if preset.name == "A saturated start")
    losses = LESSON.run.resume(preset.settings, LESSON.run.start(preset.settings).checkpoint, StepBudget(1000)).frames
    loss = losses["training_loss"]
    assert loss[0] - loss[300] < 0.01
    assert loss[300] - loss[999] > 0.25


def test_the_sums_of_a_small_network_are_written_with_its_numbers():
    text = LESSON.text(NeuronSettings(hidden_layers=1, neurons=2))
    assert "\\text{bias} =" in text
    assert "\\text{bias} =" not in LESSON.text(NeuronSettings(hidden_layers=2))


def test_targets_out_of_reach_are_said_to_be_so():
    assert "only" in LESSON.notice(NeuronSettings(activation="tanh", data=NUMBERS))
    assert LESSON.notice(NeuronSettings()) == ""


def test_only_a_neuron_without_activation_diverges_and_the_page_says_above_which_rate():
    settings = NeuronSettings(activation="none", learning_rate=10.0)
    start = LESSON.run.start(settings)
    ended = start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(50))).ending
    X, _ = examples(LABELS, 0)
    A = np.column_stack([np.ones(N_SAMPLES), X])
    limit = 2.0 / np.linalg.eigvalsh(2.0 * A.T @ A / N_SAMPLES)[-1]
    assert f"is above 2/λmax = {limit:.3g}." in ended


def test_a_network_that_does_not_bend_here_is_said_to_be_a_line_whatever_is_inside():
    shapes = [(layers, neurons) for layers in (1, 4, 8) for neurons in (1, 2, 4)]
    said = {True: "is another line here", False: "the same weights make a curve"}
    for layers, neurons in shapes:
        for seed in range(5):
            chosen = NeuronSettings(inner_activation="ReLU", hidden_layers=layers, neurons=neurons, seed=seed)
            is_line = deep_network(chosen).off_line(X_RANGE) == 0.0
            assert said[is_line] in LESSON.text(chosen)
            assert said[not is_line] not in LESSON.text(chosen)


def test_one_layer_of_one_neuron_is_written_in_the_singular_and_is_not_deep():
    settings = NeuronSettings(hidden_layers=1, neurons=1)
    assert "(1 hidden layer of 1 neuron, " in LESSON.summary(settings)
    assert "that on the screen is\nshallow" in LESSON.text(settings)
    assert "that on the screen is\ndeep" in LESSON.text(NeuronSettings())
