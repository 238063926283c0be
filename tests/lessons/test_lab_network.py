"""The network that the laboratory shows is the one that it trains: every number of the picture is the network's."""

import numpy as np
import pytest

from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import advance, initial_state
from nnviz.figures import activation_colours
from nnviz.lessons.lab import diagram, figures
from nnviz.lessons.lab.experiment import experiment
from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.registry import discover
from nnviz.runs import neuron_arrays

LAB = discover()["lab"]
PLANE = LabSettings(model="network", data="XOR", neurons_1=5, neurons_2=3, learning_rate=0.1)
LINE = LabSettings(model="network", data="toy line", hidden_layers=1, neurons_1=3)
ONE = LabSettings(data="moons", model="logistic regression")
N_STEPS = 30
each_network = pytest.mark.parametrize("settings", [PLANE, LINE, ONE, PLANE.model_copy(update={"activation": "ReLU"})])


def played(settings):
    run = experiment(settings)
    recording, _ = advance(run, initial_state(run), N_STEPS)
    return run, recording


def picture(image, settings, column, number):
    """The picture of a neuron, counted from the top, cut out of the image of its column."""
    columns = diagram.lattice(settings)
    n, gap = columns.n_cells, columns.gap
    lowest = (columns.sizes[column] - 1 - number) * (n + gap)
    return image[..., lowest : lowest + n, :]


def weight_names(settings):
    return [name for *_, name in figures.network(settings).layout.meta["network"]["weights"]]


def trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


@each_network
def test_the_edges_are_the_weights(settings):
    _, recording = played(settings)
    shown = diagram.neurons(settings, recording)
    np.testing.assert_allclose(shown["edge_weights"], recording.weights, rtol=5e-4)
    for sign, array in ((1, "edges_positive"), (-1, "edges_negative")):
        assert not shown[array][sign * recording.weights <= 0.0].any()
    order = np.argsort(np.abs(recording.weights[-1]))
    assert np.all(np.diff((shown["edges_positive"] + shown["edges_negative"])[-1][order].astype(int)) >= 0)


@each_network
def test_every_weight_is_named_after_the_neurons_that_it_joins(settings):
    run = experiment(settings)
    names, number = weight_names(settings), 0
    features = experiment(settings).model.n_features
    for layer, shape in enumerate(run.model.layers, 1):
        for neuron in range(1, shape.n_outputs + 1):
            own = f"{layer}.{neuron}" if layer < len(run.model.layers) else "output"
            assert names[number] == f"bias of {own}"
            ends = names[number + 1 : number + 1 + shape.n_inputs]
            assert all(name.endswith(f" → {own}") for name in ends)
            assert layer == 1 or [name.split(" → ")[0] for name in ends] == [
                f"{layer - 1}.{i}" for i in range(1, shape.n_inputs + 1)
            ]
            number += 1 + shape.n_inputs
    assert number == run.model.n_parameters
    assert features == run.model.layers[0].n_inputs


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "ReLU"])
def test_the_picture_in_a_neuron_is_what_it_says_over_the_plane(activation):
    settings = PLANE.model_copy(update={"activation": activation})
    run, recording = played(settings)
    shown, grid = diagram.neurons(settings, recording), diagram.plane(settings)
    for column, layer in enumerate(hidden_layers(run.model, recording.weights, grid.X), 1):
        for number in range(layer.a.shape[1]):
            a = layer.a[:, number].reshape(-1, 20, 20)
            largest = 1.0 if activation != "ReLU" else np.abs(a).max(axis=(1, 2), keepdims=True)
            said = picture(shown[f"layer_{column}"], settings, column, number) / 50.0 - 1.0
            np.testing.assert_allclose(said, a / np.where(largest > 0.0, largest, 1.0), atol=0.0101)


def test_between_the_pictures_there_is_nothing_that_a_neuron_can_say():
    _, recording = played(PLANE)
    image, columns = diagram.neurons(PLANE, recording)["layer_1"], diagram.lattice(PLANE)
    rows = np.arange(image.shape[1]) % (columns.n_cells + columns.gap)
    assert (image[:, rows >= columns.n_cells] == activation_colours.GAP).all()
    assert (image[:, rows < columns.n_cells] <= 100).all()
    assert activation_colours.GAP == neuron_arrays.GAP


