import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

from nnviz.core.data.datasets import DATASETS, Dataset, make_dataset, split

SIMULATED = [name for name, kind in DATASETS.items() if kind.takes_noise]
CLASSIFICATION = [name for name, kind in DATASETS.items() if kind.task == "classification"]
PLANE = [name for name in CLASSIFICATION if name in SIMULATED]


@pytest.mark.parametrize("name", DATASETS)
def test_a_data_set_has_the_shapes_and_names_that_its_kind_announces(name):
    kind = DATASETS[name]
    dataset = make_dataset(name, 40, 0.5, seed=1)
    assert dataset.X.shape == (40, kind.n_features)
    assert dataset.y.shape == (40,)
    assert (dataset.name, dataset.task) == (name, kind.task)
    assert (dataset.feature_names, dataset.target_name) == (kind.feature_names, kind.target_name)
    assert dataset.X.dtype == dataset.y.dtype == np.float64


@pytest.mark.parametrize("name", DATASETS)
def test_a_data_set_is_a_pure_function_of_its_arguments(name):
    first, again = (make_dataset(name, 30, 0.5, seed=3) for _ in range(2))
    np.testing.assert_array_equal(first.X, again.X)
    np.testing.assert_array_equal(first.y, again.y)
    assert not np.array_equal(first.X, make_dataset(name, 30, 0.5, seed=4).X)


@pytest.mark.parametrize("name", DATASETS)
def test_more_examples_begin_with_the_fewer(name):
    few, many = (make_dataset(name, n_samples, 0.7, seed=5) for n_samples in (17, 45))
    np.testing.assert_array_equal(many.X[:17], few.X)
    np.testing.assert_array_equal(many.y[:17], few.y)


@pytest.mark.parametrize("name", SIMULATED)
def test_more_noise_moves_the_same_examples_farther_along_the_same_way(name):
    none, some, twice = (make_dataset(name, 25, noise, seed=5) for noise in (0.0, 0.5, 1.0))
    np.testing.assert_allclose(twice.X - none.X, 2.0 * (some.X - none.X), rtol=0.0, atol=1e-13)
    np.testing.assert_allclose(twice.y - none.y, 2.0 * (some.y - none.y), rtol=0.0, atol=1e-13)


@pytest.mark.parametrize("name", SIMULATED)
def test_noise_is_the_standard_deviation_of_the_displacement(name):
    still, noisy = (make_dataset(name, 20_000, noise, seed=2) for noise in (0.0, 0.8))
    moved = noisy.y - still.y if noisy.task == "regression" else (noisy.X - still.X).ravel()
    standard_error = 0.8 / np.sqrt(2 * moved.size)
    assert moved.std() == pytest.approx(0.8, abs=4 * standard_error)


@pytest.mark.parametrize("name", CLASSIFICATION)
@pytest.mark.parametrize("n_samples", [2, 3, 4, 7, 100])
def test_both_classes_are_there_and_balanced_from_two_examples_on(name, n_samples):
    y = make_dataset(name, n_samples, 0.5, seed=0).y
    assert set(y) == {0.0, 1.0}
    assert abs((y == 0.0).sum() - (y == 1.0).sum()) <= 1


@pytest.mark.parametrize("name", [name for name in PLANE if name != "two Gaussians"])
def test_the_shapes_without_noise_lie_within_five_units(name):
    X = make_dataset(name, 5_000, 0.0, seed=0).X
    assert np.abs(X).max() <= 5.0 + 1e-12
    assert np.abs(X).max() > 4.5


def test_the_toy_line_without_noise_is_six_plus_four_x():
    dataset = make_dataset("toy line", 10, 0.0, seed=0)
    np.testing.assert_allclose(dataset.y, 6.0 + 4.0 * dataset.X[:, 0], rtol=1e-15)


def test_the_second_feature_of_unequal_scales_is_normal_around_fifty_with_deviation_ten():
    X = make_dataset("unequal scales", 20_000, 1.0, seed=0).X
    np.testing.assert_allclose(X.mean(axis=0), [0.0, 50.0], atol=4 * 10 / np.sqrt(20_000))
    np.testing.assert_allclose(X.std(axis=0), [1.0, 10.0], rtol=4 / np.sqrt(40_000))


def test_the_true_weights_of_two_gaussians_are_what_logistic_regression_finds():
    dataset = make_dataset("two Gaussians", 100_000, 1.0, seed=0)
    fit = LogisticRegression(C=np.inf, tol=1e-8).fit(dataset.X, dataset.y)
    found = np.append(fit.intercept_, fit.coef_)
    np.testing.assert_allclose(found, dataset.true_weights, atol=0.05)


def test_the_classes_of_xor_differ_where_the_signs_do():
    dataset = make_dataset("XOR", 200, 0.0, seed=0)
    np.testing.assert_array_equal(dataset.y == 1.0, dataset.X[:, 0] * dataset.X[:, 1] < 0.0)
    assert {tuple(row) for row in np.sign(dataset.X[:4])} == {(-1, -1), (-1, 1), (1, 1), (1, -1)}


def test_the_circle_without_noise_has_its_disc_inside_its_ring():
    dataset = make_dataset("circle", 2_000, 0.0, seed=0)
    radius = np.linalg.norm(dataset.X, axis=1)
    assert radius[dataset.y == 1.0].max() <= 2.5
    assert radius[dataset.y == 0.0].min() >= 3.5
    # Evenly over the area: half of the disc's points lie within radius 2.5/√2.
    assert np.mean(radius[dataset.y == 1.0] < 2.5 / np.sqrt(2)) == pytest.approx(0.5, abs=4 * 0.5 / np.sqrt(1_000))


