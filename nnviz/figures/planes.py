"""The loss over two weights: a plane known before the run, or one that comes with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.core.analysis.landscape import log_loss_for_display
from nnviz.core.types import FloatArray
from nnviz.figures.bindings import follows

Coordinates = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Plane:
    """The loss over two weights, known before the run.

    x (n_x,), y (n_y,) and loss (n_y, n_x), at most 60 by 60 and finite: clipping walls is the caller's matter.
    Raises ValueError when the shapes do not fit together or a loss is not finite.
    """

    x: FloatArray
    y: FloatArray
    loss: FloatArray
    x_name: str
    y_name: str
    loss_name: str = "mean squared error"

    def __post_init__(self) -> None:
        if self.loss.shape != (len(self.y), len(self.x)):
            raise ValueError(f"loss has shape {self.loss.shape}, expected {(len(self.y), len(self.x))}")
        if not np.isfinite(self.loss).all():
            raise ValueError("a drawn loss has to be finite: clip it first")

    def surface(self) -> Coordinates:
        """Return what a surface trace shows: height is the loss, with evenly spaced contour lines."""
        lowest, highest = float(self.loss.min()), float(self.loss.max())
        size = (highest - lowest) / 16 or 1.0
        lines = {"start": lowest + size / 2, "end": highest, "size": size}
        return {"x": self.x, "y": self.y, "z": self.loss, "contours": {"z": lines}}

    def ranges(self) -> dict[str, list[float] | None]:
        """Return how far the axes go: x and y as far as the plane, z a little below the lowest loss."""
        lowest, highest = float(self.loss.min()), float(self.loss.max())
        room = 0.08 * (highest - lowest) or 0.5
        return {
            "x": [float(self.x[0]), float(self.x[-1])],
            "y": [float(self.y[0]), float(self.y[-1])],
            "z": [lowest - room, highest + room],
        }

    def contours(self) -> Coordinates:
        """Return what a contour trace shows: levels of log₁₀ loss, the loss itself for hover."""
        return {
            "x": self.x,
            "y": self.y,
            "z": log_loss_for_display(self.loss),
            "customdata": self.loss,
        }


@dataclass(frozen=True)
class RecordedPlane:
    """The loss over two directions that comes with the run, one plane per recorded step.

    The run records `<prefix>_x` (steps, n_x), `<prefix>_y` (steps, n_y), `<prefix>_loss` (steps, n_y, n_x) and, where
    contours are drawn, `<prefix>_log_loss`, which is log_loss_for_display of the loss.
    """

    x_name: str
    y_name: str
    loss_name: str = "loss"
    prefix: str = "slice"

    def ranges(self) -> dict[str, list[float] | None]:
        """Return that the axes follow what is drawn: the plane moves with the run."""
        return {"x": None, "y": None, "z": None}

    def surface(self) -> Coordinates:
        """Return the meta of a surface trace: height is the loss."""
        return self._now(x="x", y="y", z="loss")

    def contours(self) -> Coordinates:
        """Return the meta of a contour trace: levels of log₁₀ loss, the loss itself for hover."""
        return self._now(x="x", y="y", z="log_loss", customdata="loss")

    def _now(self, **arrays: str) -> Coordinates:
        named = {attribute: f"{self.prefix}_{array}" for attribute, array in arrays.items()}
        return {"x": [], "y": [], "z": [], "meta": follows(named)}
