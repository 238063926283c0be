"""Every rule against finite differences, and networks against the gradients that were derived by hand."""

import numpy as np
import pytest

from nnviz.core.autodiff.autodiff_network import mean_loss_of, outputs_of
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.autodiff.reverse_mode import (
    RULES,
    Variable,
    apply,
    constant,
    derivatives,
    gradient_of,
    in_order,
    variable,
)
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent

RNG = np.random.default_rng(3)
TWO = ("add", "subtract", "multiply", "divide", "power", "maximum")
ONE = ("negative", "exp", "log", "sin", "cos", "tanh", "sigmoid", "relu", "swish", "abs", "transpose")
OPTIONS = {
    "sum": [{}, {"axis": 0}, {"axis": -1}],
    "mean": [{}, {"axis": 0}, {"axis": -1}],
    "reshape": [{"shape": (3, 2)}, {"shape": (6,)}],
    "index": [{"index": 1}, {"index": (slice(None), [0, 0, 2])}, {"index": (1, slice(0, 2))}],
}
SHAPES = [((), ()), ((3,), (3,)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((), (2, 3)), ((4, 1, 3), (2, 1)), ((1,), (2, 3))]
MATRICES = [((2, 3), (3, 4)), ((5, 2, 3), (3, 1)), ((2, 3), (5, 3, 1)), ((5, 1, 2, 3), (4, 3, 2))]


def positive(shape):
    return RNG.uniform(0.5, 2.0, shape)


def check(operation, arrays, **options):
    """Compares ∂(Σ c·f)/∂a with central differences, for each array a; c makes every element count differently."""
    c = RNG.normal(size=apply(operation, *arrays, **options).value.shape)
    inputs = [variable(array) for array in arrays]
    found = derivatives(apply(operation, *inputs, **options) * c)
    for place, (given, array) in enumerate(zip(inputs, arrays, strict=True)):

        def total(x, place=place):
            changed = [*arrays[:place], x, *arrays[place + 1 :]]
            return float((apply(operation, *changed, **options).value * c).sum())

        assert found[given].shape == array.shape
        np.testing.assert_allclose(found[given], central_differences(total, array), rtol=1e-7, atol=1e-8)


def test_every_rule_is_checked_here():
    assert {*TWO, *ONE, *OPTIONS, "matmul"} == set(RULES)


@pytest.mark.parametrize("operation", TWO)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_rules_of_two_operands_agree_with_finite_differences_where_shapes_broadcast(operation, shapes):
    check(operation, [positive(shape) for shape in shapes])


@pytest.mark.parametrize("operation", ONE)
def test_rules_of_one_operand_agree_with_finite_differences(operation):
    check(operation, [positive((2, 3))])
    if operation != "log":
        check(operation, [-positive((2, 3))])


@pytest.mark.parametrize(("operation", "options"), [(name, o) for name, several in OPTIONS.items() for o in several])
def test_rules_that_change_the_shape_agree_with_finite_differences(operation, options):
    check(operation, [RNG.normal(size=(2, 3))], **options)


@pytest.mark.parametrize("shapes", MATRICES, ids=str)
def test_the_rule_of_the_matrix_product_agrees_with_finite_differences(shapes):
    check("matmul", [RNG.normal(size=shape) for shape in shapes])


def test_at_a_kink_the_derivative_is_the_mean_of_both_sides_or_that_of_the_flat_side():
    at = variable(0.0)
    assert derivatives(apply("relu", at))[at] == 0.0
    assert derivatives(apply("abs", at))[at] == 0.0
    assert derivatives(apply("maximum", at, 0.0))[at] == 0.5


def test_a_variable_used_twice_receives_both_parts():
    x = variable(3.0)
    assert derivatives(x * x + x)[x] == 7.0


def test_a_power_of_a_negative_base_is_differentiated_by_its_base():
    x = variable(-2.0)
    assert derivatives(x**2)[x] == -4.0
    assert derivatives(x ** constant(3.0))[x] == 12.0


def test_constants_have_no_derivative():
    x = variable(1.0)
    found = derivatives(2.0 * x + 3.0)
    assert all(node.is_differentiated for node in found)
    assert len(found) == 3


def test_operators_work_from_both_sides_and_with_arrays():
    x, a = variable([1.0, 2.0]), np.array([3.0, 5.0])
    for result, expected in [
        (a + x, a + x.value),
        (a - x, a - x.value),
        (a * x, a * x.value),
        (a / x, a / x.value),
        (2.0**x, 2.0**x.value),
        (x / a, x.value / a),
        (-x, -x.value),
        (x[1], x.value[1]),
        (a[None] @ x[:, None], a[None] @ x.value[:, None]),
        (x[None] @ a[:, None], x.value[None] @ a[:, None]),
    ]:
        assert isinstance(result, Variable)
        np.testing.assert_array_equal(result.value, expected)


def test_every_node_comes_after_its_parents_and_only_once():
    x = variable(1.0)
    shared = apply("sin", x)
    order = in_order(shared * shared + x)
    assert len(order) == len(set(order)) == 4
    assert all(order.index(parent) < order.index(node) for node in order for parent in node.parents)


def test_a_chain_of_ten_thousand_operations_needs_no_recursion():
    x = variable(1.0)
    result = x
    for _ in range(10_000):
        result = result + x
    assert derivatives(result)[x] == 10_001.0


def test_a_gradient_of_what_does_not_depend_on_the_weights_is_zero():
    np.testing.assert_array_equal(gradient_of(lambda w: constant(1.0) * 2.0, np.ones(3)), np.zeros(3))


AVERAGED = [name for name, loss in LOSSES.items() if loss.averages]
NETWORKS = [
    (Network(2, (5, 3), activation), loss)
    for activation in ("sigmoid", "tanh", "ReLU", "swish", "none")
    for loss in AVERAGED
]
NETWORKS += [(Network(2), loss) for loss in AVERAGED]
NETWORKS += [(Network(2, (4,), "sigmoid", biases=(True, False)), "log loss")]


@pytest.mark.parametrize(("model", "loss"), NETWORKS, ids=str)
def test_training_by_automatic_gradients_follows_the_derived_ones_for_a_hundred_steps(model, loss):
    X = np.random.default_rng(0).normal(size=(30, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(float)
    experiment = Experiment(X, y, model, LOSSES[loss], GradientDescent(0.1), random_source=KeyedSource(1))
    state = initial_state(experiment)
    recording, _ = advance(experiment, state, 100)
    weights, path = state.weights, []
    for _ in range(100):
        weights = weights - 0.1 * gradient_of(lambda w: mean_loss_of(model, loss, w, X, y), weights)
        path.append(weights)
    np.testing.assert_allclose(np.array(path), recording.weights, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_traced_loss_has_the_value_of_the_loss(loss):
    z, y = np.linspace(-30, 30, 41), np.arange(41) % 2
    np.testing.assert_allclose(
        LOSSES[loss].traced(variable(z), y).value, LOSSES[loss].value(z, y), rtol=1e-14, atol=1e-15
    )


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_traced_network_has_the_outputs_of_the_model(activation):
    model = Network(3, (4, 2), activation)
    weights, X = RNG.normal(size=model.n_parameters), RNG.normal(size=(6, 3))
    np.testing.assert_allclose(outputs_of(model, variable(weights), X).value, model.outputs(weights, X), rtol=1e-13)
