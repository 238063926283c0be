import numpy as np

from nnviz.figures.colours import PALETTE
from nnviz.figures.convergence import convergence
from nnviz.figures.loss_curve import Curve

RUN = Curve("excess_loss", "gradient descent", PALETTE["vermillion"])


def test_the_start_and_what_is_only_rounding_are_left_out():
    newton = convergence(np.array([1.0, 0.1, 1e-3, 1e-17, 0.0]), RUN).data[1]
    np.testing.assert_array_equal(newton.x, [1, 2])
    np.testing.assert_array_equal(newton.y, [0.1, 1e-3])


def test_the_run_grows_beside_the_iterates_on_logarithmic_axes_with_names():
    figure = convergence(np.array([1.0, 0.1]), RUN, "loss")
    assert figure.data[0].meta == {"grow": {"x": "step", "y": "excess_loss"}}
    assert figure.layout.xaxis.type == figure.layout.yaxis.type == "log"
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("step or iteration", "loss")
    assert figure.data[0].line.dash != figure.data[1].line.dash
