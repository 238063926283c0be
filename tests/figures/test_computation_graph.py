import json

import numpy as np

from nnviz.core.autodiff.expressions import parse
from nnviz.core.autodiff.sweeps import Sweeps
from nnviz.figures.computation_graph import DrawnGraph, computation_graph, heights

AT = {"x": 0.7, "y": -1.3, "w": 2.0, "b": 0.4, "v": 1.5}


def drawn(text):
    sweeps = Sweeps(parse(text).trace(AT).result)
    place = {node: i for i, node in enumerate(sweeps.nodes)}
    n = len(sweeps.nodes)
    parents = [[place[parent] for parent in node.parents] for node in sweeps.nodes]
    inputs = frozenset(i for i, node in enumerate(sweeps.nodes) if node.operation == "input")
    return sweeps, DrawnGraph(parents, ["?"] * n, ["text"] * n, ["1"] * n, ["rule"] * (sweeps.n_steps + 1), inputs)


def shown(text):
    sweeps, graph = drawn(text)
    return sweeps, graph, heights(graph, sweeps.active, sweeps.is_known, sweeps.received)


def test_a_value_shows_above_its_node_from_the_step_that_computes_it():
    sweeps, graph, rows = shown("x*y + sin(x)")
    np.testing.assert_array_equal(np.isfinite(rows["value_y"]), sweeps.is_known)
    assert (rows["value_y"][-1] > graph.layout.y).all()


def test_a_derivative_shows_below_its_node_once_it_has_received_something():
    sweeps, graph, rows = shown("x*y + sin(x)")
    np.testing.assert_array_equal(np.isfinite(rows["derivative_y"]), np.isfinite(sweeps.received))
    assert (rows["derivative_y"][-1] < graph.layout.y).all()


def test_exactly_one_rule_shows_at_each_step():
    _, _, rows = shown("x*y + sin(x)")
    np.testing.assert_array_equal(np.isfinite(rows["rule_y"]), np.eye(len(rows["rule_y"]), dtype=bool))


def test_the_edges_of_the_node_at_work_are_lit_and_no_others():
    sweeps, graph, rows = shown("x*y + sin(x)")
    child = np.array(graph.lines[2])
    for step, node in enumerate(sweeps.active):
        lit = set(child[np.isfinite(rows["active_lines"][step])])
        assert lit == ({node} if node >= 0 and graph.parents[node] else set())


def test_a_single_node_can_be_drawn():
    for text in ("x", "3"):
        _, graph = drawn(text)
        json.dumps(computation_graph(graph).to_plotly_json(), default=list, allow_nan=False)


def test_type_is_smaller_where_many_nodes_share_the_picture():
    assert drawn("x*y")[1].type_size > drawn("+".join(f"x*{i}" for i in range(1, 14)))[1].type_size
