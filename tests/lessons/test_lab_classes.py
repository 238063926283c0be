"""Three classes and more in the laboratory: an output for each, and every picture and number of them."""

import numpy as np
import pytest

from nnviz.code_export.training_script import training_script
from nnviz.core.data.class_datasets import classes_in_plane
from nnviz.core.models.network import Network
from nnviz.core.objectives.softmax import softmax
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.lab import diagram, figures, frames, messages
from nnviz.lessons.lab.experiment import class_names, data, experiment
from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.registry import discover
from nnviz.web.drawing import draw_page
from tests.code_export.executed import executed
from tests.lessons.played import Played
from tests.lessons.test_all_lessons import shown_arrays

LAB = discover()["lab"]
NETWORK = LabSettings(
    data="penguins", model="network", neurons_1=5, hidden_layers=1, standardise=True, learning_rate=0.1
)
LINEAR = NETWORK.model_copy(update={"model": "logistic regression"})
BENT = LINEAR.model_copy(update={"x1_squared": True})
each_model = pytest.mark.parametrize("settings", [NETWORK, LINEAR, BENT], ids=["network", "linear", "with a square"])
N_STEPS = 40


def recorded(settings):
    run = experiment(settings)
    return run, advance(run, initial_state(run), N_STEPS)[0]


def shown(settings, recording):
    found = LAB.run.rows(settings, recording) | LAB.run.at_frames(settings, recording)
    for part in LAB.run.keyframes:
        found |= part.make(settings, recording.at(np.array([N_STEPS - 1])))
    return found


@pytest.mark.parametrize("name", classes_in_plane())
def test_every_data_set_of_three_classes_trains_a_network_with_three_outputs(name):
    settings = NETWORK.model_copy(update={"data": name})
    run = Played("lab", settings, 200)
    assert experiment(settings).model == Network(2, (5,), n_outputs=3)
    assert run["training_loss"][-1] < run["training_loss"][0]
    assert set(np.unique(data(settings).training.y)) == {0.0, 1.0, 2.0}


def test_whatever_model_is_chosen_softmax_regression_is_what_has_no_hidden_layer():
    linear = LINEAR.model_copy(update={"model": "linear regression"})
    assert experiment(linear).model == experiment(LINEAR).model
    assert "softmax regression" in messages.notice(linear)
    assert "The model is softmax regression" in LAB.text(linear)


@each_model
def test_the_score_the_loss_and_the_confusion_are_those_of_the_examples_held_out(settings):
    run, recording = recorded(settings)
    found, held_out = shown(settings, recording), data(settings).validation
    p = softmax(run.model.outputs(recording.weights, held_out.X))
    called = p.argmax(axis=1)
    right = p[:, held_out.y.astype(int), np.arange(len(held_out.y))]
    np.testing.assert_allclose(found["validation_loss"], -np.log(right).mean(axis=1), rtol=1e-9)
    np.testing.assert_array_equal(found["validation_score"], (called == held_out.y).mean(axis=1))
    counts = [((held_out.y == i) & (called[-1] == j)).sum() for i in range(3) for j in range(3)]
    assert found["confusion"][-1].tolist() == counts


@pytest.mark.parametrize("neuron", ["output", "confusion", "1.2"])
@each_model
def test_every_array_that_a_picture_follows_is_recorded(settings, neuron):
    settings = settings.model_copy(update={"neuron": neuron})
    _, recording = recorded(settings)
    names = set(shown(settings, recording))
    assert not shown_arrays(draw_page(LAB, settings)) - names


@each_model
def test_the_colours_say_by_how_much_a_class_leads_and_the_borders_where_two_are_level(settings):
    run, recording = recorded(settings)
    found, grid = shown(settings, recording), frames.region_grid(settings)
    p = softmax(run.model.outputs(recording.weights[-1], data(settings).inputs(grid.X)))
    ordered = np.sort(p, axis=0)
    for k in range(3):
        lead = np.where(p.argmax(axis=0) == k, ordered[-1] - ordered[-2], 0.0)
        np.testing.assert_allclose(found[f"lead_{k}"][-1].ravel(), 100.0 * lead, atol=0.5001)
    assert ("border_x" in found) == (settings is LINEAR)
    assert ("margin_0" in found) == (settings is not LINEAR)


@each_model
def test_the_network_has_a_picture_and_a_name_for_each_class(settings):
    run, recording = recorded(settings)
    columns, names = diagram.lattice(settings), class_names(settings)
    image = diagram.neurons(settings, recording.at(np.array([-1])))[f"layer_{columns.n_columns - 1}"][0]
    p = softmax(run.model.outputs(recording.weights[-1], diagram.inputs(settings)))
    step = columns.n_cells + columns.gap
    for k in range(3):
        own = image[(2 - k) * step :][: columns.n_cells]
        np.testing.assert_allclose(own.ravel(), 100.0 * p[k], atol=0.5001)
    layout = figures.network(settings).layout
    assert {note.text for note in layout.annotations}.issuperset(names)
    assert len(layout.meta["network"]["codes"]) == run.model.n_parameters


@each_model
def test_a_run_that_is_cut_anywhere_has_the_same_bytes(settings):
    run = experiment(settings.model_copy(update={"penalty_strength": 0.01, "clip_norm": 1.0}))
    whole, end = advance(run, initial_state(run), N_STEPS)
    for cut in (1, 7, 23):
        first, state = advance(run, initial_state(run), cut)
        rest, last = advance(run, state, N_STEPS - cut)
        assert np.concatenate([first.weights, rest.weights]).tobytes() == whole.weights.tobytes()
        assert np.concatenate([first.loss, rest.loss]).tobytes() == whole.loss.tobytes()
        assert last.weights.tobytes() == end.weights.tobytes()


@each_model
def test_the_script_finds_the_same_weights(settings):
    settings = settings.model_copy(update={"penalty_strength": 0.01, "dropout_rate": 0.2})
    names = executed(training_script([LAB.run.trained(settings, N_STEPS)]))
    run = experiment(settings)
    end = advance(run, initial_state(run), N_STEPS)[1].weights
    assert np.abs(names["w"] - end).max() < 1e-12 * np.abs(end).max()


def test_with_two_classes_the_confusion_counts_what_the_accuracy_counts():
    for model in ("linear regression", "logistic regression", "network"):
        run = Played("lab", LabSettings(data="moons", model=model, learning_rate=0.1), 50)
        counts = run["confusion"]
        np.testing.assert_allclose(counts[:, [0, 3]].sum(axis=1) / counts.sum(axis=1), run["validation_score"])
