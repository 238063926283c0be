import numpy as np
import pytest

from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.autodiff.reverse_mode import apply, derivatives, variable
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.two_neurons import OUTER, TWO_NEURONS, ChainRule
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent

RNG = np.random.default_rng(4)
X, Y = RNG.uniform(-2, 2, 8), np.array([0.0, 1, 1, 0, 1, 0, 0, 1])
W = RNG.normal(size=4)
SQUARED, HALF = "squared error of the probability", "half the summed squared error of the probability"
each_loss = pytest.mark.parametrize("name", OUTER)


@each_loss
def test_the_products_add_up_to_the_model_s_own_gradient(name):
    expected = loss_gradient(TWO_NEURONS, LOSSES[name], W, X[:, None], Y)
    np.testing.assert_allclose(ChainRule(W, X, Y, name).gradient(), expected, rtol=1e-12, atol=1e-16)


@each_loss
def test_the_gradient_agrees_with_finite_differences(name):
    loss = LOSSES[name]
    numeric = central_differences(lambda w: float(loss.of_batch(TWO_NEURONS.outputs(w, X[:, None]), Y)), W)
    np.testing.assert_allclose(ChainRule(W, X, Y, name).gradient(), numeric, rtol=1e-7, atol=1e-10)


@each_loss
def test_every_factor_is_the_derivative_of_a_node_by_the_one_before_it(name):
    rule = ChainRule(W, X, Y, name)
    nodes, factors = rule.forward(), rule.factors()
    b0, w0, b1, w1 = (np.full(8, value) for value in W)
    outer = {SQUARED: lambda p: (p - Y) ** 2, HALF: lambda p: 0.5 * (p - Y) ** 2}.get(
        name, lambda p: -Y * np.log(p) - (1 - Y) * np.log(1 - p)
    )

    def slope(function, at):
        return np.diag(central_differences_of_each(function, at))

    np.testing.assert_allclose(factors["∂ℓ/∂ŷ"], slope(outer, nodes["ŷ"]), rtol=1e-6)
    for (factor, at), function in {
        ("∂ŷ/∂t", "t"): lambda t: 1 / (1 + np.exp(-t)),
        ("∂t/∂z", "z"): lambda z: b1 + w1 * z,
        ("∂z/∂k", "k"): lambda k: 1 / (1 + np.exp(-k)),
        ("∂k/∂w₀", None): lambda w: b0 + w * X,
        ("∂t/∂w₁", None): lambda w: b1 + w * nodes["z"],
    }.items():
        where = nodes[at] if at else (w0 if "w₀" in factor else w1)
        np.testing.assert_allclose(factors[factor], slope(function, where), rtol=1e-7, atol=1e-10, err_msg=factor)


def central_differences_of_each(function, at):
    """The Jacobian of a function that maps arrays to arrays of the same shape."""
    return np.array([central_differences(lambda v, i=i: float(function(v)[i]), at) for i in range(len(at))])


@each_loss
def test_automatic_differentiation_finds_the_same_derivative_at_every_node(name):
    rule = ChainRule(W, X[:1], Y[:1], name)
    factors = {key: value[0] for key, value in rule.factors().items()}
    b0, w0, b1, w1 = (variable(value) for value in W)
    k = b0 + w0 * X[0]
    z = apply("sigmoid", k)
    t = b1 + w1 * z
    p = apply("sigmoid", t)
    squared, log = (p - Y[0]) ** 2, -(Y[0] * apply("log", p) + (1 - Y[0]) * apply("log", 1.0 - p))
    found = derivatives({SQUARED: squared, HALF: 0.5 * squared}.get(name, log))
    expected = np.cumprod([factors[key] for key in ("∂ℓ/∂ŷ", "∂ŷ/∂t", "∂t/∂z", "∂z/∂k")])
    np.testing.assert_allclose([float(found[node]) for node in (p, t, z, k)], expected, rtol=1e-12)
    np.testing.assert_allclose([float(found[v]) for v in (b0, w0, b1, w1)], rule.products()[0], rtol=1e-12)


def test_with_log_loss_the_slope_of_the_last_sigmoid_cancels():
    f = ChainRule(W, X, Y, "log loss")
    factors, nodes = f.factors(), f.forward()
    np.testing.assert_allclose(factors["∂ℓ/∂ŷ"] * factors["∂ŷ/∂t"], nodes["ŷ"] - Y, rtol=1e-13, atol=1e-16)


def test_the_mean_of_the_products_is_not_the_product_of_the_means():
    rule = ChainRule(W, X, Y, SQUARED)
    factors = {key: value.mean() for key, value in rule.factors().items()}
    of_means = np.prod([factors[key] for key in ("∂ℓ/∂ŷ", "∂ŷ/∂t", "∂t/∂z", "∂z/∂k", "∂k/∂w₀")])
    assert abs(of_means / rule.gradient()[1] - 1) > 0.1


@pytest.mark.parametrize(("kept", "dropped", "factor"), [(SQUARED, HALF, 8 / 2), ("log loss", "summed log loss", 8)])
def test_dropping_the_constant_factors_is_a_larger_learning_rate_and_nothing_else(kept, dropped, factor):
    """2/N of the squared error and 1/N of log loss: the same path, for η·N/2 and η·N."""
    paths = []
    for name, learning_rate in ((kept, 0.1 * factor), (dropped, 0.1)):
        experiment = Experiment(
            X[:, None], Y, TWO_NEURONS, LOSSES[name], GradientDescent(learning_rate), initial_weights=W
        )
        paths.append(advance(experiment, initial_state(experiment), 300)[0].weights)
    np.testing.assert_allclose(*paths, rtol=1e-10)


def test_weights_with_a_leading_axis_are_several_networks():
    weights = RNG.normal(size=(3, 4))
    together = ChainRule(weights, X, Y, "log loss").gradient()
    np.testing.assert_allclose(together, [ChainRule(w, X, Y, "log loss").gradient() for w in weights], rtol=1e-13)


def test_saturated_factors_stay_finite():
    rule = ChainRule(np.array([5.0, 10.0, -40.0, 80.0]), np.array([3.0, -3.0]), np.array([0.0, 1.0]), "log loss")
    assert np.isfinite(rule.products()).all()
