"""What the presets of the page on neurons say, computed from their runs and networks."""

import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.solvers.closed_form import least_squares
from nnviz.lessons.neurons.experiment import NEURON, X_RANGE, deep_network, examples, experiment
from tests.lessons.claims.once import once
from tests.lessons.played import Played


def run_of(settings, n_steps):
    return Played("neurons", settings, n_steps)


def least_loss(settings, steps=60):
    """The least loss of a convex neuron, by Newton's method with finite differences of its gradient."""
    run, weights = experiment(settings), np.zeros(2)
    A = np.column_stack([np.ones(len(run.y)), run.X[:, 0]])
    for _ in range(steps):
        z = A @ weights
        error = run.loss.predict(z) - run.y
        curvature = run.loss.predict(z) * (1.0 - run.loss.predict(z))
        weights = weights - np.linalg.solve(A.T @ (curvature[:, None] * A), A.T @ error)
    return float(run.loss.value(NEURON.outputs(weights, run.X), run.y).mean())


def as_probable_as_it_can(settings):
    assert run_of(settings, 2000)["training_loss"][-1] == pytest.approx(least_loss(settings), abs=1e-9)


def to_the_least_squares_weights(settings):
    played = run_of(settings, 2000)
    reached = [played["bias_now"][-1], played["weight_now"][-1]]
    assert reached == pytest.approx(least_squares(*examples(settings.data, int(settings.seed))), rel=1e-6)


def hardly_moves_then_falls_in_two_stages(settings):
    played = run_of(settings, 1500)
    loss, sums = played["training_loss"], played["sums"][0]
    flat = ACTIVATIONS[settings.activation].value(sums.astype(float), np.empty(len(sums)))
    assert np.all(1.0 - flat**2 < 0.1)
    assert loss[400] > 0.98 * loss[0]
    speed = -np.diff(loss)
    rest = 550 + speed[550:700].argmin()
    assert speed[rest] < 0.5 * speed[400:rest].max()
    assert speed[rest] < 0.5 * speed[rest:].max()


def never_learns(settings):
    played = run_of(settings, 500)
    assert played["sums"].max() < 0.0
    assert np.ptp(played["weight_now"]) == np.ptp(played["bias_now"]) == 0.0


def nothing_at_all(settings):
    played = run_of(settings, 200)
    assert played["activations"].max() == 0.0  # "answers 0 to everything"
    return 2 if np.ptp(played["weight_now"]) == np.ptp(played["bias_now"]) == 0.0 else 0


@once
def slope_0_where_it_is_0():
    relu, z = ACTIVATIONS["ReLU"], np.linspace(-5.0, 5.0, 101)
    value = relu.value(z, np.empty_like(z))
    assert np.all(relu.derivative(z, value, np.empty_like(z))[value == 0.0] == 0.0)


def five_hundred_weights_and_a_line(settings):
    network = deep_network(settings)
    assert len(network.model.hidden) == 8
    assert network.model.n_parameters > 500
    assert network.apart(X_RANGE) < 1e-12
    assert network.off_line(X_RANGE) == 0.0


def straight_lines_only(settings):
    return 0 if deep_network(settings).off_line(X_RANGE) == 0.0 else 1


def no_line_can_follow(settings):
    network = deep_network(settings)
    straight = settings.model_copy(update={"inner_activation": "none"})
    np.testing.assert_array_equal(network.weights, deep_network(straight).weights)
    assert network.off_line(X_RANGE) > 0.1 * np.ptp(network.outputs(X_RANGE))


WATCH = {
    "Logistic regression": as_probable_as_it_can,
    "Linear regression": to_the_least_squares_weights,
    "A saturated start": hardly_moves_then_falls_in_two_stages,
    "A dead ReLU": never_learns,
    "Deep, but a line": five_hundred_weights_and_a_line,
    "Deep and bent": no_line_can_follow,
}
