import numpy as np
import pytest

from nnviz.figures.simplex import corners, simplex


@pytest.mark.parametrize("n_classes", [3, 10])
def test_the_corners_are_a_regular_polygon_around_the_origin(n_classes):
    at = corners(n_classes)
    np.testing.assert_allclose(np.linalg.norm(at, axis=1), 1.0)
    np.testing.assert_allclose(at.sum(axis=0), 0.0, atol=1e-15)
    np.testing.assert_allclose(at[0], [0.0, 1.0], atol=1e-15)


def test_of_three_classes_the_nearest_corner_is_the_most_probable_class():
    p = np.random.default_rng(0).dirichlet(np.ones(3), 200)
    apart = np.linalg.norm((p @ corners(3))[:, None] - corners(3), axis=2)
    np.testing.assert_array_equal(apart.argmin(axis=1), p.argmax(axis=1))


def test_a_cloud_follows_the_examples_of_each_class():
    figure = simplex(("A", "B", "C"))
    followed = [trace.meta["now"]["x"] for trace in figure.data if trace.meta]
    assert followed == ["simplex_x_0", "simplex_x_1", "simplex_x_2", "example_x"]
