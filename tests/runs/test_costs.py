"""What steps and keyframes took is remembered: the next answer of the kind is made in one go, to the same bytes."""

import math

import numpy as np
import pytest

from nnviz.runs.costs import COSTS, Costs
from nnviz.runs.loop import pieces
from nnviz.runs.protocol import StepBudget
from nnviz.runs.sampled import Sampled, keyframes


@pytest.fixture(autouse=True)
def _nothing_is_known():
    COSTS.forget()
    yield
    COSTS.forget()


class Clock:
    """A budget whose time passes by what is said to be done."""

    def __init__(self, seconds):
        self.left = seconds

    def budget(self, n_steps):
        return StepBudget(n_steps, time_left=lambda: self.left)


def sizes(kind, n_steps=100, seconds=1.0, each=0.001):
    clock, made = Clock(seconds), []
    for n in pieces(clock.budget(n_steps), kind=kind):
        clock.left -= each * n
        made.append(n)
    return made


def test_steps_of_a_known_kind_are_one_piece():
    assert sizes("line") == [4, 64, 32]
    assert sizes("line") == [100]
    assert sizes("another") == [4, 64, 32]


def test_a_first_piece_takes_half_of_the_time_where_its_cost_is_known():
    sizes("network", each=1 / 128)
    assert sizes("network", 10_000, each=1 / 128)[0] == 64
    assert sizes("network", 10_000, seconds=-1.0) == [1]  # every answer gets further


def test_what_became_dearer_is_made_within_the_time_and_known_the_next_time():
    sizes("network", each=1 / 1024)
    assert sum(sizes("network", 10_000, each=1 / 512)) <= 512
    assert sizes("network", 10_000, each=1 / 512)[0] == 256


def test_what_no_clock_has_measured_is_not_remembered():
    costs = Costs()
    for seconds, n in ((0.0, 5), (math.nan, 5), (math.inf, 5), (1.0, 0)):
        costs.remember("kind", seconds, n)
    assert costs.of("kind") is None


def test_keyframes_of_a_known_kind_are_made_in_one_call():
    calls = []
    parts = Sampled(lambda rows: {"regions": rows}), Sampled(lambda rows: {"surface": rows}, most=1)

    def made(seconds):
        clock = Clock(seconds)

        def make(part, rows):
            calls.append(len(rows))
            clock.left -= len(rows) / 128
            return part.make(rows)

        calls.clear()
        return keyframes(parts, make, np.arange(50), clock.budget(50), "network")

    first = made(1.0)
    assert calls == [1, 1, 9]
    second = made(1.0)
    assert calls == [1, 10]
    for name, frames in first.items():
        np.testing.assert_array_equal(second[name].step, frames.step)
        np.testing.assert_array_equal(second[name].values, frames.values)
    assert made(7 / 128)["regions"].step.tolist() == [0, 24, 49]
    assert made(-1.0)["regions"].step.tolist() == [49]
