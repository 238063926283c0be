"""The pictures of the entropy lesson."""

import math
from itertools import groupby
from typing import Any

import numpy as np

from nnviz.core.analysis.information import UNITS, cross_entropy, entropy, information, kl_divergence
from nnviz.core.types import FloatArray
from nnviz.figures.bindings import drags, handle, handles
from nnviz.figures.distribution_bars import distribution_bars, places_of_bars
from nnviz.figures.entropy_sums import EntropySum, entropy_sums
from nnviz.figures.function_curves import Axis, Line, Spots, function_curves
from nnviz.lessons.entropy.bars import bars, dragged
from nnviz.lessons.entropy.settings import MOST_FACES, EntropySettings
from nnviz.page.lesson import FigureSlot

PROBABILITIES = np.concatenate([np.geomspace(1e-4, 0.02, 40), np.linspace(0.025, 1.0, 79)])
SHARES = np.linspace(0.0, 1.0, 201)


def coin(share: float) -> FloatArray:
    """The distribution of a coin over heads and tails."""
    return np.array([share, 1.0 - share])


def sums(settings: EntropySettings) -> tuple[EntropySum, EntropySum]:
    """Entropy, divergence and cross entropy of the coin and of the bars."""
    typed = bars(settings)
    pairs = {"coin": (coin(settings.heads), coin(settings.guess)), "bars": (typed.p, typed.q)}
    first, second = (
        EntropySum(
            name,
            float(entropy(p, settings.unit)),
            float(kl_divergence(p, q, settings.unit)),
            float(cross_entropy(p, q, settings.unit)),
        )
        for name, (p, q) in pairs.items()
    )
    return first, second


def surprise(settings: EntropySettings) -> Any:
    """The information of one outcome against its probability, with the outcomes of p on the curve."""
    typed = bars(settings)
    possible = sorted((float(p), name) for p, name in zip(typed.p, typed.names, strict=True) if p > 0.0)
    named = {p: ", ".join(name for _, name in group) for p, group in groupby(possible, key=lambda item: item[0])}
    heights = [float(information(p, settings.unit)) for p in named]
    line = Line(PROBABILITIES, information(PROBABILITIES, settings.unit), "−log p")
    highest = max(7.0 * math.log(2.0) / UNITS[settings.unit], 1.15 * max(heights))
    axes = Axis("probability of the outcome", (-0.03, 1.06)), Axis(f"information ({settings.unit})", (0.0, highest))
    spots = Spots(list(named), heights, "outcomes of the bars p", tuple(named.values()), position="top right")
    return function_curves(axes, [line], [spots])


def coin_curve(settings: EntropySettings) -> Any:
    """The entropy of a coin against p, and the cross entropy with the belief q, the tangent at q."""
    unit, of_coin = settings.unit, sums(settings)[0]
    possible = np.column_stack([SHARES, 1.0 - SHARES])
    lines = [Line(SHARES, entropy(possible, unit), "H(p)")]
    tangent = cross_entropy(possible, coin(settings.guess), unit)
    if np.isfinite(tangent).all():
        lines.append(Line(SHARES, tangent, f"H(p, q) for q = {settings.guess:g}", "second"))
    is_finite = math.isfinite(of_coin.cross_entropy)
    highest = max(1.3 * math.log(2.0) / UNITS[unit], 1.15 * of_coin.cross_entropy if is_finite else 0.0)
    gap = np.array([of_coin.entropy, of_coin.cross_entropy if is_finite else highest])
    lines.append(Line(np.full(2, settings.heads), gap, f"KL = {_value(of_coin.divergence)}", "gap"))
    spots = [Spots([settings.heads], [of_coin.entropy], f"coin p: H = {_value(of_coin.entropy)}")]
    spots.append(Spots([settings.guess], [float(entropy(coin(settings.guess), unit))], "belief q", style="other"))
    axes = Axis("probability of heads", (-0.03, 1.03)), Axis(f"entropy ({unit})", (-0.06 * highest, highest))
    touch = handles(*(handle({"x": name}, x=getattr(settings, name)) for name in ("heads", "guess")))
    return function_curves(axes, lines, spots, touch)


def die(settings: EntropySettings) -> Any:
    """The entropy of a fair die against its faces."""
    faces = np.arange(1.0, MOST_FACES + 1.0)
    values = np.array([float(entropy(np.full(int(n), 1.0 / n), settings.unit)) for n in faces])
    height = values[int(settings.faces) - 1]
    axes = (
        Axis("faces n", (0.0, MOST_FACES + 1.0)),
        Axis(f"entropy ({settings.unit})", (-0.06 * values[-1], 1.2 * values[-1])),
    )
    line = Line(faces, values, "log n", mode="lines+markers")
    spot = Spots([settings.faces], [height], "the die", (_value(height),), position="top left")
    return function_curves(axes, [line], [spot], drags({"x": "faces"}))


def distributions(settings: EntropySettings) -> Any:
    """The bars of p and q, each of which can be dragged."""
    typed = bars(settings)
    touch = [
        handle({"y": {"field": name, **dragged(typed.weights[name], i)}}, x=x)
        for name, places in places_of_bars(len(typed.names)).items()
        for i, x in enumerate(places)
    ]
    return distribution_bars(typed.names, typed.p, typed.q, touch)


def stacked(settings: EntropySettings) -> Any:
    """H(p) + KL(p‖q) = H(p, q) as bars."""
    return entropy_sums(sums(settings), settings.unit)


def _value(value: float) -> str:
    return "∞" if math.isinf(value) else f"{value:.4g}"


FIGURES = (
    FigureSlot("distributions", "Two distributions", distributions, "drag a bar: the others keep their proportions"),
    FigureSlot("stacked-sums", "H(p) + KL(p‖q) = H(p, q)", stacked, "entropy, and what the wrong belief costs"),
    FigureSlot("coin-curve", "A coin", coin_curve, "drag p or q; the gap at p is the divergence"),
    FigureSlot("information-curve", "One outcome", surprise, "the rarer, the more it tells"),
    FigureSlot("die-curve", "A fair die", die, "drag the number of faces"),
)
