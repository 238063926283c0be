"""The last cell of a script: the page's leading picture with Matplotlib, for whoever has it."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.code_export.hyperparameters import Lines
from nnviz.code_export.script import CELL

HEAD = """
try:
    import matplotlib.pyplot as plt
except ImportError:  # all numbers stand above
    plt = None

if plt:
"""


@dataclass(frozen=True)
class Panel:
    """A part of a picture: the lines that draw it on `axis`; of several axes, which stand in them as AXES, how many.

    `size` in inches is that of a panel that is the whole picture.
    """

    lines: Sequence[str]
    n_axes: int = 1
    size: tuple[float, float] = (7.0, 5.0)


def picture_cell(panels: Sequence[Panel]) -> str:
    """The cell that draws these panels side by side; nothing of it runs where Matplotlib is not installed."""
    n_axes = sum(panel.n_axes for panel in panels)
    if n_axes == 1:
        size = "({:g}, {:g})".format(*panels[0].size)
        body = [f'figure, axis = plt.subplots(figsize={size}, layout="constrained")', *panels[0].lines]
    else:
        width = min(5 * n_axes, 15)
        body = [f'figure, axes = plt.subplots(1, {n_axes}, figsize=({width}, 4.5), layout="constrained")']
        body += _side_by_side(panels)
    indented = textwrap.indent("\n".join([*body, "plt.show()"]), "    ")
    return f"{CELL}The picture, with Matplotlib where it is installed{HEAD}{indented}\n"


def _side_by_side(panels: Sequence[Panel]) -> Lines:
    lines: Lines = []
    place = 0
    for panel in panels:
        end = place + panel.n_axes
        last = place + panel.n_axes == sum(other.n_axes for other in panels)
        several = "axes" if place == 0 and last else f"axes[{place or ''}:{'' if last else end}]"
        chosen = f"axis = axes[{place}]" if panel.n_axes == 1 else None
        lines += ([""] if lines else []) + ([chosen] if chosen else [])
        lines += [line.replace("AXES", several) for line in panel.lines]
        place = end
    return lines


def panel(template: str, **words: str) -> Panel:
    """A panel of one axis from a template; without words it is taken as it stands, braces and all."""
    return Panel(written(template, **words) if words else template.strip("\n").split("\n"))


def written(template: str, **words: str) -> Lines:
    """The lines of a template with these words in their places."""
    return template.strip("\n").format(**words).split("\n")
