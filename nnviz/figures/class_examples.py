"""The examples of K classes as points: class by colour and symbol, held out hollow."""

from dataclasses import dataclass
from itertools import product

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.class_colours import CLASS_COLOURS, CLASS_SYMBOLS
from nnviz.figures.colours import WHITE
from nnviz.figures.examples import MOST_POINTS
from nnviz.figures.plain_text import plain_text


@dataclass(frozen=True, eq=False)
class ClassExamples:
    """Points (n, d) and classes (n,), numbers from 0 on, for training and held out, and what features and classes are.

    Names may be a user's: here they become what a figure can write.
    """

    X: FloatArray
    y: FloatArray
    X_held_out: FloatArray
    y_held_out: FloatArray
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]

    def parts(self) -> list[tuple[FloatArray, FloatArray, bool]]:
        """Return (X, y, held out) for the training data and, where there are any, for those held out."""
        held_out = [(self.X_held_out, self.y_held_out, True)] if len(self.y_held_out) else []
        return [(self.X, self.y, False), *held_out]

    def __post_init__(self) -> None:
        object.__setattr__(self, "feature_names", tuple(map(plain_text, self.feature_names)))
        object.__setattr__(self, "class_names", tuple(map(plain_text, self.class_names)))


def class_scatters(examples: ClassExamples) -> list[go.Scatter]:
    """A static cloud for each class and part; the legend names the classes, and what is hollow once."""
    return [
        go.Scatter(
            x=X[y == k, 0][:MOST_POINTS],
            y=X[y == k, 1][:MOST_POINTS],
            mode="markers",
            name="held out" if hollow else name,
            legendgroup="held out" if hollow else name,
            showlegend=not hollow or k == 0,
            marker=class_marker(k, hollow),
            hovertemplate=f"{name} (%{{x:.4g}}, %{{y:.4g}})<extra></extra>",
        )
        for (X, y, hollow), (k, name) in product(examples.parts(), enumerate(examples.class_names))
    ]


def class_marker(k: int, hollow: bool = False, size: int = 9) -> dict[str, object]:
    """How a point of class k looks."""
    colour = CLASS_COLOURS[k]
    line = {"color": colour if hollow else WHITE, "width": 2 if hollow else 1}
    return {"symbol": CLASS_SYMBOLS[k], "color": WHITE if hollow else colour, "size": size, "line": line}
