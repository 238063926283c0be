"""The local rules in words: what stands on a node, and the sentence that is written at each step."""

from collections.abc import Mapping

from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.core.autodiff.sweeps import Sweeps

SYMBOLS = {
    "add": "+",
    "subtract": "−",
    "multiply": "×",
    "divide": "÷",
    "power": "^",
    "negative": "−",
    "maximum": "max",
    "sigmoid": "σ",
    **{name: name for name in ("exp", "log", "sin", "cos", "tanh", "relu", "swish", "abs")},
}
"""What stands on the node of an operation."""

LOCAL = {
    "add": ("1", "1"),
    "subtract": ("1", "−1"),
    "multiply": ("q", "p"),
    "divide": ("1/q", "−p/q²"),
    "power": ("q·p^(q−1)", "p^q·ln p"),
    "maximum": ("1 where p > q, ½ where p = q, else 0", "1 where q > p, ½ where p = q, else 0"),
    "negative": ("−1",),
    "exp": ("exp p",),
    "log": ("1/p",),
    "sin": ("cos p",),
    "cos": ("−sin p",),
    "tanh": ("1 − tanh² p",),
    "sigmoid": ("σ(p)(1 − σ(p))",),
    "relu": ("1 where p > 0, else 0",),
    "swish": ("σ(p) + p σ(p)(1 − σ(p))",),
    "abs": ("the sign of p",),
}
"""The derivative of an operation by each of its operands, which are called p and q."""

LONGEST_NAME = 22


def number(value: float) -> str:
    """A number as labels write it: four digits, a true minus sign."""
    return f"{value:z.4g}".replace("-", "−").replace("inf", "∞").replace("nan", "undefined")


def sentences(sweeps: Sweeps, texts: Mapping[Variable, str]) -> list[str]:
    """The sentence of every step, step 0 included."""
    forward = [_computed(sweeps.nodes[i], texts) for i in sweeps.computed]
    backward = [_passed(sweeps, step, i, texts) for step, i in enumerate(sweeps.passed, sweeps.seed_step)]
    start = "The inputs and the numbers are known." if forward else "There is nothing to compute."
    return [start, *forward, "Now backward: ∂f/∂f = 1", *backward]


def _computed(node: Variable, texts: Mapping[Variable, str]) -> str:
    return f"Forward: {_short(texts[node])} = {number(float(node.value))}"


def _passed(sweeps: Sweeps, step: int, i: int, texts: Mapping[Variable, str]) -> str:
    """One line for each parent: the rule, and the product that the parent receives."""
    node, derivative = sweeps.nodes[i], float(sweeps.received[step, i])
    slopes = sweeps.parts_of(i, 1.0)
    lines: list[str] = []
    for (parent, slope), (_, part) in zip(slopes, sweeps.parts_of(i, derivative), strict=True):
        rule = LOCAL[node.operation][_place(node, parent, lines)]
        product = f"{number(derivative)} · {number(slope)} = {number(part)}"
        lines.append(f"{_short(texts[parent])} receives {product}    (slope: {rule})")
    return f"Backward from {_short(texts[node])}:<br>" + "<br>".join(lines)


def _place(node: Variable, parent: Variable, earlier: list[str]) -> int:
    """Which operand the parent is; of a node that is both operands, first one and then the other."""
    places = [i for i, other in enumerate(node.parents) if other is parent]
    return places[min(len(earlier), len(places) - 1)]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"
