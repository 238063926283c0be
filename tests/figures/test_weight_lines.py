import math

import numpy as np

from nnviz.figures.objective_slice import local_minima, objective_slice
from nnviz.figures.weight_lines import STYLES, weight_paths, weights_by_batch_size

STRENGTHS = np.geomspace(1e-3, 10.0, 7)
NAMES = ("bias", "x", "useless")


def test_every_weight_has_its_path_with_a_look_of_its_own():
    figure = weight_paths(STRENGTHS, np.ones((7, 3)), NAMES)
    assert [trace.name for trace in figure.data] == list(NAMES)
    assert len({(style["color"], style["dash"]) for style in STYLES}) == len(STYLES)
    assert len({trace.line.dash for trace in figure.data}) == 3


def test_the_present_strength_is_marked_where_it_lies_on_the_logarithmic_axis():
    figure = weight_paths(STRENGTHS, np.ones((7, 3)), NAMES, strength_now=0.5)
    assert figure.layout.shapes[0].x0 == 0.5
    assert figure.layout.annotations[0].x == math.log10(0.5)
    assert not weight_paths(STRENGTHS, np.ones((7, 3)), NAMES, strength_now=0.0).layout.shapes


def test_trained_weights_follow_the_run_where_there_are_such_runs():
    sizes, exact = (8, 64, 100), np.ones((3, 3))
    still = weights_by_batch_size(sizes, exact, NAMES, {}, 64)
    assert not [trace for trace in still.data if trace.meta]
    moving = weights_by_batch_size(sizes, exact, NAMES, {"x": "trained_1"}, None)
    assert [trace.meta for trace in moving.data if trace.meta] == [{"now": {"y": "trained_1"}}]


def test_all_local_minima_of_the_objective_are_marked_and_only_those():
    weight = np.linspace(-1.0, 5.0, 601)
    loss, penalty = (weight - 4.0) ** 2, 4.0 * np.sqrt(np.abs(weight))
    assert len(local_minima(loss + penalty)) == 2
    stars = objective_slice(weight, loss, penalty, "w1").data[-1]
    assert stars.name == "local minima"
    assert min(abs(np.array(stars.x))) < 1e-12
    assert len(objective_slice(weight, loss, 0.0 * penalty, "w1").data[-1].x) == 1
