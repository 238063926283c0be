import numpy as np
import pytest

from nnviz.core.autodiff.expressions import parse
from nnviz.core.autodiff.sweeps import Sweeps

AT = {"x": 0.7, "y": -1.3, "w": 2.0, "b": 0.4, "v": 1.5}
TEXTS = ["x*y + sin(x)", "(y - sigmoid(w*x + b))^2", "x", "3", "x*x*x", "max(x, y)*exp(b) - v/w", "2*3 + x"]


def sweeps_of(text):
    return Sweeps(parse(text).trace(AT).result)


@pytest.mark.parametrize("text", TEXTS)
def test_the_last_step_knows_all_values_and_the_derivatives_of_the_one_pass(text):
    sweeps = sweeps_of(text)
    assert sweeps.is_known[-1].all()
    for node, received in zip(sweeps.nodes, sweeps.received[-1], strict=True):
        if node in sweeps.derivatives:
            assert received == pytest.approx(sweeps.derivatives[node], rel=1e-14)
        else:
            assert np.isnan(received)


@pytest.mark.parametrize("text", TEXTS)
def test_all_arrays_have_one_row_per_step(text):
    sweeps = sweeps_of(text)
    n = sweeps.n_steps + 1
    assert len(sweeps.active) == len(sweeps.received) == len(sweeps.is_known) == n


@pytest.mark.parametrize("text", TEXTS)
def test_no_node_is_computed_before_its_parents_nor_passed_on_before_all_its_uses(text):
    sweeps = sweeps_of(text)
    number = {node: i for i, node in enumerate(sweeps.nodes)}
    for place, i in enumerate(sweeps.computed):
        assert all(sweeps.is_known[place, number[parent]] for parent in sweeps.nodes[i].parents)
    for place, i in enumerate(sweeps.passed):
        step = sweeps.seed_step + place
        assert sweeps.received[step, i] == sweeps.received[-1, i]


def test_a_variable_used_twice_collects_its_derivative_in_two_steps():
    sweeps = sweeps_of("x*y + sin(x)")
    x = next(i for i, node in enumerate(sweeps.nodes) if node.value == 0.7)
    seen = sweeps.received[:, x]
    assert sorted(set(seen[~np.isnan(seen)])) == pytest.approx(sorted({np.cos(0.7), -1.3 + np.cos(0.7)}))


def test_nothing_has_a_derivative_before_the_result_is_known():
    sweeps = sweeps_of("x*y + sin(x)")
    assert np.isnan(sweeps.received[: sweeps.seed_step]).all()
    assert sweeps.received[sweeps.seed_step, -1] == 1.0