@pytest.mark.parametrize("name", ["spiral", "moons"])
def test_half_a_turn_takes_one_class_of_spiral_and_moons_to_the_other(name):
    dataset = make_dataset(name, 2_000, 0.0, seed=0)
    one, other = dataset.X[dataset.y == 0.0], -dataset.X[dataset.y == 1.0]
    nearest = np.linalg.norm(one[:, None] - other[None], axis=2).min(axis=1)
    assert nearest.max() < 0.2
    crossing = np.linalg.norm(one[:, None] + other[None], axis=2).min()
    assert crossing > 0.4


def test_stopping_distances_have_the_published_summary():
    dataset = make_dataset("stopping distances", 1_000, 0.0, seed=0)
    speed, distance = dataset.X[:, 0], dataset.y
    assert dataset.X.shape == (50, 1)
    np.testing.assert_array_equal(np.quantile(speed, [0, 0.25, 0.5, 0.75, 1]), [4, 12, 15, 19, 25])
    np.testing.assert_array_equal(np.quantile(distance, [0, 0.25, 0.5, 0.75, 1]), [2, 26, 36, 56, 120])
    assert (speed.mean(), distance.mean()) == (pytest.approx(15.4), pytest.approx(42.98))
    fit = sm.OLS(distance, sm.add_constant(speed)).fit()
    np.testing.assert_array_equal(np.round(fit.params, 4), [-17.5791, 3.9324])
    np.testing.assert_array_equal(np.round(fit.bse, 4), [6.7584, 0.4155])
    np.testing.assert_array_equal(np.round([fit.rsquared, fit.fvalue], 4), [0.6511, 89.5671])
    assert round(np.sqrt(fit.mse_resid), 2) == 15.38


def test_iris_petals_are_the_petals_of_versicolor_and_virginica():
    dataset = make_dataset("iris petals", 1_000, 0.0, seed=0)
    iris = load_iris()
    rows = np.column_stack([iris.data[50:, 2:], iris.target[50:] == 2])
    ours = np.column_stack([dataset.X, dataset.y])
    np.testing.assert_array_equal(ours[np.lexsort(ours.T)], rows[np.lexsort(rows.T)])


@pytest.mark.parametrize("name", ["stopping distances", "iris petals"])
def test_noise_does_not_act_on_real_data(name):
    np.testing.assert_array_equal(make_dataset(name, 50, 0.0, 1).X, make_dataset(name, 50, 2.0, 1).X)


@pytest.mark.parametrize("name", ["stopping distances", "iris petals"])
def test_real_data_have_the_announced_number_of_rows_at_most_and_name_their_source(name):
    dataset = make_dataset(name, 10_000, 0.0, seed=1)
    assert len(dataset.y) == DATASETS[name].n_rows
    assert dataset.source


def test_an_unknown_name_no_examples_and_a_negative_noise_are_refused():
    with pytest.raises(KeyError):
        make_dataset("squares", 10, 0.0, seed=0)
    with pytest.raises(ValueError, match="at least 1 example"):
        make_dataset("XOR", 0, 0.0, seed=0)
    for noise in (-1.0, np.nan, np.inf):
        with pytest.raises(ValueError, match="standard deviation"):
            make_dataset("XOR", 10, noise, seed=0)


def test_nothing_is_held_out_at_share_zero():
    dataset = make_dataset("moons", 20, 0.1, seed=0)
    assert split(dataset, 0.0, seed=0) == (dataset, None)


@settings(deadline=None)
@given(st.sampled_from(list(DATASETS)), st.integers(1, 60), st.floats(0.0, 0.999), st.integers(0, 9))
def test_a_split_deals_every_example_to_one_side_and_leaves_training_every_class(name, n_samples, share, seed):
    dataset = make_dataset(name, n_samples, 0.5, seed=1)
    training, validation = split(dataset, share, seed)
    parts = [training] if validation is None else [training, validation]
    dealt = np.concatenate([np.column_stack([part.X, part.y]) for part in parts])
    whole = np.column_stack([dataset.X, dataset.y])
    np.testing.assert_array_equal(dealt[np.lexsort(dealt.T)], whole[np.lexsort(whole.T)])
    assert len(training.y) >= 1
    if dataset.task == "classification":
        assert set(training.y) == set(dataset.y)


@pytest.mark.parametrize("name", ["toy line", "moons"])
def test_a_split_holds_out_the_share_asked_and_more_of_it_the_same_and_more(name):
    dataset = make_dataset(name, 50, 0.5, seed=1)
    held_out = [{tuple(row) for row in split(dataset, share, seed=2)[1].X} for share in (0.1, 0.3, 0.8)]
    assert [len(rows) for rows in held_out] == [5, 15, 40]
    assert held_out[0] < held_out[1] < held_out[2]


def test_a_split_keeps_the_shares_of_unequal_classes():
    y = np.repeat([0.0, 1.0], [80, 20])
    dataset = Dataset("ours", np.arange(100.0)[:, None], y, "classification", ("x",), "y")
    training, validation = split(dataset, 0.25, seed=0)
    assert validation.y.sum() == 5
    assert training.y.sum() == 15


def test_a_split_depends_on_its_seed_only_and_keeps_the_order_of_the_data():
    dataset = make_dataset("toy line", 50, 0.5, seed=1)
    order = {x: i for i, x in enumerate(dataset.X[:, 0])}
    places = [[order[x] for x in split(dataset, 0.2, seed)[1].X[:, 0]] for seed in (0, 0, 1)]
    assert places[0] == places[1] == sorted(places[0])
    assert places[0] != places[2]


def test_a_share_outside_zero_to_one_is_refused():
    dataset = make_dataset("toy line", 5, 0.5, seed=1)
    for share in (-0.1, 1.0, np.nan):
        with pytest.raises(ValueError, match="held out"):
            split(dataset, share, seed=0)
