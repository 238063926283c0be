"""What neurons say, as pictures inside them: a surface over two features, or a curve over one.

All surfaces of a column are one image with gaps between them, and all curves of a network one line with gaps.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.figures import graph_objects as go
from nnviz.figures.activation_colours import GAP, HIGHEST, LOWEST, WITH_GAPS, ZERO
from nnviz.figures.bindings import follows, follows_linearly
from nnviz.figures.colours import INK
from nnviz.figures.network_lattice import Lattice

N_POINTS = 40
"""Of a curve in a neuron."""

SHARE_OF_NEURON = 0.42
"""How far a curve reaches from the middle of its neuron, in heights of it."""


def column_image(lattice: Lattice, column: int, array: str) -> go.Heatmap:
    """The surfaces of a column, from its lowest neuron up, as the recorded array (steps, rows, n_cells) has them."""
    return _image(lattice, column, meta=follows(z=array), z=[])


def standing_image(lattice: Lattice, column: int, z: NDArray[np.uint8]) -> go.Heatmap:
    """The same where no step moves them: z (rows, n_cells)."""
    return _image(lattice, column, z=z)


def _image(lattice: Lattice, column: int, **shown: Any) -> go.Heatmap:
    half_width, half_height = lattice.half(column)
    x, lowest = lattice.places(column)[-1]
    cell = lattice.cell * lattice.scale(column)
    dx = 2.0 * half_width / lattice.n_cells
    return go.Heatmap(
        x0=x - half_width + dx / 2.0,
        dx=dx,
        y0=lowest - half_height + cell / 2.0,
        dy=cell,
        zmin=LOWEST,
        zmax=GAP,
        zsmooth="fast",
        colorscale=WITH_GAPS,
        showscale=False,
        hoverinfo="skip",
        name="what the neurons say",
        **shown,
    )


def curves(lattice: Lattice, columns: range, array: str) -> go.Scatter:
    """The curves of all neurons of some columns, from the recorded array (steps, neurons times N_POINTS)."""
    x, base, factor = _places_of_curves(lattice, columns)
    numbers = np.arange(len(x) // (N_POINTS + 1) * N_POINTS).reshape(-1, N_POINTS)
    index = np.concatenate([numbers, numbers[:, -1:]], axis=1).ravel()
    return _line(x, [None], meta=follows_linearly("y", array, base, factor, index.tolist()))


def standing_curves(lattice: Lattice, column: int, values: NDArray[np.uint8]) -> go.Scatter:
    """The same where no step moves them: values (neurons, N_POINTS)."""
    x, base, factor = _places_of_curves(lattice, range(column, column + 1))
    flat = np.concatenate([values, values[:, -1:]], axis=1).ravel().tolist()
    y = [None if at is None else at + by * value for at, by, value in zip(base, factor, flat, strict=True)]
    return _line(x, y)


def _places_of_curves(lattice: Lattice, columns: range) -> tuple[list[float | None], list[float | None], list[float]]:
    """The x of all points of curves, their y at LOWEST, and how much more y is for each unit; with gaps between."""
    x: list[float | None] = []
    base: list[float | None] = []
    factor: list[float] = []
    for column in columns:
        half_width, half_height = lattice.half(column)
        unit = round(2.0 * SHARE_OF_NEURON * half_height / (HIGHEST - ZERO), 7)
        for middle_x, middle_y in lattice.places(column):
            x += [*np.linspace(middle_x - half_width, middle_x + half_width, N_POINTS).round(4).tolist(), None]
            base += [*[round(middle_y - ZERO * unit, 5)] * N_POINTS, None]
            factor += [unit] * (N_POINTS + 1)
    return x, base, factor


def _line(x: list[float | None], y: list[Any], **bound: Any) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": INK, "width": 2},
        hoverinfo="skip",
        showlegend=False,
        name="what the neurons say",
        **bound,
    )
