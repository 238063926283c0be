"""From the typed weights to two distributions over the same outcomes, and back from a dragged bar to weights."""

import math
import re
from dataclasses import dataclass

import numpy as np

from nnviz.core.analysis.information import distribution
from nnviz.core.types import FloatArray
from nnviz.lessons.entropy.settings import EntropySettings

OUTCOMES = "ABCDEFGH"
LEAST_WEIGHT, LARGEST_WEIGHT = 1e-9, 1e9  # above 0: what can be written in a few digits
ROUNDING = 1e-15  # relative: what is left of 0.1 when it is once a tenth and once 1 of 10
DECIMAL_COMMA = re.compile(r"\d+,\d+", re.ASCII)
HEIGHTS = tuple(k / 50 for k in range(50))  # where a bar can be dragged to: 1 would leave nothing for the others

Weights = tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Bars:
    """The weights of p and of q, equally many, and what has to be said about the typed text."""

    weights: dict[str, Weights]
    remarks: tuple[str, ...]

    @property
    def names(self) -> str:
        """A letter for every outcome."""
        return OUTCOMES[: len(self.weights["p"])]

    @property
    def p(self) -> FloatArray:
        """The distribution p."""
        return distribution(self.weights["p"])

    @property
    def q(self) -> FloatArray:
        """The distribution q; what differs from p by rounding alone is p, so that its divergence is 0."""
        p, q = self.p, distribution(self.weights["q"])
        return np.where(np.abs(p - q) <= ROUNDING * p, p, q)


def has_decimal_commas(text: str) -> bool:
    """Whether commas are decimal ones: blanks or semicolons part the numbers, and all have one, or those begin with 0.

    So 0,25 0,75 are two weights, and 4 3 2,1 are four.
    """
    words = re.split(r"[\s;]+", text.strip(" ,;\t"))
    commas = [word for word in words if "," in word]
    if len(words) < 2 or not commas or not all(map(DECIMAL_COMMA.fullmatch, commas)):
        return False
    return len(commas) == len(words) or all(word.startswith("0,") for word in commas)


def _words(text: str) -> list[str]:
    """The numbers of a line, with decimal points."""
    bare = text.strip(" ,;\t")
    return re.split(r"[\s,;]+", bare.replace(",", ".") if has_decimal_commas(bare) else bare)


def weights_of(text: str) -> Weights | None:
    """The weights in a line of numbers, at most as many as there are letters; None when they are no weights."""
    try:
        weights = tuple(float(word) for word in _words(text))[: len(OUTCOMES)]
    except ValueError:
        return None
    usable = all(w == 0.0 or LEAST_WEIGHT <= w <= LARGEST_WEIGHT for w in weights)
    return weights if usable and any(weights) else None


def bars(settings: EntropySettings) -> Bars:
    """The two distributions of the settings; whatever was typed, there are two."""
    read = {"p": weights_of(settings.p), "q": weights_of(settings.q)}
    n = max([len(weights) for weights in read.values() if weights] or [2])
    remarks = []
    for name, weights in read.items():
        if weights is None:
            remarks.append(f"The weights of {name} are not numbers from 0 to 10⁹, one of them above 0: it is uniform.")
        elif len(weights) < n:
            remarks.append(f"{name} names fewer outcomes than the other: those missing have probability 0.")
        if has_decimal_commas(getattr(settings, name)):
            remarks.append(f"Commas in the weights of {name} are read as decimal commas.")
        if len(_words(getattr(settings, name))) > len(OUTCOMES):
            remarks.append(f"Only the first {len(OUTCOMES)} weights of {name} are used.")
    filled = {
        name: (1.0,) * n if weights is None else weights + (0.0,) * (n - len(weights)) for name, weights in read.items()
    }
    return Bars(filled, tuple(remarks))


def text_of(weights: Weights) -> str:
    """The weights as they are typed."""
    return " ".join(_number(weight, 10) for weight in weights)


def _number(weight: float, digits: int) -> str:
    return np.format_float_positional(weight, precision=digits, fractional=False, trim="-") if weight else "0"


def dragged(weights: Weights, i: int) -> dict[str, list[float] | list[str]]:
    """The texts that dragging bar i to a height leads to, and the heights p they really have: {"at", "texts"}.

    Only weight i changes: wᵢ = S·h/(1 − h) with S the sum of the others, which keep their proportions. A bar without
    others cannot move, because its probability is 1 at any weight.
    """
    others = math.fsum(weights[:i] + weights[i + 1 :])
    if others == 0.0:
        return {"at": [1.0], "texts": [text_of(weights)]}
    wanted = [others * h / (1.0 - h) for h in HEIGHTS]
    moved = [float(_number(min(max(w, LEAST_WEIGHT), LARGEST_WEIGHT), 4)) if w else 0.0 for w in wanted]
    texts = [text_of((*weights[:i], weight, *weights[i + 1 :])) for weight in moved]
    return {"at": [weight / (weight + others) for weight in moved], "texts": texts}
