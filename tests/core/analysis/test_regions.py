import numpy as np
import pytest
from scipy.special import expit
from sklearn.neural_network import MLPClassifier

from nnviz.core.analysis.regions import plane_grid, predictions, region_outputs
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES


def test_a_grid_runs_over_its_rectangle_row_by_row():
    grid = plane_grid((0.0, 2.0), (10.0, 14.0), 3)
    np.testing.assert_array_equal(grid.x, [0.0, 1.0, 2.0])
    np.testing.assert_array_equal(grid.y, [10.0, 12.0, 14.0])
    np.testing.assert_array_equal(grid.X[:4], [[0.0, 10.0], [1.0, 10.0], [2.0, 10.0], [0.0, 12.0]])
    assert grid.X.shape == (9, 2)


def test_the_region_of_a_linear_model_is_its_plane():
    grid = plane_grid((-1.0, 1.0), (-2.0, 2.0), 5)
    weights = np.array([[0.5, 2.0, -1.0], [0.0, 1.0, 3.0]])
    b, w1, w2 = weights.T[:, :, None, None]
    found = region_outputs(Network(2), weights, grid)
    np.testing.assert_allclose(found, b + w1 * grid.x + w2 * grid.y[:, None], rtol=1e-14, atol=1e-15)
    shares = predictions(Network(2), LOSSES["log loss"], weights, grid.X)
    np.testing.assert_allclose(shares, expit(found).reshape(2, -1), rtol=1e-14)


def test_the_fitted_curve_of_a_linear_model_is_its_line_for_all_leading_axes():
    x = np.linspace(-3.0, 3.0, 7)
    weights = np.random.default_rng(0).normal(size=(4, 3, 2))
    curves = predictions(Network(1), LOSSES["mean squared error"], weights, x)
    np.testing.assert_allclose(curves, weights[..., :1] + weights[..., 1:] * x, rtol=1e-14)


def test_predictions_of_a_network_are_those_of_scikit_learn():
    dataset = make_dataset("moons", 60, 0.3, seed=0)
    theirs = MLPClassifier((8, 4), activation="tanh", solver="lbfgs", max_iter=5_000, random_state=0)
    theirs.fit(dataset.X, dataset.y)
    layers = [np.vstack(pair).T.ravel() for pair in zip(theirs.intercepts_, theirs.coefs_, strict=True)]
    ours = predictions(Network(2, (8, 4), "tanh"), LOSSES["log loss"], np.concatenate(layers), dataset.X)
    np.testing.assert_allclose(ours, theirs.predict_proba(dataset.X)[:, 1], rtol=1e-9, atol=1e-12)


def test_many_weights_predict_as_each_does_alone():
    model = Network(2, (8, 8), "ReLU")
    weights = np.random.default_rng(0).normal(size=(40, model.n_parameters))
    grid = plane_grid((-6.0, 6.0), (-6.0, 6.0), 30)
    together = region_outputs(model, weights, grid)
    alone = np.stack([region_outputs(model, each, grid) for each in weights])
    np.testing.assert_allclose(together, alone, rtol=1e-12)


def test_diverged_weights_predict_nothing_and_leave_the_others_theirs():
    weights = np.array([[1.0, 2.0], [np.nan, 1.0], [1e308, 1e308]])
    curves = predictions(Network(1), LOSSES["mean squared error"], weights, np.array([1.0, 9.0]))
    np.testing.assert_array_equal(curves, [[3.0, 19.0], [np.nan, np.nan], [np.inf, np.inf]])


@pytest.mark.parametrize("n", [1, 2, 41])
def test_a_region_is_as_large_as_its_grid(n):
    assert region_outputs(Network(2), np.zeros((2, 3)), plane_grid((0, 1), (0, 1), n)).shape == (2, n, n)
