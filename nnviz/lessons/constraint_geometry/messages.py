"""The sentences of the constraint geometry page."""

from collections.abc import Mapping

import numpy as np

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import FEATURES, NOTEBOOKS, GeometrySettings


def summary(settings: GeometrySettings) -> str:
    """The constrained and the unconstrained optimum in numbers."""
    loss, (best, strength) = experiment.loss(settings), experiment.optimum(settings)
    first, second = experiment.names(settings)
    rows = (("constrained", best), ("least squares", loss.centre))
    lines = [f"| | {first} | {second} | size | loss |", "|:--|--:|--:|--:|--:|"]
    for name, weights in rows:
        size, height = experiment.norm(weights, settings.exponent), float(loss.loss(weights))
        lines.append(f"| {name} | {_number(weights[0])} | {_number(weights[1])} | {size:.4f} | {height:.5f} |")
    return (
        "\n".join(lines)
        + f"\n\nThe ball of t = {settings.size:g} belongs to **λ = {strength:.5g}**. {_where(settings)}"
    )


def _number(weight: float) -> str:
    return f"{weight:.5f}" if weight else "0"


def _where(settings: GeometrySettings) -> str:
    best, strength = experiment.optimum(settings)
    if strength == 0.0:
        return "It holds the least squares weights, so the limit does not bind."
    if settings.exponent <= 1.0 and np.any(best == 0.0):
        return "They touch at a corner: one weight is exactly 0."
    normal = np.abs(best) ** (settings.exponent - 1.0) * np.sign(best)
    downhill = -experiment.loss(settings).gradient(best)
    cosine = normal @ downhill / np.linalg.norm(normal) / np.linalg.norm(downhill)
    angle = np.degrees(np.arccos(min(cosine, 1.0)))
    return f"Between the direction downhill and the normal of the ball lie {angle:.4f} degrees."


def disabled_reasons(settings: GeometrySettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    if settings.data != FEATURES:
        own = ("first_weight", "second_weight", "correlation")
        reasons |= dict.fromkeys(own, "This line has its own weights, 6 and 4, and one feature.")
    if settings.data == NOTEBOOKS:
        reasons |= dict.fromkeys(("n_samples", "noise", "seed"), "The notebook's data are fixed.")
    return reasons
