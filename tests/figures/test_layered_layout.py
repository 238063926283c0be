from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnviz.figures.layered_layout import GAP, layered_layout


@st.composite
def graphs(draw):
    n = draw(st.integers(1, 40))
    return [draw(st.lists(st.integers(0, i - 1), max_size=2, unique=True)) if i else [] for i in range(n)]


@given(graphs())
def test_every_node_stands_to_the_right_of_what_it_is_computed_from(parents):
    layout = layered_layout(parents)
    assert all(layout.x[parent] < layout.x[child] for child, its in enumerate(parents) for parent in its)


@given(graphs())
def test_nodes_of_one_column_keep_their_distance(parents):
    layout = layered_layout(parents)
    for level in set(layout.x):
        heights = np.sort(layout.y[layout.x == level])
        assert all(b - a >= GAP - 1e-9 for a, b in pairwise(heights))


@given(graphs())
def test_every_edge_leads_from_its_parent_to_its_child_column_by_column(parents):
    layout = layered_layout(parents)
    assert set(layout.edges) == {(parent, child) for child, its in enumerate(parents) for parent in its}
    for (parent, child), line in layout.edges.items():
        np.testing.assert_array_equal(line[0], [layout.x[parent], layout.y[parent]])
        np.testing.assert_array_equal(line[-1], [layout.x[child], layout.y[child]])
        np.testing.assert_array_equal(np.diff(line[:, 0]), 1.0)


def test_an_input_stands_just_before_its_first_use():
    layout = layered_layout([[], [0], [1], [], [2, 3]])
    np.testing.assert_array_equal(layout.x, [0, 1, 2, 2, 3])


def test_two_crossed_edges_are_uncrossed():
    layout = layered_layout([[], [], [1], [0], [2, 3]])
    assert (layout.y[0] - layout.y[1]) * (layout.y[3] - layout.y[2]) > 0


def test_a_chain_is_a_straight_line():
    layout = layered_layout([[], [0], [1], [2]])
    np.testing.assert_allclose(layout.y, layout.y[0])
