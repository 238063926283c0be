"""Weights that are set by hand are part of the run: cut, resumed, linked and told by its script."""

import numpy as np
import pytest

from nnviz.code_export.training_script import training_script
from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.experiment import WeightEdit
from nnviz.figures.living_network import living_network
from nnviz.lessons.lab import diagram
from nnviz.lessons.lab.edited_weights import weight_codes, weight_edits
from nnviz.lessons.lab.experiment import experiment, model
from nnviz.lessons.lab.settings import LabSettings
from nnviz.runs.protocol import StepBudget
from tests.code_export.executed import executed
from tests.lessons.played import LESSONS

LAB = LESSONS["lab"]
SETTINGS = LabSettings(
    model="network", data="XOR", neurons_1=3, neurons_2=2, edited_weights="0:1.1.1:2;7:2.1.0:-0.5;7:3.1.2:4;12:1.1.1:0"
)
PLAIN = SETTINGS.model_copy(update={"edited_weights": ""})
CODES = weight_codes(model(SETTINGS))


def recorded(settings, n_steps=20):
    run = experiment(settings)
    return advance(run, initial_state(run), n_steps)


def test_a_weight_has_its_value_after_the_step_and_is_trained_on_from_there():
    first = initial_state(experiment(SETTINGS)).weights
    assert first[CODES.index("1.1.1")] == 2.0
    recording, _ = recorded(SETTINGS)
    assert recording.weights[6, CODES.index("2.1.0")] == -0.5
    assert recording.weights[6, CODES.index("3.1.2")] == 4.0
    assert recording.weights[11, CODES.index("1.1.1")] == 0.0
    assert recording.weights[12, CODES.index("1.1.1")] != 0.0
    later = PLAIN.model_copy(update={"edited_weights": "7:2.1.0:-0.5"})
    plain, edited = recorded(PLAIN)[0].weights, recorded(later)[0].weights
    np.testing.assert_array_equal(plain[:6], edited[:6])
    assert (plain[7:] != edited[7:]).any()


@pytest.mark.parametrize("cuts", [(3, 9, 8), (7, 13), (6, 1, 5, 8), (1,) * 20])
def test_a_run_that_is_cut_and_resumed_anywhere_is_the_same_to_the_last_bit(cuts):
    whole, end = recorded(SETTINGS)
    run, pieces = experiment(SETTINGS), []
    state = initial_state(run)
    for n_steps in cuts:
        recording, state = advance(run, state, n_steps)
        pieces.append(recording.weights)
    np.testing.assert_array_equal(np.concatenate(pieces), whole.weights)
    np.testing.assert_array_equal(state.weights, end.weights)


def test_the_pages_run_shows_the_edited_weight_at_its_very_step():
    begun = LAB.run.initial_checkpoint(SETTINGS)
    first = LAB.run.resume(SETTINGS, begun, StepBudget(7))
    assert first.frames["edge_weights"].values[-1][CODES.index("3.1.2")] == 4.0
    again = LAB.run.skip(SETTINGS, begun, StepBudget(7)).checkpoint
    for name, array in first.checkpoint.arrays.items():
        np.testing.assert_array_equal(array, again.arrays[name])


def test_the_script_sets_the_same_weights():
    names = executed(training_script([LAB.run.trained(SETTINGS, 20)]))
    np.testing.assert_allclose(np.ravel(names["w"]), recorded(SETTINGS)[1].weights, rtol=1e-9)


def test_what_cannot_be_read_is_left_out():
    text = (
        "x:1.1.1:2;5:9.1.1:2;5:1.1.1:nan;5:1.1.1:1e99;5:1.1.1;;5:1.1.0:1,5; 6 : 1.1.0 : 1.5 ;" + "9" * 30 + ":1.1.1:2"
    )
    assert weight_edits(text, model(SETTINGS)) == (WeightEdit(6, 0, 1.5),)
    assert weight_edits("", model(SETTINGS)) == ()


def test_the_weights_are_called_in_the_order_of_the_picture():
    names = [name for *_, name in diagram_weights()]
    for name, code in zip(names, CODES, strict=True):
        layer, neuron, number = code.split(".")
        own = "output" if layer == "3" else f"{layer}.{neuron}"
        assert name.endswith(own)
        assert name.startswith("bias") == (number == "0")
    assert weight_codes(model(LabSettings(data="moons"))) == ["1.1.0", "1.1.1", "1.1.2"]


def diagram_weights():
    return living_network(diagram.living_network(SETTINGS)).layout.meta["network"]["weights"]


def test_a_diverged_run_stays_undefined():
    run = experiment(SETTINGS)
    weights = np.full(run.model.n_parameters, np.nan)
    run.edited(7, weights)
    assert np.isnan(weights).all()
