"""Places for the nodes of a graph without cycles: one column per level, few crossings, short edges.

The method of Sugiyama, Tagawa and Toda (1981): an edge that passes several columns gets a stand-in in each; columns are
sorted by the mean place of their neighbours; then every node moves as close to its neighbours as its column allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnviz.core.types import FloatArray

SWEEPS = 12
GAP, STAND_IN_GAP = 1.0, 0.3


@dataclass(frozen=True, eq=False)
class Layout:
    """Places x, y (n,) of the nodes, and for each edge (parent, child) the points of its line (k, 2)."""

    x: FloatArray
    y: FloatArray
    edges: dict[tuple[int, int], FloatArray]


@dataclass(eq=False)
class _Columns:
    """Nodes and stand-ins by column, with the neighbours of each in the columns beside it."""

    levels: list[int]
    columns: list[list[int]]
    before: list[list[int]]
    after: list[list[int]]
    n_nodes: int


def layered_layout(parents: Sequence[Sequence[int]]) -> Layout:
    """The layout of a graph whose node i is computed from the nodes parents[i], all of which have smaller numbers."""
    levels = _levels(parents)
    graph = _Columns(
        levels, [[] for _ in range(max(levels) + 1)], [[] for _ in levels], [[] for _ in levels], len(levels)
    )
    edges: dict[tuple[int, int], list[int]] = {}
    for child, its_parents in enumerate(parents):
        for parent in its_parents:
            if (parent, child) not in edges:
                edges[parent, child] = _chain(graph, parent, child)
    for place, level in enumerate(graph.levels):
        graph.columns[level].append(place)
    _sort(graph)
    y = _heights(graph)
    x = np.array(graph.levels, dtype=np.float64)
    lines = {edge: np.column_stack([x[chain], y[chain]]) for edge, chain in edges.items()}
    return Layout(x[: len(parents)], y[: len(parents)], lines)


def _levels(parents: Sequence[Sequence[int]]) -> list[int]:
    """One more than the highest level of the parents; what has none stands just before its first use."""
    levels = [0] * len(parents)
    for node, its_parents in enumerate(parents):
        levels[node] = 1 + max((levels[parent] for parent in its_parents), default=-1)
    for node, its_parents in enumerate(parents):
        uses = [levels[child] for child, used in enumerate(parents) if node in used]
        if not its_parents and uses:
            levels[node] = min(uses) - 1
    return levels


def _chain(graph: _Columns, parent: int, child: int) -> list[int]:
    """The edge's points from parent to child, with a new stand-in in every column between."""
    chain = [parent]
    for level in range(graph.levels[parent] + 1, graph.levels[child]):
        graph.levels.append(level)
        graph.before.append([])
        graph.after.append([])
        chain.append(len(graph.levels) - 1)
    chain.append(child)
    for left, right in pairwise(chain):
        graph.after[left].append(right)
        graph.before[right].append(left)
    return chain


def _sort(graph: _Columns) -> None:
    """Sorts the columns by the mean place of their neighbours, to and fro, and keeps the best order."""
    best, fewest = [list(column) for column in graph.columns], _crossings(graph)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        neighbours = graph.before if forward else graph.after
        for column in graph.columns if forward else graph.columns[::-1]:
            place = _places(graph)
            column.sort(key=lambda i, place=place: np.mean([place[j] for j in neighbours[i]] or [place[i]]))  # type: ignore[misc]
        crossings = _crossings(graph)
        if crossings < fewest:
            best, fewest = [list(column) for column in graph.columns], crossings
    graph.columns = best


def _places(graph: _Columns) -> dict[int, float]:
    """Each one's place in its column, from 0 at one end to 1 at the other."""
    return {i: (place + 0.5) / len(column) for column in graph.columns for place, i in enumerate(column)}


def _crossings(graph: _Columns) -> int:
    place = _places(graph)
    total = 0
    for column in graph.columns[:-1]:
        ends = [(place[i], place[j]) for i in column for j in graph.after[i]]
        total += sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for n, a in enumerate(ends) for b in ends[:n])
    return total


def _heights(graph: _Columns) -> FloatArray:
    """Heights that draw everything towards its neighbours and keep the order and the gaps of each column."""
    y = np.zeros(len(graph.levels))
    for column in graph.columns:
        y[column] = np.arange(len(column)) - (len(column) - 1) / 2
    for sweep in range(SWEEPS):
        for column in graph.columns if sweep % 2 == 0 else graph.columns[::-1]:
            wanted = [
                np.mean(y[graph.before[i] + graph.after[i]]) if graph.before[i] + graph.after[i] else y[i]
                for i in column
            ]
            sizes = [GAP if i < graph.n_nodes else STAND_IN_GAP for i in column]
            gaps = [(a + b) / 2 for a, b in pairwise(sizes)]
            y[column] = _apart(np.array(wanted), np.array(gaps))
    return y


def _apart(wanted: FloatArray, gaps: FloatArray) -> FloatArray:
    """The places nearest to those wanted (least squares) that keep the order and at least these gaps.

    Without the gaps' running sum this is monotone regression, by pooling neighbours that are out of order.
    """
    offsets = np.concatenate([[0.0], np.cumsum(gaps)])
    pools: list[tuple[float, int]] = []
    for value in wanted - offsets:
        mean, n = float(value), 1
        while pools and pools[-1][0] > mean:
            earlier, m = pools.pop()
            mean, n = (mean * n + earlier * m) / (n + m), n + m
        pools.append((mean, n))
    places: FloatArray = np.repeat([mean for mean, _ in pools], [n for _, n in pools]) + offsets
    return places
