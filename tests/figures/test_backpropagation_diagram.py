import json

import numpy as np

from nnviz.core.models.two_neurons import WEIGHT_NAMES, ChainRule
from nnviz.figures.backpropagation_diagram import EDGES, NODES, PARAMETERS, backpropagation_diagram

FIGURE = backpropagation_diagram("2(ŷ − y)", ["a %{customdata[0]}", "b", "c", "d"])


def test_nodes_edges_and_weights_are_those_of_the_chain_rule():
    rule = ChainRule(np.zeros(4), np.zeros(1), np.zeros(1), "log loss")
    assert tuple(PARAMETERS) == WEIGHT_NAMES
    assert list(EDGES) == list(rule.factors())
    assert list(NODES) == list(rule.forward())


def test_every_edge_is_labelled_with_its_own_factor():
    labels = [text for trace in FIGURE.data if trace.meta and trace.text for text in trace.text]
    for factor in EDGES:
        assert any(label.replace("<br>", " ").startswith(f"{factor} = ") for label in labels)


def test_a_factor_s_edge_runs_from_what_it_is_derived_by_to_what_is_derived():
    for factor, (start, end) in EDGES.items():
        assert factor == f"∂{end}/∂{start}"


def test_all_numbers_come_from_the_run():
    arrays = {name for trace in FIGURE.data if trace.meta for name in trace.meta["now"].values()}
    assert arrays == {"node_values", "factor_values", "weight_values", "gradient_values", "formula_numbers"}


def test_it_is_strict_json():
    json.dumps(json.loads(FIGURE.to_json()), allow_nan=False)
