import numpy as np
import pytest

from nnviz.core.solvers.constrained import Bowl, constrained
from nnviz.core.solvers.penalised_bowl import bends_down, lowest

LEANING = Bowl(np.array([1.2, 3.5]), np.array([[1.0, 0.4], [0.4, 0.9]]), 0.7)
SIZES = np.linspace(0.05, 9.0, 60)


def penalised(loss, weights, strength, p):
    return loss.loss(weights) + strength * (np.abs(weights) ** p).sum(axis=-1)


@pytest.mark.parametrize("p", [0.5, 0.6, 0.8, 0.9])
def test_around_a_minimum_the_penalised_loss_is_higher_and_around_a_saddle_it_is_not(p):
    found = constrained(LEANING, SIZES, p)
    turn = np.linspace(0.0, 2.0 * np.pi, 720, endpoint=False)
    circle = np.column_stack([np.cos(turn), np.sin(turn)])
    down = bends_down(LEANING, found.weights, found.strengths, p)
    kinds = set()
    for weights, strength, saddle in zip(found.weights, found.strengths, down, strict=True):
        if strength:
            alive = np.abs(weights[weights != 0.0]).min()
            around = weights + 1e-4 * alive * circle
            rise = penalised(LEANING, around, strength, p) - penalised(LEANING, weights, strength, p)
            assert (rise.min() < 0.0) == saddle
            assert rise.max() > 0.0
            kinds.add(bool(saddle))
    assert kinds == {False, True}


@pytest.mark.parametrize("p", [0.5, 0.7, 0.9, 1.0, 1.5, 2.0, 4.0])
@pytest.mark.parametrize("strength", [0.0, 0.1, 1.0, 4.0, 8.0, 30.0])
def test_no_weights_of_a_fine_grid_are_lower_than_the_lowest(p, strength):
    weights, low = lowest(LEANING, strength, p)
    axis = np.linspace(-4.5, 4.5, 601)
    plane = np.stack(np.meshgrid(axis, axis), axis=-1)
    assert low == pytest.approx(penalised(LEANING, weights, strength, p), rel=1e-12)
    assert low <= penalised(LEANING, plane, strength, p).min() * (1.0 + 1e-9)


def test_where_nothing_is_learnt_the_lowest_weights_are_zero():
    weights, low = lowest(Bowl(np.zeros(2), np.eye(2), 2.0), 1.0, 0.5)
    assert (list(weights), low) == ([0.0, 0.0], 2.0)
