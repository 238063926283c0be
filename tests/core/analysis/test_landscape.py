from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.analysis.landscape import Slice, coordinate_slice, filter_normalised_slice, loss_on
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.training.advance import Experiment, advance, initial_state, mean_loss
from nnviz.core.training.optimizers import GradientDescent

SQUARED, LOG = LOSSES["mean squared error"], LOSSES["log loss"]
LINE = make_dataset("toy line", 80, 1.0, seed=0)
SCALES = make_dataset("unequal scales", 80, 1.0, seed=0)
MOONS = make_dataset("moons", 80, 0.3, seed=0)
MODELS = [Network(2), Network(2, (3,), "ReLU"), Network(2, (8, 8), "tanh"), Network(2, (4,), hidden_dropout=0.5)]


def _weights(model, seed=0):
    return np.random.default_rng(seed).normal(size=model.n_parameters)


def _direct(plane, model, loss, dataset):
    points = plane.weights(plane.grid())
    heights = [mean_loss(model, loss, point, dataset.X, dataset.y) for point in points]
    return np.reshape(heights, (len(plane.b), len(plane.a)))


@pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))
@pytest.mark.parametrize("model", MODELS, ids=str)
def test_heights_are_the_losses_of_the_points_one_by_one(model, loss):
    plane = filter_normalised_slice(model, _weights(model), seed=1)
    plane = replace(plane, a=np.linspace(-1.0, 1.0, 13), b=np.linspace(-2.0, 2.0, 17))
    heights = loss_on(plane, model, loss, MOONS.X, MOONS.y)
    assert heights.shape == (17, 13)
    np.testing.assert_allclose(heights, _direct(plane, model, loss, MOONS), rtol=1e-12)


DEEP = [
    Network(2, (3, 5, 4), "ReLU"),
    Network(2, (3, 4), "tanh", hidden_dropout=0.5, input_dropout=0.2, inverted_dropout=False),
    Network(2, (3, 4), "sigmoid", biases=(False, True, False)),
]


@pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))
@pytest.mark.parametrize("model", DEEP, ids=str)
def test_heights_over_weights_of_any_layer_are_the_losses_of_the_whole_network(model, loss):
    n = model.n_parameters
    for i, j in ((0, 1), (2, n - 1), (n // 2, n - 2), (n - 1, n - 2)):
        plane = replace(coordinate_slice(_weights(model), i, j), a=np.linspace(-1, 1, 4), b=np.linspace(-2, 2, 3))
        heights = loss_on(plane, model, loss, MOONS.X, MOONS.y)
        np.testing.assert_allclose(heights, _direct(plane, model, loss, MOONS), rtol=1e-12)


@pytest.mark.parametrize(
    ("dataset", "model"),
    [
        (LINE, Network(1)),
        (LINE, Network(1, input_dropout=0.3, inverted_dropout=False)),
        (SCALES, Network(2)),
        (SCALES, Network(2, biases=(False,))),
    ],
    ids=str,
)
def test_the_closed_form_of_the_linear_model_is_the_direct_loss(dataset, model):
    plane = coordinate_slice(_weights(model), 0, model.n_parameters - 1).showing(
        np.stack([_weights(model), np.full(model.n_parameters, 6.0)])
    )
    heights = loss_on(plane, model, SQUARED, dataset.X, dataset.y)
    np.testing.assert_allclose(heights, _direct(plane, model, SQUARED, dataset), rtol=1e-12)


@pytest.mark.parametrize("n_samples", [1, 2, 3])
def test_the_closed_form_holds_for_fewer_examples_than_weights(n_samples):
    dataset = make_dataset("toy line", n_samples, 1.0, seed=3)
    plane = replace(coordinate_slice(np.zeros(2), 0, 1), a=np.linspace(0, 9, 7), b=np.linspace(0, 9, 8))
    heights = loss_on(plane, Network(1), SQUARED, dataset.X, dataset.y)
    np.testing.assert_allclose(heights, _direct(plane, Network(1), SQUARED, dataset), rtol=1e-12, atol=1e-13)


def test_the_minimum_of_the_linear_surface_is_least_squares():
    optimum = least_squares(LINE.X, LINE.y)
    shift = np.linspace(-0.5, 0.5, 21)
    plane = replace(coordinate_slice(np.zeros(2), 0, 1), a=optimum[0] + shift, b=optimum[1] + shift)
    heights = loss_on(plane, Network(1), SQUARED, LINE.X, LINE.y)
    assert np.unravel_index(heights.argmin(), heights.shape) == (10, 10)
    assert heights.min() == pytest.approx(mean_loss(Network(1), SQUARED, optimum, LINE.X, LINE.y), rel=1e-13)


@pytest.mark.parametrize("model", MODELS, ids=str)
@pytest.mark.parametrize("loss", [SQUARED, LOG], ids=["mean squared error", "log loss"])
def test_the_height_at_the_anchor_is_the_loss_of_the_anchor(model, loss):
    anchor = _weights(model)
    expected = mean_loss(model, loss, anchor, MOONS.X, MOONS.y)
    around = replace(filter_normalised_slice(model, anchor, seed=0), a=np.array([-1.0, 0.0]), b=np.array([0.0]))
    assert loss_on(around, model, loss, MOONS.X, MOONS.y)[0, 1] == pytest.approx(expected, rel=1e-12)
    through = replace(coordinate_slice(anchor, 2, 0), a=anchor[[2]], b=anchor[[0]])
    assert loss_on(through, model, loss, MOONS.X, MOONS.y)[0, 0] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("kind", ["L1", "L2", "elastic net"])
@pytest.mark.parametrize("bias", [False, True])
def test_the_penalised_surface_is_the_loss_plus_the_penalty_of_the_weights(kind, bias):
    penalty = Penalty(kind, 0.3, bias=bias)
    plane = replace(coordinate_slice(np.zeros(2), 0, 1), a=np.linspace(-2, 7, 5), b=np.linspace(-1, 5, 4))
    plain = loss_on(plane, Network(1), SQUARED, LINE.X, LINE.y)
    penalised = loss_on(plane, Network(1), SQUARED, LINE.X, LINE.y, penalty)
    summand = {"L1": np.abs, "L2": np.square, "elastic net": lambda w: (np.abs(w) + w * w) / 2.0}[kind]
    expected = 0.3 * (summand(plane.b)[:, None] + bias * summand(plane.a))
    np.testing.assert_allclose(penalised - plain, expected, rtol=0.0, atol=1e-12)


@pytest.mark.parametrize(("loss", "y"), [(SQUARED, LINE.y), (LOG, (LINE.y > 6.0) * 1.0)], ids=["linear", "logistic"])
def test_a_path_of_a_two_parameter_model_lies_on_its_surface(loss, y):
    model = Network(1)
    descent = GradientDescent(learning_rate=0.1, batch_size=8)
    experiment = Experiment(LINE.X, y, model, loss, descent, None, KeyedSource(0), np.array([-1.0, 8.0]))
    path = advance(experiment, initial_state(experiment), 40)[0].weights
    plane = coordinate_slice(path[-1], 0, 1)
    coordinates = plane.coordinates(path)
    np.testing.assert_allclose(coordinates, path, rtol=1e-13)
    at_path = replace(plane, a=coordinates[:, 0], b=coordinates[:, 1])
    heights = np.diag(loss_on(at_path, model, loss, LINE.X, y))
    np.testing.assert_allclose(heights, mean_loss(model, loss, path, LINE.X, y), rtol=1e-12)


def test_the_axes_of_a_coordinate_slice_are_the_values_of_its_two_weights():
    anchor = np.arange(1.0, 6.0)
    plane = coordinate_slice(anchor, 3, 1)
    np.testing.assert_array_equal(plane.weights(np.array([[7.0, -8.0]])), [[1.0, -8.0, 3.0, 7.0, 5.0]])
    np.testing.assert_allclose(plane.coordinates(anchor), [4.0, 2.0], rtol=1e-15)
    with pytest.raises(ValueError, match="two different weights"):
        coordinate_slice(anchor, 2, 2)


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_every_neuron_of_a_filter_normalised_direction_has_the_norm_of_its_weights(model):
    anchor = _weights(model)
    plane = filter_normalised_slice(model, anchor, seed=4)
    for direction in plane.directions:
        for drawn, rows in zip(model.views(direction), model.views(anchor), strict=True):
            np.testing.assert_allclose(np.linalg.norm(drawn, axis=1), np.linalg.norm(rows, axis=1), rtol=1e-14)


def test_random_directions_are_those_of_their_seed_and_not_orthogonalised():
    model = Network(2, (8, 8))
    anchor = _weights(model)
    planes = [filter_normalised_slice(model, anchor, seed) for seed in (0, 0, 1)]
    np.testing.assert_array_equal(planes[0].directions, planes[1].directions)
    assert not np.array_equal(planes[0].directions, planes[2].directions)
    assert abs(planes[0].directions[0] @ planes[0].directions[1]) > 1e-3


def test_a_neuron_without_weights_stays_without_them():
    model = Network(2, (3,))
    anchor = _weights(model)
    model.views(anchor)[0][1] = 0.0
    plane = filter_normalised_slice(model, anchor, seed=0)
    np.testing.assert_array_equal(model.views(plane.directions)[0][:, 1], 0.0)


def test_coordinates_are_those_of_the_nearest_point_of_the_plane():
    model = Network(2, (8, 8))
    plane = filter_normalised_slice(model, _weights(model), seed=0)
    inside = np.array([[0.3, -0.7], [1.5, 2.0]])
    np.testing.assert_allclose(plane.coordinates(plane.weights(inside)), inside, rtol=1e-12)
    outside = _weights(model, seed=9)
    gap = outside - plane.weights(plane.coordinates(outside))
    np.testing.assert_allclose(plane.directions @ gap, 0.0, atol=1e-12)


def test_a_plane_shows_the_weights_asked_for_with_a_margin_and_leaves_out_the_diverged():
    plane = coordinate_slice(np.zeros(3), 0, 2)
    wanted = np.array([[1.0, 5.0, -2.0], [3.0, 5.0, 8.0], [np.nan, 0.0, 0.0], [0.0, np.inf, 0.0]])
    shown = plane.showing(wanted, n=11, margin=0.5)
    np.testing.assert_allclose(shown.a, np.linspace(0.0, 4.0, 11), atol=1e-14)
    np.testing.assert_allclose(shown.b, np.linspace(-7.0, 13.0, 11), atol=1e-14)


def test_a_plane_that_shows_one_point_is_wide_enough_to_see():
    plane = coordinate_slice(np.zeros(2), 0, 1).showing(np.array([6.0, 4.0]), n=3, margin=0.0, least_width=2.0)
    np.testing.assert_allclose(plane.a, [5.0, 6.0, 7.0], rtol=1e-14)
    np.testing.assert_allclose(plane.b, [3.0, 4.0, 5.0], rtol=1e-14)


def test_no_plane_goes_through_diverged_weights():
    with pytest.raises(ValueError, match="finite weights only"):
        coordinate_slice(np.array([0.0, np.nan, 1.0]), 0, 2)
    with pytest.raises(ValueError, match="finite weights only"):
        Slice(np.zeros(2), np.array([[np.inf, 0.0], [0.0, 1.0]]))


@pytest.mark.parametrize("loss", [SQUARED, LOG], ids=["mean squared error", "log loss"])
def test_weights_too_large_to_square_have_an_infinite_loss_and_no_warning(loss):
    plane = replace(coordinate_slice(np.zeros(2), 0, 1), a=np.array([0.0, 1e200]), b=np.array([0.0, -1e308]))
    heights = loss_on(plane, Network(1), loss, LINE.X, np.minimum(LINE.y, 1.0).clip(0.0))
    assert np.isfinite(heights[0, 0])
    assert not np.isnan(heights).all()
