"""The features that the laboratory adds: the model sees them everywhere, the pictures stay those of the data."""

import math
from itertools import product

import numpy as np
import pytest

from nnviz.code_export.training_script import training_script
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.lab import figures, frames
from nnviz.lessons.lab.experiment import data, experiment, model
from nnviz.lessons.lab.messages import disabled_reasons, stable_learning_rate
from nnviz.lessons.lab.settings import FEATURES, LabSettings
from nnviz.user_data.control import OWN_DATA
from tests.code_export.executed import executed
from tests.lessons.played import LESSONS, Played
from tests.user_data.tables import own_text

LAB = LESSONS["lab"]
ALL = dict.fromkeys(FEATURES.values(), True)
OWN = {"data": OWN_DATA, "own_data": own_text("classification", 2)}
SETTINGS = [
    LabSettings(**words, **ALL, standardise=standardise)
    for words, standardise in product(
        ({"data": "XOR", "model": "network"}, {"data": "toy line"}, {"data": "unequal scales"}, OWN), (False, True)
    )
]
each = pytest.mark.parametrize("settings", SETTINGS, ids=lambda s: f"{s.data}, {s.standardise}")


@each
def test_at_an_example_the_model_sees_in_the_pictures_what_it_is_trained_on(settings):
    examples = data(settings)
    for part in (examples.training, examples.validation):
        np.testing.assert_allclose(examples.inputs(examples.shown(part)), part.X, rtol=1e-9, atol=1e-9)
        assert part.X.shape[1] == model(settings).n_features == len(part.feature_names)


@each
def test_standardised_features_have_mean_0_and_deviation_1_the_added_ones_too(settings):
    X = data(settings).training.X
    if settings.standardise:
        np.testing.assert_allclose([X.mean(axis=0), X.std(axis=0)], [[0.0] * X.shape[1], [1.0] * X.shape[1]], atol=1e-9)


@each
def test_the_picture_of_the_model_is_what_it_predicts(settings):
    run, played = experiment(settings), Played("lab", settings, 5)
    recording, _ = advance(run, initial_state(run), 5)
    examples = data(settings)
    if examples.n_features == 1:
        X = examples.inputs(frames.curve_x(settings)[:, None])
        np.testing.assert_allclose(played["fit"][-1], run.model.outputs(recording.weights, X)[-1], rtol=1e-5)
    elif examples.training.task == "classification":
        X = examples.inputs(frames.region_grid(settings).X)
        shown = frames.fits(settings, recording)["region_logits"][-1].ravel()
        np.testing.assert_allclose(shown, run.model.outputs(recording.weights, X)[-1], rtol=1e-5)
    names = {trace.name for trace in figures.fit(settings).data}
    assert "validation" in names


@each
def test_the_script_makes_the_same_features_and_weights(settings):
    settings = settings.model_copy(update={"learning_rate": 0.0001})
    names = executed(training_script([LAB.run.trained(settings, 20)]))
    run = experiment(settings)
    np.testing.assert_array_equal(names["X"], run.X)
    recording, _ = advance(run, initial_state(run), 20)
    made = np.concatenate([np.ravel(W) for W in names["weights"]]) if "weights" in names else np.ravel(names["w"])
    np.testing.assert_allclose(made, recording.weights[-1], rtol=1e-9)


def test_the_largest_stable_learning_rate_is_that_of_all_features():
    bent = LabSettings(batch_size=math.inf, validation_share=0.0, x1_squared=True)
    limit = stable_learning_rate(bent)
    assert limit < stable_learning_rate(bent.model_copy(update={"x1_squared": False}))
    assert not Played("lab", bent.model_copy(update={"learning_rate": 0.95 * limit}), 2000).diverged
    assert Played("lab", bent.model_copy(update={"learning_rate": 1.1 * limit}), 4000).diverged


def test_one_product_lets_a_single_neuron_part_the_four_corners():
    plain = LabSettings(data="XOR", noise=0.5, model="logistic regression", learning_rate=0.1, batch_size=16)
    assert Played("lab", plain, 1000)["validation_score"][-1] < 0.75
    assert Played("lab", plain.model_copy(update={"x1_x2": True}), 1000)["validation_score"][-1] > 0.9


def test_features_of_a_second_feature_do_nothing_where_there_is_one():
    line = LabSettings(**ALL)
    assert data(line).added.words == ("x1²", "sin x1")
    assert {field for field in FEATURES.values() if field in disabled_reasons(line)} == {
        "x2_squared",
        "x1_x2",
        "sin_x2",
    }


def test_the_text_names_the_features_that_are_added():
    assert r"\sin x_1" in LAB.text(LabSettings(sin_x1=True))
    assert "further" not in LAB.text(LabSettings(sin_x2=True))
