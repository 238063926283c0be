"""What the page on automatic differentiation claims, computed from its graphs and its two descents."""

import numpy as np
import pytest
from scipy.special import expit

from nnviz.core.autodiff.expressions import parse
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.autodiff.reverse_mode import derivatives
from nnviz.lessons.automatic_differentiation import messages
from nnviz.lessons.automatic_differentiation.descents import TASKS, descents, descents_of
from nnviz.lessons.automatic_differentiation.graph import checked, computation, kinks, text
from nnviz.lessons.automatic_differentiation.page_values import values
from nnviz.lessons.automatic_differentiation.settings import EXAMPLES, AutodiffSettings
from tests.lessons.claims import Claims
from tests.lessons.claims import automatic_differentiation_presets as presets
from tests.lessons.claims.once import once

NAIVE = parse("-(y*log(sigmoid(x)) + (1 - y)*log(1 - sigmoid(x)))")
STABLE = parse("max(x, 0) - y*x + log(1 + exp(-abs(x)))")


def gradient_at(text, **given):
    traced = parse(text).trace({"x": 0.0, "y": 0.0, **given})
    found = derivatives(traced.result)
    return {name: float(found[node]) for name, node in traced.inputs.items()}


@once
def at_the_price_of_a_few_evaluations():
    """Each operation computes one value forward, and at most two products and two sums backward."""
    for example in EXAMPLES:
        sweeps = computation(AutodiffSettings(example=example)).sweeps
        backward = sum(len(sweeps.parts_of(i, 1.0)) for i in sweeps.passed)
        assert backward <= 2 * len(sweeps.computed)


@once
def a_sign_may_be_left_out():
    assert (gradient_at("2x", x=1.5), gradient_at("0,5·x²", x=1.5)) == ({"x": 2.0}, {"x": 1.5})


@once
def two_for_each_input():
    evaluations = 0

    def counted(v):
        nonlocal evaluations
        evaluations += 1
        return float(np.sum(v**2))

    rough = central_differences(counted, np.arange(5.0))
    assert evaluations == 10
    assert np.abs(rough - 2.0 * np.arange(5.0)).max() > 0.0


@once
def exact_up_to_rounding():
    for x in np.linspace(-3.0, 3.0, 13):
        assert gradient_at("x*y + sin(x)", x=x, y=0.7)["x"] == pytest.approx(0.7 + np.cos(x), rel=4e-16, abs=4e-16)
        found = gradient_at("exp(x)*tanh(y*x)", x=x, y=0.3)["x"]
        exact = np.exp(x) * (np.tanh(0.3 * x) + 0.3 / np.cosh(0.3 * x) ** 2)
        assert found == pytest.approx(exact, rel=1e-14, abs=1e-15)


@once
def rules_at_the_kinks():
    assert gradient_at("relu(x)")["x"] == gradient_at("abs(x)")["x"] == 0.0
    assert gradient_at("max(x, y)") == {"x": 0.5, "y": 0.5}


@once
def mean_of_both_sides():
    found = {
        text: checked(at, computation(at))["x"]
        for text in ("relu(x)", "abs(x)", "max(x, y)")
        for at in [AutodiffSettings(expression=text, x=0.0, y=0.0)]
    }
    assert found["relu(x)"] == pytest.approx((0.0, 0.5))
    assert found["abs(x)"] == pytest.approx((0.0, 0.0))
    assert found["max(x, y)"] == pytest.approx((0.5, 0.5))


@once
def same_on_paper():
    for z in np.linspace(-12.0, 12.0, 25):
        for y in (0.0, 0.3, 1.0):
            assert NAIVE.value({"x": z, "y": y}) == pytest.approx(STABLE.value({"x": z, "y": y}), rel=1e-9)
            assert STABLE.trace({"x": z, "y": y}).result.value >= 0.0


def _relative_error(z):
    with np.errstate(all="ignore"):
        return abs(NAIVE.value({"x": z, "y": 0.0}) / STABLE.value({"x": z, "y": 0.0}) - 1.0)


@once
def rounded_to_1_from_37():
    assert expit(37.0) == 1.0
    assert expit(36.0) < 1.0
    for z in (37.0, 40.0, 300.0):
        assert NAIVE.value({"x": z, "y": 0.0}) == np.inf
        assert np.isnan(gradient_at("-(y*log(sigmoid(x)) + (1 - y)*log(1 - sigmoid(x)))", x=z)["x"])


@once
def digits_go_one_by_one():
    errors = [np.mean([_relative_error(z) for z in np.linspace(at, at + 4.0, 41)]) for at in (2.0, 12.0, 22.0, 31.0)]
    assert np.all(np.diff(np.log10(errors)) > 2.0)


