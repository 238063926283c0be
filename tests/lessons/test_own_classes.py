"""Tables of more than two classes on the pages that train networks and softmax: what is shown is what is said."""

from functools import cache

import numpy as np
import pytest
from scipy.special import softmax

from nnviz.core.data.class_datasets import make_class_dataset
from nnviz.core.training.advance import initial_state
from nnviz.lessons.dropout import experiment as dropout
from nnviz.lessons.dropout.settings import MEASURES, DropoutSettings
from nnviz.lessons.softmax import page_values
from nnviz.lessons.softmax.settings import SoftmaxSettings
from nnviz.lessons.xor import experiment as xor
from nnviz.lessons.xor.settings import XorSettings
from nnviz.page.registry import discover
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.table import OwnTable
from tests.lessons.played import Played
from tests.user_data.tables import own_text

SPECIES = ("setosa", "versicolor", "virginica")
LESSONS = discover()


@cache
def iris():
    """The three species by their petals, as a table that somebody has pasted: sorted by species."""
    known = make_class_dataset("iris species", 150, 0.0, 0)
    order = np.argsort(known.y, kind="stable")
    rows = np.column_stack([known.X, known.y])[order].tolist()
    return OwnTable("classification", (*known.feature_names, "species"), tuple(map(tuple, rows)), SPECIES).text


def own(settings_class, text=None, **others):
    return settings_class(data=OWN_DATA, own_data=text or iris(), **others)


SCORES = {
    "xor": ("squared_accuracy", "log_accuracy"),
    "dropout": ("scaled_accuracy", "inverted_accuracy", "without_accuracy"),
    "batch-normalization": ("normalised_validation_accuracy",),
    "softmax": ("softmax_accuracy", "rest_accuracy", "training_accuracy"),
}
REGIONS = {
    "xor": ("squared_region_", "log_region_"),
    "dropout": ("region_", "without_region_"),
    "batch-normalization": ("normalised_region_", "beside_region_"),
}
each_page = pytest.mark.parametrize("slug", SCORES)
each_network = pytest.mark.parametrize("slug", REGIONS)


@each_page
def test_three_species_are_learnt(slug):
    played = Played(slug, own(LESSONS[slug].settings), 200)
    for score in SCORES[slug]:
        assert played[score][0] < 0.75
        assert played[score][-1] > 0.85


@each_network
def test_one_class_leads_at_every_place_and_where_its_margin_is_above_zero(slug):
    played = Played(slug, own(LESSONS[slug].settings, own_text("10 classes")), 5)
    for region in REGIONS[slug]:
        margins, leads = (np.stack([played[f"{region}{name}_{k}"] for k in range(10)]) for name in ("margin", "lead"))
        np.testing.assert_array_equal((margins > 0.0).sum(axis=0), 1)
        assert not leads[margins < 0.0].any()


@each_network
def test_every_picture_of_answers_names_the_classes(slug):
    lesson, settings = LESSONS[slug], own(LESSONS[slug].settings)
    surfaces = [slot for slot in lesson.figures if slot.name.endswith("surface")]
    assert len(surfaces) == 2
    for slot in surfaces:
        assert {trace.name for trace in slot.draw(settings).data if trace.type == "scatter"} >= set(SPECIES)


def test_of_sorted_rows_an_example_of_each_class_is_followed():
    assert xor.followed(own(XorSettings)).y.tolist() == [0.0, 1.0, 2.0, 0.0]
    assert xor.followed(own(XorSettings, own_text("10 classes"))).y.tolist() == [0.0, 1.0, 2.0, 3.0]
    assert len(xor.followed(own(XorSettings, own_text("3 classes", n_rows=4))).y) == 4


def test_the_predictions_that_are_traced_are_those_of_their_own_class():
    settings = own(XorSettings)
    played, run, followed = Played("xor", settings, 20), xor.experiments(settings)["log"], xor.followed(settings)
    p = softmax(run.model.outputs(initial_state(run).weights, followed.X), axis=0)
    np.testing.assert_allclose(played["log_points"][0], [p[int(k), i] for i, k in enumerate(followed.y)], rtol=1e-12)
    np.testing.assert_allclose(played["log_point_2"][0], p[1, 1], rtol=1e-6)


def test_with_the_same_first_step_both_losses_of_xor_start_nearly_alike():
    settings = own(XorSettings, same_first_step=True)
    assert xor.learning_rate(settings, "squared") == 1.5 * settings.learning_rate
    assert xor.learning_rate(settings.model_copy(update={"data": "XOR"}), "squared") == 2.0 * settings.learning_rate


@pytest.mark.parametrize("measure", MEASURES)
def test_subnetworks_are_asked_for_the_class_nearest_to_the_point(measure):
    settings = own(DropoutSettings, measure=measure, hidden_dropout=0.0)
    training, _ = dropout.data(settings)
    far = training.X[training.y == 2.0].max(axis=0)
    there = settings.model_copy(update={"point_x": float(far[0]), "point_y": float(far[1])})
    assert dropout.asked_class(there) == 2
    run = dropout.experiments(there)["scaled"]
    z = run.model.outputs(initial_state(run).weights, far[None])[:, 0]
    expected = z[2] if measure == MEASURES[0] else softmax(z)[2]
    assert Played("dropout", there, 2)["scaled"][0] == pytest.approx(expected, rel=1e-12)
    title = next(slot for slot in LESSONS["dropout"].figures if slot.name == "answers").draw(there).layout.xaxis.title
    assert "virginica" in title.text
    assert "virginica" in LESSONS["dropout"].text(there)


def test_without_dropout_every_subnetwork_has_the_answer_of_the_network():
    played = Played("dropout", own(DropoutSettings, hidden_dropout=0.0, measure=MEASURES[1]), 30)
    np.testing.assert_allclose(played["mean"], played["scaled"], rtol=1e-12)


def test_as_many_examples_as_are_held_out_can_be_followed():
    few = own(SoftmaxSettings, own_text("3 classes", n_rows=12), example=50.0)
    assert 0 < page_values.values(few)["n_held_out"] < 12
    assert Played("softmax", few, 3)["stable"].shape[1] == 3


def test_softmax_takes_two_classes_as_well_by_an_output_for_each():
    settings = own(SoftmaxSettings, own_text("classification"))
    assert page_values.values(settings)["n_classes"] == 2
    assert Played("softmax", settings, 20)["confusion"].shape[1] == 4


def test_rows_of_which_none_can_be_held_out_are_all_learnt_from():
    rows = ((0.0, 1.0, 0.0), (1.0, 0.0, 1.0), (2.0, 2.0, 2.0), (3.0, 1.0, 3.0))
    text = OwnTable("classification", ("a", "b", "c"), rows, ("p", "q", "r", "s")).text
    assert page_values.values(own(SoftmaxSettings, text))["n_held_out"] == 0
    for slug in SCORES:
        Played(slug, own(LESSONS[slug].settings, text), 3)
