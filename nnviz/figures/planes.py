"""What is drawn over two weights: the loss on their plane, a descent across it, marks and outlines in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures.theme import PALETTE

Coordinates = Mapping[str, Any]


def log_loss_for_display(loss: FloatArray) -> FloatArray:
    """Return log₁₀ of a loss for drawing contours: log₁₀ max(loss, 10⁻⁶ · largest loss), any shape.

    Equal steps of the logarithm keep the valley visible when the rim of the plane is a thousand times higher. The
    floor of six decades keeps an exact fit (loss 0) on the paper. Works over all but the first axis when the array
    has three: (steps, n_y, n_x) is one plane per step.
    """
    largest = loss.max(axis=(-2, -1), keepdims=True)
    return np.asarray(np.log10(np.maximum(loss, np.maximum(1e-6 * largest, np.finfo(float).tiny))))


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
        """Return what a surface trace shows: height is the loss."""
        return {"x": self.x, "y": self.y, "z": self.loss}

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

    def surface(self) -> Coordinates:
        """Return the meta of a surface trace: height is the loss."""
        return self._now(x="x", y="y", z="loss")

    def contours(self) -> Coordinates:
        """Return the meta of a contour trace: levels of log₁₀ loss, the loss itself for hover."""
        return self._now(x="x", y="y", z="log_loss", customdata="loss")

    def _now(self, **arrays: str) -> Coordinates:
        named = {attribute: f"{self.prefix}_{array}" for attribute, array in arrays.items()}
        return {"x": [], "y": [], "z": [], "meta": {"now": named}}


@dataclass(frozen=True)
class Track:
    """Names of the recorded arrays that are a path (how="grow") or are replaced at each step (how="now").

    `step` names the array that hover shows; None where the path's points are not the recorded steps.
    """

    x: str = "path_x"
    y: str = "path_y"
    z: str = "path_z"
    step: str | None = "step"
    how: Literal["grow", "now"] = "grow"

    def meta(self, axes: str) -> dict[str, dict[str, str]]:
        """Return the meta of a trace over the axes "xy" or "xyz"."""
        arrays = {axis: getattr(self, axis) for axis in axes}
        return {self.how: arrays if self.step is None else {**arrays, "customdata": self.step}}


@dataclass(frozen=True)
class Mark:
    """One point that does not move with the run; `kind` is a key of MARK_STYLES, z is needed on a surface only."""

    x: float
    y: float
    name: str
    kind: str = "optimum"
    z: float | None = None


@dataclass(frozen=True)
class Descent:
    """One run's way over the plane: its path, where it is now, and where it began when that is drawn."""

    name: str = "path"
    path: Track = Track()
    point: Track = Track(how="now")
    start: Mark | None = None
    colour: str = PALETTE["vermillion"]
    dash: str = "solid"


@dataclass(frozen=True, eq=False)
class Outline:
    """A closed curve in the plane, such as a penalty's ball; x and y (n,), or names of recorded arrays.

    Arrays stand still; names are replaced at each step by the run's rows of shape (n,).
    """

    x: FloatArray | str
    y: FloatArray | str
    name: str

    def coordinates(self) -> Coordinates:
        """Return what a line trace shows."""
        if isinstance(self.x, str):
            return {"x": [None], "y": [None], "meta": {"now": {"x": self.x, "y": self.y}}}
        return {"x": self.x, "y": self.y}


MARK_STYLES = {
    "optimum": {"colour": PALETTE["yellow"], "symbol": "star", "symbol in space": "diamond", "size": 18},
    "penalised optimum": {
        "colour": PALETTE["bluish green"],
        "symbol": "diamond",
        "symbol in space": "square",
        "size": 14,
    },
    "start": {
        "colour": PALETTE["sky blue"],
        "symbol": "circle",
        "symbol in space": "circle",
        "size": 13,
    },
}
"""What a mark is -> how it looks, on the plane and in space (where Plotly has no star)."""
