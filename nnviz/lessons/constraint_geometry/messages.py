"""The sentences of the constraint geometry page."""

from collections.abc import Mapping

import numpy as np

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import FEATURES, NOTEBOOKS, GeometrySettings
from nnviz.page.numerals import minus


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
        return f"They touch at a corner: one weight is exactly 0. {_of_penalised_loss(settings)}".strip()
    normal = np.abs(best) ** (settings.exponent - 1.0) * np.sign(best)
    downhill = -experiment.loss(settings).gradient(best)
    cosine = normal @ downhill / np.linalg.norm(normal) / np.linalg.norm(downhill)
    angle = np.degrees(np.arccos(min(cosine, 1.0)))
    touch = f"Between the direction downhill and the normal of the ball lie {angle:.4f} degrees."
    return f"{touch} {_of_penalised_loss(settings)}".strip()


def _of_penalised_loss(settings: GeometrySettings) -> str:
    """What a star's optimum is to the loss with the penalty: its minimum, a local one, or a saddle."""
    if settings.exponent >= 1.0:
        return ""
    if experiment.is_saddle(settings):
        return (
            "To the loss with this penalty they are a **saddle**: along the ball's outline it rises, across the "
            "outline it falls to both sides. No λ makes a minimum of them."
        )
    lower = experiment.lower(settings)
    if lower is None:
        return "They are the **minimum** of the loss with this penalty."
    place = minus(f"({lower[0]:z.2f}, {lower[1]:z.2f})")
    return f"They are a **local minimum** of the loss with this penalty, which is lowest at {place}."


def disabled_reasons(settings: GeometrySettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    if settings.data != FEATURES:
        own = ("first_weight", "second_weight", "correlation")
        reasons |= dict.fromkeys(own, "This line has its own weights, 6 and 4, and one feature.")
    if settings.data == NOTEBOOKS:
        reasons |= dict.fromkeys(("n_samples", "noise", "seed"), "The notebook's data are fixed.")
    return reasons
