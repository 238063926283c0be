import re

import numpy as np

from nnviz.core.models.network import Network
from nnviz.figures.layer_notation import CONNECTIONS, HIDDEN, INPUTS, ONES, OUTPUT, layer_notation

INDEX = {unit: re.sub(r"\D", "", unit.name) for unit in (*INPUTS, *HIDDEN, OUTPUT)} | {OUTPUT: "21"}
"""A unit -> its index; a layer of one neuron leaves its number out where there is no doubt."""


def test_the_name_of_a_weight_says_where_it_comes_from_and_then_where_it_goes():
    for start, end, name, _ in CONNECTIONS:
        index = re.sub(r"\D", "", name)
        if start in ONES:
            assert name.startswith("b")
            assert index == re.sub(r"\D", "", end.name)
        else:
            assert name.startswith("w")
            assert index == INDEX[start] + INDEX[end]


def test_the_connections_are_those_of_a_3_2_1_network():
    assert len(CONNECTIONS) == Network(3, (2,)).n_parameters
    assert len({connection.name for connection in CONNECTIONS}) == len(CONNECTIONS)
    assert not [end for _, end, _, _ in CONNECTIONS if end in ONES]


def test_no_two_names_cover_each_other():
    places = np.array([[name.x, name.y] for name in layer_notation().layout.annotations])
    apart = np.abs(places[:, None] - places[None])
    near = (apart[..., 0] < 0.13) & (apart[..., 1] < 0.2)
    assert not near[np.triu_indices(len(places), 1)].any()
