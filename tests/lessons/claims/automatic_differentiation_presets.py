"""What the presets of the page on automatic differentiation say, computed from their graphs."""

import numpy as np
import pytest

from nnviz.core.autodiff.one_sided import one_sided_slopes
from nnviz.core.autodiff.reverse_mode import derivatives
from nnviz.lessons.automatic_differentiation.graph import checked, computation
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def parts_received(settings, name):
    """What an input receives, part by part."""
    found = computation(settings)
    node, sweeps = found.traced.inputs[name], found.sweeps
    received = [(i, sweeps.received[-1, i]) for i in sweeps.passed]
    return [part for i, d in received for parent, part in sweeps.parts_of(i, d) if parent is node]


def two_parts_that_add_up(settings):
    x, y = settings.x, settings.y
    parts = parts_received(settings, "x")
    assert sorted(parts) == pytest.approx(sorted([y, np.cos(x)]))
    assert computation(settings).gradient["x"] == pytest.approx(y + np.cos(x))


def used_twice(settings):
    x, y = settings.x, settings.y
    found = computation(settings)
    assert all(ours == pytest.approx(other, abs=1e-6) for ours, other in checked(settings, found).values())
    return int(np.argmin(np.abs(found.gradient["x"] - np.array([y, np.cos(x), y + np.cos(x), y * np.cos(x)]))))


def shrink_with_b_at_3(settings):
    assert settings.b != 3.0
    before, after = (computation(at).gradient for at in (settings, settings.model_copy(update={"b": 3.0})))
    assert all(abs(after[name]) < 0.2 * abs(before[name]) for name in before)


def error_times_x(settings):
    expected = (sigmoid(settings.w * settings.x + settings.b) - settings.y) * settings.x
    assert computation(settings).gradient["w"] == pytest.approx(expected)
    assert checked(settings, computation(settings))["w"][1] == pytest.approx(expected, abs=1e-7)


def two_slopes_to_w_one_to_v(settings):
    s = settings
    z = sigmoid(s.w * s.x + s.b)
    f = sigmoid(s.v * z)
    outer, slope_f, slope_z = -2.0 * (s.y - f), f * (1.0 - f), z * (1.0 - z)
    gradient = computation(settings).gradient
    assert max(slope_f, slope_z) <= 0.25
    assert gradient["w"] == pytest.approx(outer * slope_f * s.v * slope_z * s.x)
    assert gradient["v"] == pytest.approx(outer * slope_f * z)


def parts_from_error_and_penalty(settings):
    assert {name: len(parts_received(settings, name)) for name in ("w", "v")} == {"w": 3, "v": 3}


def half_each_and_nothing_from_abs(settings):
    found = computation(settings)
    passed = {
        found.sweeps.nodes[i].operation: [part for _, part in found.sweeps.parts_of(i, found.sweeps.received[-1, i])]
        for i in found.sweeps.passed
    }
    assert passed["maximum"] == [0.5, 0.5]
    assert passed["abs"] == [0.0]
    for name, (ours, differences) in checked(settings, found).items():
        sides = one_sided_slopes(found.traced.result, found.traced.inputs[name])
        assert sides[0] != sides[1]
        assert ours == np.mean(sides) == pytest.approx(differences)


def infinite_and_undefined(settings):
    found = computation(settings)
    assert found.value == np.inf
    assert np.isnan(found.gradient["x"])
    assert 1.0 - next(node.value for node in found.sweeps.nodes if node.operation == "sigmoid") == 0.0
    exact = np.log1p(np.exp(20.0 * settings.x))
    assert exact == pytest.approx(40.0, abs=1e-12)
    assert 20.0 * sigmoid(20.0 * settings.x) == pytest.approx(20.0, abs=1e-12)


def forty_and_twenty(settings):
    found = computation(settings)
    assert found.value == pytest.approx(40.0, abs=1e-12)
    assert found.gradient["x"] == pytest.approx((sigmoid(40.0) - settings.y) * 20.0, abs=1e-12)
    naive = AutodiffSettings(example="log loss of a neuron", x=0.7, y=0.3)
    same = naive.model_copy(update={"example": "the same log loss, stable"})
    assert computation(naive).value == pytest.approx(computation(same).value)
    assert computation(naive).gradient == pytest.approx(computation(same).gradient)


def every_node_once(settings):
    """Each node passes on once, after all that were computed from it; and all inputs have their derivative then."""
    found = computation(settings)
    passed = found.sweeps.passed
    assert len(set(passed)) == len(passed)
    nodes = found.sweeps.nodes
    for place, i in enumerate(passed):
        children = [k for k in passed if nodes[i] in nodes[k].parents]
        assert all(passed.index(k) < place for k in children)
    at_once = derivatives(found.traced.result)
    assert {name: float(at_once[node]) for name, node in found.traced.inputs.items()} == pytest.approx(
        found.gradient, nan_ok=True
    )


WATCH = {
    "x is used twice": two_parts_that_add_up,
    "A neuron": shrink_with_b_at_3,
    "Log loss": error_times_x,
    "Two neurons in a row": two_slopes_to_w_one_to_v,
    "A penalised error": parts_from_error_and_penalty,
    "At a kink": half_each_and_nothing_from_abs,
    "Log loss, as it is defined": infinite_and_undefined,
    "Log loss, stable": forty_and_twenty,
}
