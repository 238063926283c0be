import numpy as np

from nnviz.figures.newton_path import newton_in_space, newton_on_plane

WEIGHTS, LOSS = np.array([[0.0, 1.0], [2.0, 3.0], [2.5, 3.5]]), np.array([1.0, 0.5, 0.4])


def test_the_iterates_are_joined_in_their_order_and_numbered():
    for trace in (newton_on_plane(WEIGHTS), newton_in_space(WEIGHTS, LOSS)):
        np.testing.assert_array_equal(trace.x, WEIGHTS[:, 0])
        np.testing.assert_array_equal(trace.y, WEIGHTS[:, 1])
        assert list(trace.customdata) == [0, 1, 2]
        assert trace.line.dash == "dash"


def test_in_space_the_iterates_lie_at_their_loss():
    np.testing.assert_array_equal(newton_in_space(WEIGHTS, LOSS).z, LOSS)
