"""What lies on the plane of two weights: a run's descent, marks that stand still, outlines of penalties."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nnviz.core.types import FloatArray
from nnviz.figures.bindings import Meta, follows, grows
from nnviz.figures.colours import ROLES


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

    def meta(self, axes: str) -> Meta:
        """Return the meta of a trace over the axes "xy" or "xyz"."""
        arrays = {axis: getattr(self, axis) for axis in axes}
        bound = arrays if self.step is None else {**arrays, "customdata": self.step}
        return grows(**bound) if self.how == "grow" else follows(bound)


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
    colour: str = ROLES["path"]
    dash: str = "solid"


@dataclass(frozen=True, eq=False)
class Outline:
    """A closed curve in the plane, such as a penalty's ball; x and y (n,), or names of recorded arrays.

    Arrays stand still; names are replaced at each step by the run's rows of shape (n,).
    """

    x: FloatArray | str
    y: FloatArray | str
    name: str

    def coordinates(self) -> Mapping[str, Any]:
        """Return what a line trace shows."""
        if isinstance(self.x, str) and isinstance(self.y, str):
            return {"x": [None], "y": [None], "meta": follows(x=self.x, y=self.y)}
        return {"x": self.x, "y": self.y}


MARK_STYLES = {
    "optimum": {"colour": ROLES["optimum"], "symbol": "star", "symbol in space": "diamond", "size": 18},
    "penalised optimum": {
        "colour": ROLES["penalised optimum"],
        "symbol": "diamond",
        "symbol in space": "square",
        "size": 14,
    },
    "start": {
        "colour": ROLES["start"],
        "symbol": "circle",
        "symbol in space": "circle",
        "size": 13,
    },
}
"""What a mark is -> how it looks, on the plane and in space (where Plotly has no star)."""