@once
def no_such_place():
    for z in (-1000.0, -40.0, 37.0, 40.0, 1000.0):
        for y in (0.0, 1.0):
            found = gradient_at("max(x, 0) - y*x + log(1 + exp(-abs(x)))", x=z, y=y)["x"]
            assert found == pytest.approx(expit(z) - y, abs=1e-15)
            assert np.isfinite(STABLE.value({"x": z, "y": y}))


def kinks_are_said_as_they_are(settings):
    expression, given = parse(text(settings)), settings.model_dump()
    for kink in kinks(computation(settings)):
        below, here, above = (expression.value({**given, kink.name: given[kink.name] + h}) for h in (-1e-4, 0.0, 1e-4))
        assert ((here - below) / 1e-4, (above - here) / 1e-4) == pytest.approx((kink.below, kink.above), abs=1e-2)
        assert kink.below != kink.above


def same_start_and_data(settings):
    both = descents_of(settings)
    np.testing.assert_array_equal(both.automatic[0], both.derived[0])
    assert both.automatic_loss[0] == both.derived_loss[0]
    np.testing.assert_allclose(both.automatic[1], both.derived[1], rtol=1e-12, atol=1e-14)


def rounding_grows(settings):
    both = descents_of(settings)
    apart = np.abs(both.automatic - both.derived).max(axis=1)
    assert apart[:5].max() < 1e-13
    assert apart.max() > 100.0 * apart[:5].max()


def result_follows_the_derivative(settings):
    found = computation(settings)
    expression, given = parse(text(settings)), settings.model_dump()
    bent = {kink.name for kink in kinks(found)}
    for name, slope in found.gradient.items():
        if name in bent or not np.isfinite(slope):
            continue
        after = expression.value({**given, name: given[name] + 1e-3})
        assert after - found.value == pytest.approx(slope * 1e-3, abs=1e-4)


@once
def faster_and_one_diverges():
    for model in TASKS:
        for seed in (0, 7, 50):
            ends = [descents(model, rate, seed).derived_loss[50] for rate in (0.001, 0.003, 0.01, 0.03)]
            assert np.all(np.diff(ends) < 0.0)
            longest = descents(model, 1.0, seed).derived_loss
            if model == "linear regression":
                assert not np.isfinite(longest).all() or longest[20] > longest[0]
            else:
                assert np.isfinite(longest).all()


CLAIMS = Claims(
    watch=presets.WATCH,
    right={"x is used twice": presets.used_twice},
    because={"x is used twice": presets.two_parts_that_add_up},
    sentences={
        "2x and 0,5·x² are understood": a_sign_may_be_left_out,
        "at the price of a few evaluations": at_the_price_of_a_few_evaluations,
        "Finite differences need two evaluations for *each* input": two_for_each_input,
        "every slope is exact, up to the rounding of the last digit": exact_up_to_rounding,
        "A node that was used several times receives several parts": presets.every_node_once,
        "only after all its uses have paid in": presets.every_node_once,
        "The rules here take 0 for relu and abs, and half of each side for max": rules_at_the_kinks,
        "Central differences take the mean of the slopes on both sides": mean_of_both_sides,
        "On paper both sides are the same": same_on_paper,
        "In double precision": rounded_to_1_from_37,
        "Below that, the digits go one by one": digits_go_one_by_one,
        "The right side has no such place": no_such_place,
        "Here is a kink: along": kinks_are_said_as_they_are,
        "start from the same weights and see the same data": same_start_and_data,
        "the same start, the same data, two ways to get the gradient": same_start_and_data,
        "what rounding did to the last digit grows": rounding_grows,
        "the result changes by about the derivative of": result_follows_the_derivative,
        "the run learns faster, until steps overshoot": faster_and_one_diverges,
    },
    computed={
        "Where a slope is not finite there is nothing to compare": messages.summary,
        "has no finite value at these settings": messages.notice,
        "The backward sweep and finite differences agree": messages.summary,
        "agree in every weight at every step, to the last digits": messages.summary,
        "all examples at every step), 200 times": values,
    },
    definitions={
        "(relu, abs, max) there is no derivative": "what a kink is",
        "by itself is 1.": "∂f/∂f = 1",
        "The last two presets show both at": "points to presets",
        "**Forward.** From left to right": "says what forward means",
        "From right to left, every node": "says what backward means",
        "Every formula is made of small operations": "the expressions are those that the help lists",
        "Both take the step": "introduces the formula of a step",
        "The other knows only the loss": "says how the second descent is made",
        "The sweep differentiates the operations that were carried out": "says what the sweep is given",
        "Whose loss both descents minimise": "defines a setting",
        "What each input has received": "defines a readout",
        "The number that stands for v": "defines a setting",
        "after 200 steps": "explains a figure",
        "the draws are others, of the same kind": "says what a seed is",
    },
)
