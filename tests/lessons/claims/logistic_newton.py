"""What the page on logistic regression says of gradients, of Newton's method and of labels without a best fit."""

from functools import cache

import numpy as np
import pytest
from scipy.optimize import minimize

from nnviz.core.analysis.separation import least_loss
from nnviz.core.solvers.newton import newton
from nnviz.lessons.logistic_regression.experiment import problem
from nnviz.lessons.logistic_regression.settings import LogisticRegressionSettings as Settings
from tests.lessons.claims.logistic_presets import distance, played, steeper_is_more_probable

SMALL = Settings(data="random labels", n_samples=60, epochs=2000)
WIDE_GAP = Settings(data="separable labels", n_samples=10, learning_rate=10.0, batch_size=np.inf, epochs=2000)


def gradient_step_by_step(_settings):
    z, h = np.linspace(-9.0, 9.0, 91), 1e-6
    for y in (0.0, 1.0):

        def loss(z, y=y):
            return np.logaddexp(0.0, z) - y * z

        p = 1.0 / (1.0 + np.exp(-z))
        outer = -y / p + (1.0 - y) / (1.0 - p)
        assert outer == pytest.approx((p - y) / (p * (1.0 - p)))
        assert outer * p * (1.0 - p) == pytest.approx(p - y, abs=1e-12)
        assert (loss(z + h) - loss(z - h)) / (2.0 * h) == pytest.approx(p - y, abs=1e-8)


def certain_and_wrong_pulls(_settings):
    assert 1.0 / (1.0 + np.exp(-30.0)) - 0.0 > 1.0 - 1e-12


def mean_over_the_batch(settings):
    found = problem(settings)
    x, y, (b, w) = found.start.X[:, 0], found.start.y, found.newton.weights[0]
    wrong_by = 1.0 / (1.0 + np.exp(-(b + w * x))) - y
    norm = np.hypot(wrong_by.mean(), (wrong_by * x).mean())
    assert norm == pytest.approx(found.newton.gradient_norm[0])


def can_land_higher(_settings):
    x, y = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])[:, None], np.array([0.0, 0.0, 1.0, 0.0, 1.0])
    path = newton(x, y, np.array([4.0, -4.0]))
    assert np.nanmin(path.step_size) < 1.0
    assert np.all(np.diff(path.loss) <= 1e-15)


def twice_the_digits(settings):
    """The exponents of the last errors above rounding about double."""
    path = problem(settings).newton
    errors = np.linalg.norm(path.weights - path.weights[-1], axis=1)
    known = errors[(errors > 1e-9) & (errors < 0.1)]
    assert np.all(known[1:] < 20.0 * known[:-1] ** 2)


@cache
def _hovering(rate):
    settings = SMALL.model_copy(update={"batch_size": 8, "learning_rate": rate})
    return distance(settings, played(settings, 4000)["weights"][2000:]).mean()


def hovers_at_a_distance(_settings):
    found = [_hovering(rate) for rate in (0.1, 0.3, 1.0, 3.0)]
    assert found[0] > 0.01
    assert found == sorted(found)


def no_higher_probability(settings):
    found = problem(settings)
    assert found.newton.converged
    assert found.newton.gradient_norm[-1] < 1e-8
    assert found.loss_on_plane.min() >= found.minimum - 1e-15  # a point of the plane is the minimum but for rounding


def divides_by_nearly_e(settings):
    path, x = problem(settings).newton, problem(settings).start.X[:, 0]
    assert np.all(np.diff(np.linalg.norm(path.weights[-8:], axis=1)) > 0.0)
    above = path.loss - least_loss(x, problem(settings).start.y)
    assert above[-2] / above[-1] == pytest.approx(np.e, rel=0.02)


def like_the_logarithm(_settings):
    sizes = np.linalg.norm(played(WIDE_GAP, 2000)["weights"], axis=1)
    doublings = np.diff(sizes[[250, 500, 1000, 2000]])
    assert doublings == pytest.approx(doublings.mean(), rel=0.1)


def best_again_with_a_penalty(_settings):
    found = problem(WIDE_GAP).start

    def penalised(weights):
        z = weights[0] + weights[1] * found.X[:, 0]
        return np.mean(np.logaddexp(0.0, z) - found.y * z) + 0.01 * np.sum(weights**2)

    ends = [minimize(penalised, start, tol=1e-12).x for start in ([0.0, 0.0], [5.0, -5.0], [20.0, 40.0])]
    assert ends[1] == pytest.approx(ends[0], abs=1e-3)
    assert ends[2] == pytest.approx(ends[0], abs=1e-3)


def grow_without_end(settings):
    gap = problem(settings).gap
    assert problem(settings).best is None
    assert problem(settings).minimum == 0.0
    if np.isfinite(gap).all():
        steeper_is_more_probable(settings)


def parts_without_an_error(settings):
    low, high = problem(settings).gap
    x, y = problem(settings).start.X[:, 0], problem(settings).start.y
    for threshold in np.linspace(low, high, 7)[1:-1]:
        assert len(set(y[x > threshold])) == len(set(y[x < threshold])) == 1


def one_class_only(settings):
    y = problem(settings).start.y
    assert len(set(y)) == 1
    sign = 1.0 if y[0] else -1.0
    biases = sign * problem(settings).newton.weights[:, 0]
    assert np.all(np.diff(biases[1:]) > 0.0)
    assert biases[-1] > 10.0


NEWTON = {
    "The chain rule multiplies the three": gradient_step_by_step,
    "certain and wrong still pulls, by nearly 1": certain_and_wrong_pulls,
    "Gradient descent takes the mean over a batch": mean_over_the_batch,
    "the jump can land higher than it began": can_land_higher,
    "is halved until the loss falls enough": can_land_higher,
    "full step about doubles the number of right digits": twice_the_digits,
    "at a distance that grows with the learning rate": hovers_at_a_distance,
    "no weights give these labels a higher probability": no_higher_probability,
    "There is no minimum to reach": grow_without_end,
    "In the end each iteration makes the weights longer": divides_by_nearly_e,
    "Gradient descent does the same, only more and more slowly": like_the_logarithm,
    "A penalty on large weights gives such data a best answer again": best_again_with_a_penalty,
    "there are no finite weights that are best": grow_without_end,
    "parts them without an error": parts_without_an_error,
    "the loss falls towards 0 for ever": grow_without_end,
}
