"""The figures of the constraint geometry page."""

from typing import Any

import numpy as np

from nnviz.core.objectives.penalties import Penalty
from nnviz.core.types import FloatArray
from nnviz.figures.bindings import drags
from nnviz.figures.colours import PALETTE
from nnviz.figures.constraint_plane import Arrow, Touch, constraint_plane
from nnviz.figures.descents import Mark, Outline
from nnviz.figures.function_curves import Axis, Line, Spots, function_curves
from nnviz.figures.planes import Plane
from nnviz.figures.twin_surfaces import twin_surfaces
from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import SIZES, GeometrySettings
from nnviz.page.lesson import FigureSlot

N_PLANE, N_SURFACE, N_OUTLINE = 60, 33, 361
BALLS = {1.0: "diamond", 2.0: "circle"}


def _heights(settings: GeometrySettings, axis: FloatArray) -> FloatArray:
    return experiment.loss(settings).loss(np.stack(np.meshgrid(axis, axis), axis=-1))


def plane(settings: GeometrySettings) -> Any:
    """Contours, the ball, the constrained optimum and the arrows at it."""
    axis = experiment.axis(settings, N_PLANE)
    p, (best, strength) = settings.exponent, experiment.optimum(settings)
    x, y = Penalty("p-norm", 1.0, exponent=p).outline(settings.size**p, N_OUTLINE)
    ball = Outline(x, y, f"{BALLS.get(p, 'ball')}, t = {settings.size:g}")
    centre = experiment.loss(settings).centre
    marks = (
        Mark(float(centre[0]), float(centre[1]), "least squares"),
        Mark(float(best[0]), float(best[1]), "constrained optimum", kind="penalised optimum"),
    )
    arrows, cone = _arrows(settings, best, float(axis[-1])) if strength > 0.0 else ((), ())
    drawn = Plane(axis, axis, _heights(settings, axis), *experiment.names(settings), "mean squared error")
    touch = Touch(experiment.optima(settings).weights, arrows, cone)
    return constraint_plane(drawn, marks, ball, touch, drag=("size", p))


def _arrows(settings: GeometrySettings, best: FloatArray, reach: float) -> tuple[tuple[Arrow, ...], tuple[Arrow, ...]]:
    """The downhill direction of the loss, and the ball's normal or, at a corner of p ≤ 1, the cone of its normals."""
    downhill = -experiment.loss(settings).gradient(best)
    downhill = 0.3 * reach * downhill / np.linalg.norm(downhill)
    down = Arrow(best, downhill, "downhill, −∇L", PALETTE["blue"], 3.0)
    p = settings.exponent
    if p <= 1.0 and np.any(best == 0.0):
        outward = np.sign(best)
        other = 1.0 - np.abs(outward)
        edges = [0.42 * reach * (outward + side * other) / np.sqrt(2.0) for side in (-1.0, 1.0)]
        return (down,), tuple(Arrow(best, edge, "cone of normals", PALETTE["orange"]) for edge in edges if p == 1.0)
    normal = np.abs(best) ** (p - 1.0) * np.sign(best)
    normal = 0.42 * reach * normal / np.linalg.norm(normal)
    return (Arrow(best, normal, "normal of the ball", PALETTE["orange"], 7.0), down), ()


def surfaces(settings: GeometrySettings) -> Any:
    """The loss and the penalised loss over both weights."""
    axis = experiment.axis(settings, N_SURFACE)
    loss, (best, strength) = experiment.loss(settings), experiment.optimum(settings)
    heights = _heights(settings, axis)
    size = (np.abs(axis) ** settings.exponent)[:, None] + (np.abs(axis) ** settings.exponent)
    names = experiment.names(settings)
    planes = (
        Plane(axis, axis, heights, *names, "mean squared error"),
        Plane(axis, axis, heights + strength * size, *names, f"… + {strength:.3g} · Σ|w|ᵖ"),
    )
    lowest = Mark(float(loss.centre[0]), float(loss.centre[1]), "least squares", z=loss.floor)
    touched = Mark(float(best[0]), float(best[1]), "constrained optimum", "penalised optimum", float(loss.loss(best)))
    raised = Mark(touched.x, touched.y, touched.name, touched.kind, experiment.penalised(settings, best))
    return twin_surfaces(planes, ([lowest, touched], [raised, *_lower(settings)]))


def _lower(settings: GeometrySettings) -> tuple[Mark, ...]:
    """Where the loss with the penalty is lower than at the constrained optimum, which may be below p = 1."""
    weights = experiment.lower(settings)
    if weights is None:
        return ()
    height = experiment.penalised(settings, weights)
    return (Mark(float(weights[0]), float(weights[1]), "lowest with penalty", "start", height),)


def strengths(settings: GeometrySettings) -> Any:
    """The λ that belongs to every size; what is a saddle of the loss with that penalty is drawn apart."""
    sizes, every, saddles = np.array(SIZES), experiment.optima(settings).strengths, experiment.saddles(settings)
    lines = [Line(sizes, np.where(saddles, np.nan, every), "λ of t")]
    if saddles.any():
        lines.append(Line(sizes, np.where(saddles, every, np.nan), "λ of a saddle", "second"))
    axes = Axis("size t", (0.0, SIZES[-1])), Axis("λ")
    now = Spots((settings.size,), (experiment.optimum(settings)[1],), "now")
    return function_curves(axes, lines, [now], touch=drags({"x": "size"}))


def weights(settings: GeometrySettings) -> Any:
    """Both weights over the size."""
    sizes, every = np.array(SIZES), experiment.optima(settings).weights
    names, (best, _) = experiment.names(settings), experiment.optimum(settings)
    lines = [
        Line(sizes, every[:, j], name, style)
        for j, (name, style) in enumerate(zip(names, ("first", "second"), strict=True))
    ]
    axes = Axis("size t", (0.0, SIZES[-1])), Axis("weight")
    spots = [Spots((settings.size,) * 2, best.tolist(), "now")]
    return function_curves(axes, lines, spots, touch=drags({"x": "size"}))


FIGURES = (
    FigureSlot("plane", "Where they touch", plane, "contours at equal steps of ln MSE; drag to size the ball"),
    FigureSlot("strengths", "The λ of the ball", strengths, "0 once the ball holds the least squares weights"),
    FigureSlot("weights", "Weights over t", weights, "exactly 0 at a corner, which balls of p ≤ 1 have on the axes"),
    FigureSlot("surfaces", "Loss, and loss with penalty", surfaces, "turn one and both turn"),
)
