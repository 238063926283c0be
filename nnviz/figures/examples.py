"""The data as points: training and validation examples, told apart by fill, classes by colour and symbol."""

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from nnviz.core.types import BoolArray, FloatArray
from nnviz.figures.theme import PALETTE, WHITE

MOST_POINTS = 1000  # what a browser redraws beside a moving line without a stutter


@dataclass(frozen=True, eq=False)
class Points:
    """One cloud of points to draw: x and y (n,), how it is called, which class it shows, whether it is held out."""

    x: FloatArray
    y: FloatArray
    name: str
    held_out: bool = False
    label: int | None = None


@dataclass(frozen=True, eq=False)
class Examples:
    """The examples on a picture: X (n, d) and y (n,) of the training data, and of the validation data if there is any.

    Raises ValueError when X and y differ in length.
    """

    X: FloatArray
    y: FloatArray
    feature_names: tuple[str, ...]
    target_name: str
    X_validation: FloatArray | None = None
    y_validation: FloatArray | None = None

    def __post_init__(self) -> None:
        for X, y, _ in self.parts():
            if len(X) != len(y):
                raise ValueError(f"{len(X)} examples have {len(y)} targets")

    def parts(self) -> list[tuple[FloatArray, FloatArray, bool]]:
        """Return (X, y, held out) for the training data and, when there is any, for the validation data."""
        training = [(self.X, self.y, False)]
        if self.X_validation is None or self.y_validation is None:
            return training
        return [*training, (self.X_validation, self.y_validation, True)]


PART_NAMES = {False: "training", True: "validation"}
CLASS_COLOURS = {None: PALETTE["blue"], 0: PALETTE["blue"], 1: PALETTE["vermillion"]}
CLASS_SYMBOLS = {None: "circle", 0: "circle", 1: "diamond"}


def scatter(points: Points) -> go.Scatter:
    """Return a static cloud: class by colour and symbol, training filled, validation hollow."""
    colour = CLASS_COLOURS[points.label]
    hollow = points.held_out
    return go.Scatter(
        x=points.x[:MOST_POINTS],
        y=points.y[:MOST_POINTS],
        mode="markers",
        name=points.name,
        marker={
            "symbol": CLASS_SYMBOLS[points.label],
            "color": WHITE if hollow else colour,
            "size": 9,
            "line": {"color": colour if hollow else WHITE, "width": 2 if hollow else 1},
        },
        hovertemplate="(%{x:.4g}, %{y:.4g})",
    )


def of_class(y: FloatArray, label: int) -> BoolArray:
    """Return which examples belong to class 0 or 1, (n,)."""
    return np.asarray((y > 0.5) == bool(label))
