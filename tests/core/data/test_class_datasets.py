import numpy as np
import pytest
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

from nnviz.core.data.class_clouds import centres
from nnviz.core.data.class_datasets import CLASS_DATASETS, make_class_dataset
from nnviz.core.data.datasets import split
from nnviz.core.data.real_data import read_table

DRAWN = [name for name, kind in CLASS_DATASETS.items() if kind.takes_noise]
MEASURED = [name for name in CLASS_DATASETS if name not in DRAWN]


@pytest.mark.parametrize("name", CLASS_DATASETS)
def test_a_data_set_has_the_shapes_and_the_classes_that_its_kind_announces(name):
    kind = CLASS_DATASETS[name]
    dataset = make_class_dataset(name, 60, 0.5, seed=1)
    assert dataset.X.shape == (60, kind.n_features)
    assert set(dataset.y) == set(range(len(kind.class_names)))
    assert dataset.feature_names == kind.feature_names
    assert dataset.X.dtype == dataset.y.dtype == np.float64


@pytest.mark.parametrize("name", CLASS_DATASETS)
def test_more_examples_begin_with_the_fewer_and_another_seed_has_others(name):
    few, many, other = (make_class_dataset(name, n, 0.7, seed) for n, seed in ((17, 5), (45, 5), (17, 6)))
    np.testing.assert_array_equal(many.X[:17], few.X)
    np.testing.assert_array_equal(many.y[:17], few.y)
    assert not np.array_equal(few.X, other.X)


@pytest.mark.parametrize("name", DRAWN)
def test_more_noise_moves_the_same_examples_farther_along_the_same_way(name):
    none, some, twice = (make_class_dataset(name, 25, noise, seed=5) for noise in (0.0, 0.5, 1.0))
    np.testing.assert_allclose(twice.X - none.X, 2.0 * (some.X - none.X), rtol=0.0, atol=1e-13)


@pytest.mark.parametrize("name", MEASURED)
def test_what_was_measured_has_its_number_of_rows_at_most_names_its_source_and_takes_no_noise(name):
    kind, dataset = CLASS_DATASETS[name], make_class_dataset(name, 10_000, 0.0, seed=1)
    assert len(dataset.y) == kind.n_rows
    assert dataset.source
    np.testing.assert_array_equal(dataset.X, make_class_dataset(name, 10_000, 1.0, seed=1).X)


def test_softmax_regression_on_three_gaussians_finds_the_middles_over_the_variance():
    dataset = make_class_dataset("three Gaussians", 60_000, 1.0, seed=0)
    fit = LogisticRegression(C=np.inf, tol=1e-8).fit(dataset.X, dataset.y)
    np.testing.assert_allclose(fit.coef_ - fit.coef_.mean(axis=0), centres() / 2.0, atol=0.05)
    np.testing.assert_allclose(fit.intercept_ - fit.intercept_.mean(), 0.0, atol=0.05)


def test_a_third_of_a_turn_takes_one_arm_to_the_next():
    dataset = make_class_dataset("three arms", 3_000, 0.0, seed=0)
    turn = np.array([[-0.5, -np.sqrt(0.75)], [np.sqrt(0.75), -0.5]])
    arms = [dataset.X[dataset.y == k] for k in range(3)]
    for arm, following in zip(arms, [*arms[1:], arms[0]], strict=True):
        gaps = np.linalg.norm((arm @ turn.T)[:, None] - following[None], axis=2).min(axis=1)
        assert gaps.max() < 0.2
        assert np.linalg.norm(arm[:, None] - following[None], axis=2).min() > 0.4


def test_iris_species_are_the_petals_of_the_reference_library():
    iris = load_iris()
    _, values = read_table("iris_species.csv")
    np.testing.assert_array_equal(values, np.column_stack([iris.data[:, 2:], iris.target]))


def test_penguins_are_the_published_ones_by_species():
    """Counts and means of the 342 birds that were measured, as their authors print them."""
    dataset = make_class_dataset("penguins", 1_000, 0.0, seed=0)
    groups = [dataset.X[dataset.y == k] for k in range(3)]
    assert [len(group) for group in groups] == [151, 68, 123]
    means = np.round([group.mean(axis=0) for group in groups], 1)
    np.testing.assert_array_equal(means, [[38.8, 18.3], [48.8, 18.4], [47.5, 15.0]])


@pytest.mark.parametrize("name", CLASS_DATASETS)
def test_a_split_leaves_every_class_in_training(name):
    training, held_out = split(make_class_dataset(name, 150, 0.5, seed=1), 0.3, seed=2)
    assert set(training.y) == set(held_out.y) == set(range(len(CLASS_DATASETS[name].class_names)))
