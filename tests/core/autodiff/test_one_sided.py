import numpy as np
import pytest

from nnviz.core.autodiff.expressions import parse
from nnviz.core.autodiff.one_sided import one_sided_slopes

GIVEN = {"x": 0.0, "y": 0.5, "w": -0.7, "b": 0.0, "v": 1.2}


def slopes(text, name="x", **values):
    traced = parse(text).trace({**GIVEN, **values})
    return one_sided_slopes(traced.result, traced.inputs[name])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("relu(x)", (0.0, 1.0)),
        ("abs(x)", (-1.0, 1.0)),
        ("-abs(x)", (1.0, -1.0)),
        ("abs(abs(x))", (-1.0, 1.0)),
        ("max(x, -x)", (-1.0, 1.0)),
        ("max(x, x)", (1.0, 1.0)),
        ("relu(x) - relu(-x)", (1.0, 1.0)),
        ("x*abs(x)", (0.0, 0.0)),
        ("abs(x)^3", (0.0, 0.0)),
        ("1000000000 + relu(3*x)", (0.0, 3.0)),
        ("sigmoid(1000*x)", (250.0, 250.0)),
    ],
)
def test_the_slopes_from_both_sides_of_0(text, expected):
    assert slopes(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["max(x, y) + abs(x - y)", "(w*x + b - y)^2 + abs(w)", "tanh(relu(x)*y) / (2 + v)"])
@pytest.mark.parametrize("x", [-1.3, 0.0, 0.5])
def test_they_are_the_limits_of_differences_on_each_side(text, x):
    expression, step = parse(text), 1e-7
    below, here, above = (expression.value({**GIVEN, "x": x + h}) for h in (-step, 0.0, step))
    np.testing.assert_allclose(slopes(text, x=x), [(here - below) / step, (above - here) / step], atol=1e-6)


def test_a_slope_without_bound_is_not_finite():
    assert not np.isfinite(slopes("x^0.5")).all()


def test_a_kink_that_rounding_moves_away_is_met_by_a_step_of_some_width():
    traced = parse("abs(3*x - 0.3)").trace({**GIVEN, "x": 0.1})
    assert one_sided_slopes(traced.result, traced.inputs["x"]) == (3.0, 3.0)
    assert one_sided_slopes(traced.result, traced.inputs["x"], 1e-6) == (-3.0, 3.0)
