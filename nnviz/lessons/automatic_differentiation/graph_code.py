"""The graph of the expression as source text for Matplotlib: a box for every node that depends on an input."""

from collections import Counter
from collections.abc import Mapping

from nnviz.code_export.hyperparameters import wrapped
from nnviz.code_export.picture_code import Panel, picture_cell, written
from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.lessons.automatic_differentiation.graph import Computation

GRAPH = """
for start, end in edges:
    (x0, y0, *_), (x1, y1, *_) = nodes[start], nodes[end]
    axis.annotate("", (x1, y1), (x0, y0), arrowprops={{"arrowstyle": "->", "shrinkA": 25, "shrinkB": 25}})
for name, (column, row, value, slope) in nodes.items():
    text = f"{{name}} = {{value:.4g}}\\n∂f/∂{{name}} = {{slope:.4g}}"
    axis.text(column, row, text, ha="center", va="center", bbox={{"boxstyle": "round", "facecolor": "white"}})
axis.set(xlim=(-0.6, {right}), ylim=({bottom}, {top}))
axis.set_axis_off()
"""


def graph_cell(found: Computation, names: Mapping[Variable, str]) -> str:
    """The cell that draws values and derivatives where the nodes stand, inputs at the left."""
    nodes = [node for node in found.sweeps.nodes if node.is_differentiated]
    columns: dict[Variable, int] = {}
    for node in nodes:
        columns[node] = 1 + max((columns[parent] for parent in node.parents if parent in columns), default=-1)
    rows: Counter[int] = Counter()
    lines = []
    for node in nodes:
        column, name = columns[node], names[node]
        lines.append(f'    "{name}": ({column}, {-rows[column]}, {name}, {_derivative(found, node, name)}),')
        rows[column] += 1
    pairs = [(names[parent], names[node]) for node in nodes for parent in node.parents if parent in columns]
    limits = {"right": f"{max(columns.values()) + 0.6}", "bottom": f"{0.6 - max(rows.values())}", "top": "0.6"}
    size = (1.6 * (max(columns.values()) + 1), max(1.1 * max(rows.values()), 2.0))
    head = ["nodes = {  # a name: its column, its row, the value and the derivative", *lines, "}"]
    return picture_cell([Panel([*head, *wrapped(f"edges = {pairs}"), *written(GRAPH, **limits)], size=size)])


def _derivative(found: Computation, node: Variable, name: str) -> str:
    """What the sweep has found for a node, if it came there at all."""
    nodes = found.sweeps.nodes
    reached = {parent for place in found.sweeps.passed for parent in nodes[place].parents} | {nodes[-1]}
    return f"d_{name}" if node in reached else "0.0"
