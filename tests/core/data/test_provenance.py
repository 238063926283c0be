"""A recipe follows the examples through what is done to them, and ends where words cannot say it."""

import numpy as np

from nnviz.core.data.datasets import make_dataset, split
from nnviz.core.data.provenance import Provenance
from nnviz.core.data.scaling import standardise


def words(provenance):
    return [step.word for step in provenance.steps]


def test_a_recipe_names_the_source_and_every_change_in_order():
    training, _ = split(make_dataset("moons", 60, 1.0, 3), 0.5, 3)
    provenance = standardise(training)[0].provenance
    assert words(provenance) == ["moons", "training part, classification", "standardised"]
    assert provenance.steps[0].numbers == {"n_samples": 60, "noise": 1.0, "seed": 3}
    assert provenance.steps[1].numbers == {"held_out": 30, "seed": 3}


def test_measured_classes_are_given_with_their_names():
    (step,) = make_dataset("iris petals", 50, 0.0, 0).provenance.steps
    assert (step.word, step.numbers["class_names"]) == ("given rows", "versicolor,virginica")
    assert step.numbers["names"] == "petal length (cm),petal width (cm),species"


def test_other_measured_data_and_any_choice_of_rows_have_no_recipe():
    assert make_dataset("stopping distances", 50, 0.0, 0).provenance is None
    drawn = make_dataset("circle", 20, 0.0, 0)
    assert drawn.rows(np.array([3, 1])).provenance is None
    assert words(drawn.first(5).provenance) == ["circle", "first"]


def test_a_constant_feature_is_standardised_without_a_recipe():
    drawn = make_dataset("toy line", 1, 0.0, 0)
    assert standardise(drawn)[0].provenance is None


def test_a_recipe_is_never_changed_but_extended():
    first = Provenance.of("toy line", seed=1)
    assert words(first.then("first", n=2)) == ["toy line", "first"]
    assert words(first) == ["toy line"]
