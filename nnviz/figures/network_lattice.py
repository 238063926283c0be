"""Where the neurons of a network stand: one column for the features, one for each layer, neurons one below the other.

Neurons of a column are evenly spaced, so the pictures inside them are one image with gaps: a network of thirty
neurons is painted as six images.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nnviz.figures.network_edges import Node

SHARE_OF_COLUMN, SHARE_OF_ROW, SHARE_OF_OUTPUT = 0.46, 0.8, 0.72
"""Of its column and of its row, what a neuron takes at most; and of its column, the output, which is larger."""

ASPECT = 0.8
"""A picture is about so many times wider than high."""


@dataclass(frozen=True)
class Lattice:
    """The columns of a network of these sizes, features first and outputs last; x and y count columns and rows.

    `n_cells` are the cells along a side of the picture in a neuron.
    """

    sizes: tuple[int, ...]
    n_cells: int

    @property
    def n_columns(self) -> int:
        """Features, hidden layers, output."""
        return len(self.sizes)

    @property
    def n_rows(self) -> int:
        """Neurons in the largest column."""
        return max(self.sizes)

    @cached_property
    def gap(self) -> int:
        """Cells between the pictures of two neurons that stand one below the other."""
        wanted = min(SHARE_OF_ROW, SHARE_OF_COLUMN * self.aspect)
        return round(self.n_cells * (1.0 / wanted - 1.0))

    @property
    def aspect(self) -> float:
        """How many rows are as long on the screen as a column is wide."""
        return ASPECT * self.n_rows / self.n_columns

    @property
    def cell(self) -> float:
        """The height of a cell of a picture, in rows."""
        return 1.0 / (self.n_cells + self.gap)

    @property
    def height(self) -> float:
        """Of a neuron, in rows."""
        return self.n_cells * self.cell

    @property
    def width(self) -> float:
        """Of a neuron, in columns: it is a square on the screen."""
        return self.height / self.aspect

    @property
    def enlarged(self) -> float:
        """How much larger the output is."""
        return max(1.0, min(SHARE_OF_OUTPUT / self.width, 0.9 * self.n_rows / self.height))

    def scale(self, column: int) -> float:
        """How much larger than a hidden neuron the neurons of a column are: the output, where it is the only one."""
        return self.enlarged if column == self.n_columns - 1 and self.sizes[-1] == 1 else 1.0

    def half(self, column: int) -> tuple[float, float]:
        """Half the width and half the height of the neurons of a column."""
        return self.scale(column) * self.width / 2.0, self.scale(column) * self.height / 2.0

    def places(self, column: int) -> list[tuple[float, float]]:
        """Where the neurons of a column stand, from the top."""
        middle = (self.n_rows - 1.0) / 2.0
        top = middle + (self.sizes[column] - 1.0) / 2.0
        return [(column + 0.5, top - row + 0.5) for row in range(self.sizes[column])]

    def nodes(self, names: Sequence[Sequence[str]]) -> list[list[Node]]:
        """The neurons by column, with their names."""
        return [
            [Node(x, y, name) for (x, y), name in zip(self.places(column), named, strict=True)]
            for column, named in enumerate(names)
        ]

    def hidden(self) -> Iterator[int]:
        """The columns of the hidden layers."""
        yield from range(1, self.n_columns - 1)
