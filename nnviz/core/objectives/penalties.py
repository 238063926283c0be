"""Penalties on the size of the weights: the objective is L(w) + λ·R(w).

An entry of PENALTIES is everything: training, scripts and formulas are made from it, and the tests check its gradient.
"""

from dataclasses import dataclass

import numpy as np

from nnviz.core.objectives.penalty_kinds import POWER, PenaltyKind, PenaltyNumbers, PenaltySource, mixed
from nnviz.core.types import BoolArray, FloatArray


@dataclass(frozen=True, eq=False)
class Penalty(PenaltyNumbers):
    """λ·R(w), where R is the entry `kind` of PENALTIES and λ the strength, one number or one per run.

    `bias` penalises the biases as well. `divided_by_batch` divides λ by the rows of the batch, so that batches of
    another size shrink the weights by another amount: the notebook's ridge.
    Raises ValueError for an unknown kind, a negative λ, or numbers that make no sense.
    """

    kind: str
    strength: float | FloatArray
    bias: bool = False
    divided_by_batch: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.kind not in PENALTIES:
            raise ValueError(f"no penalty {self.kind!r}")
        if np.any(np.asarray(self.strength) < 0.0):
            raise ValueError("a strength is at least 0")

    def size(self, weights: FloatArray, penalised: BoolArray | bool = True) -> FloatArray:
        """R(w) over the penalised weights: (..., P) -> (...)."""
        summands = PENALTIES[self.kind].rules.value(weights, self) * penalised
        total: FloatArray = summands.sum(axis=-1)
        return total

    def value(self, weights: FloatArray, penalised: BoolArray | bool = True) -> FloatArray:
        """λ·R(w), the strength as it stands (not divided by a batch): (..., P) -> (...)."""
        return self.strength * self.size(weights, penalised)

    def strength_in_batch(self, n_rows: int) -> FloatArray:
        """λ as the update of a batch of n_rows uses it, with an axis for the weights: () or (R, 1)."""
        strength = np.asarray(self.strength, dtype=np.float64)
        return (strength / n_rows if self.divided_by_batch else strength)[..., *(None,) * (strength.ndim > 0)]

    def subgradient(self, weights: FloatArray) -> FloatArray:
        """∂R/∂w, with 0 at a weight of 0, so that a weight which crosses zero stays alive: (..., P)."""
        return PENALTIES[self.kind].rules.subgradient(weights, self)

    def proximal_step(self, weights: FloatArray, step: FloatArray | float) -> FloatArray:
        """The u that minimises ½‖u − w‖² + step·R(u), where step = learning rate · λ.

        Raises ValueError for a p-norm: for most exponents that step has no simple formula.
        """
        proximal = PENALTIES[self.kind].rules.proximal
        if proximal is None:
            raise ValueError(f"no formula is here for the proximal step of the penalty {self.kind!r}")
        return proximal(weights, step, self)

    @property
    def curvature(self) -> float | None:
        """The second derivative of R in each weight away from 0, None where it is not the same for every weight."""
        return PENALTIES[self.kind].rules.curvature(self)

    def outline(self, size: float, n_points: int = 361) -> tuple[FloatArray, FloatArray]:
        """The curve R(w) = size in the plane of two weights, closed, corners included: two arrays (n_points,)."""
        turn = np.linspace(0.0, 2.0 * np.pi, n_points)
        direction = np.stack([np.cos(turn), np.sin(turn)])
        radius = PENALTIES[self.kind].rules.radius(direction, size, self)
        return radius * direction[0], radius * direction[1]


PENALTIES: dict[str, PenaltyKind] = {
    "L1": PenaltyKind(
        mixed(lambda numbers: (1.0, 0.0)),
        source=PenaltySource(
            "l1",
            slope="np.sign(w)",
            slope_meaning="The subgradient of Σ|w|, 0 at 0.",
            step="np.sign(w) * np.maximum(np.abs(w) - t, 0.0)",
            step_meaning="The u that minimises ½‖u − w‖² + t·Σ|u|: small weights become exactly 0.",
        ),
        formula=lambda numbers: r"\sum_j |w_j|",
        slope_formula=lambda numbers: r"\operatorname{sign}(w_j)",
        proximal_formula=lambda numbers: r"\operatorname{sign}(v_j)\max(|v_j| - \eta\lambda,\, 0)",
    ),
    "L2": PenaltyKind(
        mixed(lambda numbers: (0.0, 1.0)),
        source=PenaltySource(
            "l2",
            slope="2.0 * w",
            slope_meaning="The gradient of Σw².",
            step="w / (1.0 + 2.0 * t)",
            step_meaning="The u that minimises ½‖u − w‖² + t·Σu².",
        ),
        formula=lambda numbers: r"\sum_j w_j^2",
        slope_formula=lambda numbers: "2 w_j",
        proximal_formula=lambda numbers: r"\frac{v_j}{1 + 2\eta\lambda}",
    ),
    "elastic net": PenaltyKind(
        mixed(lambda numbers: (numbers.l1_share, 1.0 - numbers.l1_share)),
        source=PenaltySource(
            "net",
            slope="l1_share * np.sign(w) + 2.0 * (1.0 - l1_share) * w",
            slope_meaning="A subgradient of s Σ|w| + (1 − s) Σw².",
            step="np.sign(w) * np.maximum(np.abs(w) - t * l1_share, 0.0) / (1.0 + 2.0 * t * (1.0 - l1_share))",
            step_meaning="The u that minimises ½‖u − w‖² + t·(s Σ|u| + (1 − s) Σu²).",
            numbers={"l1_share": "s, the share of L1"},
        ),
        formula=lambda numbers: rf"\sum_j \big( {numbers.l1_share:g}\,|w_j| + {1 - numbers.l1_share:g}\, w_j^2 \big)",
        slope_formula=lambda numbers: (
            rf"{numbers.l1_share:g}\operatorname{{sign}}(w_j) + {2 * (1 - numbers.l1_share):g}\, w_j"
        ),
        proximal_formula=lambda numbers: (
            rf"\frac{{\operatorname{{sign}}(v_j)\max(|v_j| - {numbers.l1_share:g}\,\eta\lambda,\, 0)}}"
            rf"{{1 + {2 * (1 - numbers.l1_share):g}\,\eta\lambda}}"
        ),
    ),
    "p-norm": PenaltyKind(
        POWER,
        source=PenaltySource(
            "power",
            slope="np.sign(w) * exponent * np.power(np.abs(w), exponent - 1.0, where=w != 0.0, out=np.zeros_like(w))",
            slope_meaning="A subgradient of Σ|w|ᵖ, 0 at 0.",
            numbers={"exponent": "p"},
        ),
        formula=lambda numbers: rf"\sum_j |w_j|^{{{numbers.exponent:g}}}",
        slope_formula=lambda numbers: (
            rf"{numbers.exponent:g}\,|w_j|^{{{numbers.exponent - 1:g}}} \operatorname{{sign}}(w_j)"
        ),
    ),
}
