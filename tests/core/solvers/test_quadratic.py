import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.closed_form import design_matrix, largest_stable_learning_rate, least_squares
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.training.advance import mean_loss

DATASETS = [make_dataset(name, 60, 1.0, seed=2) for name in ("toy line", "unequal scales", "stopping distances")]
each_dataset = pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)


@each_dataset
def test_the_bowl_is_the_mean_squared_error_at_any_weights(dataset):
    weights = np.random.default_rng(0).normal(scale=5.0, size=(7, 3, 1 + dataset.X.shape[1]))
    expected = mean_loss(Network(dataset.X.shape[1]), LOSSES["mean squared error"], weights, dataset.X, dataset.y)
    np.testing.assert_allclose(Bowl.of(dataset.X, dataset.y).loss(weights), expected, rtol=1e-12)


@each_dataset
def test_the_bottom_lies_at_the_least_squares_weights_and_nowhere_lower(dataset):
    bowl = Bowl.of(dataset.X, dataset.y)
    np.testing.assert_array_equal(bowl.optimum, least_squares(dataset.X, dataset.y))
    assert bowl.excess(bowl.optimum) == 0.0
    around = bowl.optimum + np.random.default_rng(1).normal(size=(100, len(bowl.optimum)))
    assert (bowl.loss(around) > bowl.least).all()


@each_dataset
def test_the_curvatures_are_the_eigenvalues_of_the_hessian_and_give_the_stability_limit(dataset):
    bowl, A = Bowl.of(dataset.X, dataset.y), design_matrix(dataset.X)
    np.testing.assert_allclose(bowl.curvatures, np.linalg.eigvalsh(2.0 * A.T @ A / len(A)), rtol=1e-8)
    limit = largest_stable_learning_rate(dataset.X, LOSSES["mean squared error"])
    assert bowl.largest_stable_learning_rate == pytest.approx(limit, rel=1e-12)


def test_weights_far_away_or_undefined_give_an_infinite_or_undefined_loss_without_a_warning():
    bowl = Bowl.of(DATASETS[0].X, DATASETS[0].y)
    losses = bowl.loss(np.array([[1e200, 0.0], [np.nan, 0.0]]))
    assert losses[0] == np.inf
    assert np.isnan(losses[1])


def test_data_without_a_single_answer_have_no_bowl():
    with pytest.raises(ValueError, match="linear combination"):
        Bowl.of(np.ones((5, 1)), np.arange(5.0))
