import numpy as np
import pytest
from scipy.special import expit

from nnviz.code_export.trained import Training
from nnviz.code_export.training_script import training_script
from nnviz.core.autodiff.autodiff_network import mean_loss_of
from nnviz.core.autodiff.reverse_mode import apply, derivatives, gradient_of, variable
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.activations import ACTIVATIONS, Activation, ActivationSource, bending
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state, mean_loss
from nnviz.core.training.optimizers import GradientDescent
from nnviz.page.registry import discover
from tests.code_export.executed import executed
from tests.core.numeric import numeric_gradient

z = np.concatenate([np.linspace(-6.0, 6.0, 40), [-800.0, -40.0, 40.0, 800.0]])


def value(name, at):
    return ACTIVATIONS[name].value(at, np.empty_like(at))


def derivative(name, at):
    return ACTIVATIONS[name].derivative(at, value(name, at), np.empty_like(at))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_derivative_is_the_slope_of_its_value(name):
    width = 1e-5
    slope = (value(name, z + width) - value(name, z - width)) / (2 * width)
    np.testing.assert_allclose(derivative(name, z), slope, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_given_array_is_written_and_the_argument_is_not(name):
    at, out = z.copy(), np.empty_like(z)
    assert ACTIVATIONS[name].value(at, out) is out
    slope = np.empty_like(z)
    assert ACTIVATIONS[name].derivative(at, out, slope) is slope
    assert (at == z).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_nothing_overflows_at_extreme_sums(name):
    assert np.isfinite(value(name, z)).all()
    assert np.isfinite(derivative(name, z)).all()


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        ("sigmoid", np.log(3.0), 0.75),
        ("tanh", np.log(2.0), 0.6),
        ("ReLU", 2.5, 2.5),
        ("ReLU", -2.5, 0.0),
        ("leaky ReLU", 2.5, 2.5),
        ("leaky ReLU", -2.5, -0.025),
        ("swish", np.log(3.0), 0.75 * np.log(3.0)),
        ("none", -2.5, -2.5),
    ],
)
def test_known_values(name, at, expected):
    assert value(name, np.array([at]))[0] == pytest.approx(expected, rel=1e-15)


def test_the_sigmoid_is_steepest_at_zero_with_a_quarter():
    assert derivative("sigmoid", np.array([0.0]))[0] == 0.25
    assert (derivative("sigmoid", z) <= 0.25).all()


def test_the_slope_of_relu_at_its_kink_is_zero():
    assert derivative("ReLU", np.array([0.0]))[0] == 0.0


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_bounds_hold_and_are_as_narrow_as_they_can_be(name):
    low, high = ACTIVATIONS[name].bounds
    values = value(name, np.concatenate([z, np.linspace(-3.0, 0.0, 10_001)]))
    assert low <= values.min()
    assert values.max() <= high
    assert values.min() == pytest.approx(low, abs=1e-6) if np.isfinite(low) else values.min() < -1.0
    assert values.max() == pytest.approx(high, abs=1e-6) if np.isfinite(high) else values.max() > 100.0


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_source_of_an_activation_computes_its_value_its_slope_and_its_gain(name):
    source, names = ACTIVATIONS[name].source, {"np": np, "sigmoid": expit, "z": z}
    a = eval(source.value, names)
    np.testing.assert_allclose(a, value(name, z), rtol=1e-14)
    np.testing.assert_allclose(eval(source.slope, {**names, "a": a}), derivative(name, z), rtol=1e-14)
    assert eval(ACTIVATIONS[name].gain_source, names) == ACTIVATIONS[name].gain


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_traced_activation_has_the_same_values_and_the_same_slope(name):
    at = variable(z[np.abs(z) < 50.0])
    traced = ACTIVATIONS[name].traced(at)
    np.testing.assert_allclose(traced.value, value(name, at.value), rtol=1e-14)
    np.testing.assert_allclose(derivatives(traced)[at], derivative(name, at.value), rtol=1e-12, atol=1e-15)


SOFTPLUS = Activation(
    lambda z, out: np.logaddexp(z, 0.0, out),
    lambda z, a, out: expit(z, out),
    traced=lambda z: apply("log", 1.0 + apply("exp", z)),
    source=ActivationSource("np.logaddexp(z, 0.0)", "sigmoid(z)"),
    text="ln(1 + e^z)",
    formula=r"\ln(1 + e^z)",
    slope_formula=r"\sigma(z)",
    character="A ReLU without a corner.",
    bounds=(0.0, np.inf),
    gain=1.5,
)


def test_an_activation_is_one_entry_with_which_networks_train_pass_the_gradient_check_and_have_a_script(monkeypatch):
    monkeypatch.setitem(ACTIVATIONS, "softplus", SOFTPLUS)
    data = make_dataset("moons", 60, 0.3, 1)
    model, loss = Network(2, (5, 3), "softplus"), LOSSES["log loss"]
    run = Experiment(
        data.X, data.y, model, loss, GradientDescent(0.2, 10), random_source=KeyedSource(1), provenance=data.provenance
    )
    start = initial_state(run).weights
    expected = numeric_gradient(lambda w: loss.of_batch(model.outputs(w, data.X), data.y), start)
    np.testing.assert_allclose(loss_gradient(model, loss, start, data.X, data.y), expected, rtol=1e-6, atol=1e-9)
    by_autodiff = gradient_of(lambda w: mean_loss_of(model, "log loss", w, data.X, data.y), start)
    np.testing.assert_allclose(by_autodiff, expected, rtol=1e-6, atol=1e-9)
    _, state = advance(run, initial_state(run), 300)
    assert mean_loss(model, loss, state.weights, data.X, data.y) < 0.5 * mean_loss(model, loss, start, data.X, data.y)
    names = executed(training_script([{"": Training(run, 300)}]))
    np.testing.assert_allclose(names["w"], state.weights, rtol=1e-9)
    assert "softplus" in bending()


def test_pages_offer_what_the_registry_has():
    for lesson in discover().values():
        for name, field in lesson.settings.model_fields.items():
            options = [getattr(item, "options", ()) for item in field.metadata]
            if name in ("activation", "inner_activation") and options:
                assert options[0] in (tuple(ACTIVATIONS), bending())