def test_the_output_is_the_probability_that_the_region_shows():
    for settings in (PLANE, ONE):
        run, recording = played(settings)
        shown, grid = diagram.neurons(settings, recording), diagram.plane(settings)
        probability = run.loss.predict(run.model.outputs(recording.weights, grid.X)).reshape(-1, 20, 20)
        last = diagram.lattice(settings).n_columns - 1
        np.testing.assert_allclose(shown[f"layer_{last}"] / 100.0, probability, atol=0.00501)


def test_the_curve_in_a_neuron_is_what_it_says_over_one_feature():
    run, recording = played(LINE)
    shown, X = diagram.neurons(LINE, recording)["neuron_curves"], diagram.places(LINE)
    (layer,) = hidden_layers(run.model, recording.weights, X)
    curves = shown.reshape(len(shown), 4, -1) / 50.0 - 1.0
    np.testing.assert_allclose(curves[:, :3], layer.a, atol=1e-3)
    predicted = run.model.outputs(recording.weights, X)
    middle, half = (run.y.max() + run.y.min()) / 2.0, np.ptp(run.y) / 2.0
    np.testing.assert_allclose(curves[:, 3], np.clip((predicted - middle) / half, -1.0, 1.0), atol=1e-3)


def test_a_diverged_network_says_nothing_and_has_no_edges():
    _run, recording = played(PLANE)
    recording.weights[:] = np.nan
    shown = diagram.neurons(PLANE, recording)
    assert not shown["edges_positive"].any()
    assert (picture(shown["layer_1"], PLANE, 1, 0) == 50).all()


def test_a_chosen_neuron_is_shown_as_large_as_the_data():
    settings = PLANE.model_copy(update={"neuron": "1.2"})
    surface, grid = trace(figures.fit(settings), "activation"), diagram.plane(settings)
    _, recording = played(settings)
    image = diagram.neurons(settings, recording)["layer_1"][-1]
    rows = surface.y0 + surface.dy * np.arange(len(image))
    seen = image[(rows > grid.y[0] - 1e-9) & (rows < grid.y[-1] + 1e-9)]
    np.testing.assert_array_equal(seen, picture(image, settings, 1, 1))
    line = LINE.model_copy(update={"neuron": "1.3"})
    how = trace(figures.fit(line), "activation").meta["linear"]["y"]
    run, recording = played(line)
    shown = diagram.neurons(line, recording)["neuron_curves"][-1]
    drawn = np.array(how["base"]) + np.array(how["factor"]) * shown[how["index"]]
    (layer,) = hidden_layers(run.model, recording.weights, diagram.places(line))
    np.testing.assert_allclose(drawn, layer.a[-1, 2], atol=1e-3)


def test_a_neuron_that_is_not_there_leaves_the_output():
    for settings in (PLANE, LINE, ONE):
        usual = figures.fit(settings)
        assert figures.fit(settings.model_copy(update={"neuron": "3.1"})) == usual


def test_networks_are_seen_beside_what_they_predict_and_other_models_beside_their_loss():
    assert LAB.leads_for(PLANE) == ("fit", "network")
    assert LAB.leads_for(ONE) == LAB.leads == ("loss", "fit")


def pressed(settings, which, name):
    stepper = next(stepper for stepper in diagram.steppers(settings) if stepper.name == name)
    values = getattr(stepper, which)
    return None if values is None else LabSettings.parse({**settings.as_text(), **values})


def test_buttons_add_and_remove_what_the_controls_say():
    more, less = (pressed(PLANE, which, "Neurons in layer 2") for which in ("more", "less"))
    assert (more.neurons_2, less.neurons_2) == (4, 2)
    assert pressed(PLANE, "less", "Hidden layers").hidden_layers == 1
    assert pressed(PLANE.model_copy(update={"neurons_1": 8.0}), "more", "Neurons in layer 1") is None
    assert pressed(PLANE.model_copy(update={"hidden_layers": 4.0}), "more", "Hidden layers") is None


def test_a_layer_makes_any_other_model_a_network():
    made = pressed(ONE, "more", "Hidden layers")
    assert (made.model, made.hidden_layers) == ("network", 1)
    assert pressed(ONE, "less", "Hidden layers") is None
