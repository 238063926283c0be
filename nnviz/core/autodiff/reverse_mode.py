"""Automatic differentiation in reverse mode: write the loss, and its gradient follows.

Every operation on a Variable remembers what it was computed from. The chain rule then goes back along these links once,
from the result to everything that it depends on: a gradient costs a few times what the value costs, however many
variables there are. All rules stand in one table, RULES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit

from nnviz.core.types import FloatArray

Derivative = Callable[..., FloatArray]  # (d_out, out, *inputs, **options) -> ∂L/∂input


@dataclass(frozen=True)
class Rule:
    """An operation: its value from the inputs, and for each input ∂L/∂input from ∂L/∂out."""

    value: Callable[..., FloatArray]
    derivatives: tuple[Derivative, ...]


def _spread(d: FloatArray, a: FloatArray, axis: int | None) -> FloatArray:
    """The derivative of a sum for each of its terms."""
    return np.broadcast_to(d if axis is None else np.expand_dims(d, axis), a.shape)


def _placed(d: FloatArray, a: FloatArray, index: Any) -> FloatArray:
    """Zeros like a with d added where it was taken from, as often as it was taken."""
    whole = np.zeros_like(a)
    np.add.at(whole, index, d)
    return whole


def _log_of_base(a: FloatArray) -> FloatArray:
    """The logarithm of a, and 0 at a = 0, where aᵇ = 0 for every b > 0."""
    return np.log(np.where(a == 0.0, 1.0, a))


def _slope_of_power(a: FloatArray, b: FloatArray) -> FloatArray:
    """∂aᵇ/∂a = b·aᵇ⁻¹, and 0 for b = 0, where aᵇ is 1 whatever a is."""
    return np.where(b == 0.0, 0.0, b * np.where(b == 0.0, 1.0, a) ** (b - 1.0))


# fmt: off
RULES: dict[str, Rule] = {
    "add":      Rule(np.add,      (lambda d, z, a, b: d,                   lambda d, z, a, b: d)),
    "subtract": Rule(np.subtract, (lambda d, z, a, b: d,                   lambda d, z, a, b: -d)),
    "multiply": Rule(np.multiply, (lambda d, z, a, b: d * b,               lambda d, z, a, b: d * a)),
    "divide":   Rule(np.divide,   (lambda d, z, a, b: d / b,               lambda d, z, a, b: -d * z / b)),
    "power":    Rule(np.power,    (lambda d, z, a, b: d * _slope_of_power(a, b),
                                   lambda d, z, a, b: d * z * _log_of_base(a))),
    # Where both are the same, each is half the reason.
    "maximum":  Rule(np.maximum,  (lambda d, z, a, b: d * (0.5 + 0.5 * np.sign(a - b)),
                                   lambda d, z, a, b: d * (0.5 - 0.5 * np.sign(a - b)))),
    "matmul":   Rule(np.matmul,   (lambda d, z, a, b: d @ b.mT,            lambda d, z, a, b: a.mT @ d)),
    "negative": Rule(np.negative, (lambda d, z, a: -d,)),
    "exp":      Rule(np.exp,      (lambda d, z, a: d * z,)),
    "log":      Rule(np.log,      (lambda d, z, a: d / a,)),
    "sin":      Rule(np.sin,      (lambda d, z, a: d * np.cos(a),)),
    "cos":      Rule(np.cos,      (lambda d, z, a: -d * np.sin(a),)),
    "tanh":     Rule(np.tanh,     (lambda d, z, a: d * (1 - z * z),)),
    "sigmoid":  Rule(expit,       (lambda d, z, a: d * z * (1 - z),)),
    "relu":     Rule(lambda a: np.maximum(a, 0.0), (lambda d, z, a: d * (a > 0),)),
    "swish":    Rule(lambda a: a * expit(a),       (lambda d, z, a: d * (z + expit(a) * (1 - z)),)),
    "abs":      Rule(np.abs,      (lambda d, z, a: d * np.sign(a),)),
    "sum":      Rule(np.sum,      (lambda d, z, a, axis=None: _spread(d, a, axis),)),
    "mean":     Rule(np.mean,     (lambda d, z, a, axis=None: _spread(d, a, axis) * (z.size / a.size),)),
    "reshape":  Rule(np.reshape,  (lambda d, z, a, shape: d.reshape(a.shape),)),
    "index":    Rule(lambda a, index: a[index],    (lambda d, z, a, index: _placed(d, a, index),)),
    "transpose": Rule(lambda a: a.mT,              (lambda d, z, a: d.mT,)),
}
# fmt: on


@dataclass(frozen=True, eq=False)
class Variable:
    """An array that remembers how it was computed. Only what depends on an input is differentiated."""

    value: FloatArray
    operation: str = "input"  # a key of RULES, "input" or "constant"
    parents: tuple[Variable, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    is_differentiated: bool = True
    __array_ufunc__ = None  # so that NumPy leaves `array + variable` to Variable

    # fmt: off
    def __add__(self, other: Operand) -> Variable: return apply("add", self, other)
    def __radd__(self, other: Operand) -> Variable: return apply("add", other, self)
    def __sub__(self, other: Operand) -> Variable: return apply("subtract", self, other)
    def __rsub__(self, other: Operand) -> Variable: return apply("subtract", other, self)
    def __mul__(self, other: Operand) -> Variable: return apply("multiply", self, other)
    def __rmul__(self, other: Operand) -> Variable: return apply("multiply", other, self)
    def __truediv__(self, other: Operand) -> Variable: return apply("divide", self, other)
    def __rtruediv__(self, other: Operand) -> Variable: return apply("divide", other, self)
    def __pow__(self, other: Operand) -> Variable: return apply("power", self, other)
    def __rpow__(self, other: Operand) -> Variable: return apply("power", other, self)
    def __matmul__(self, other: Operand) -> Variable: return apply("matmul", self, other)
    def __rmatmul__(self, other: Operand) -> Variable: return apply("matmul", other, self)
    def __neg__(self) -> Variable: return apply("negative", self)
    def __getitem__(self, index: Any) -> Variable: return apply("index", self, index=index)
    # fmt: on


Operand = Variable | ArrayLike


def variable(value: ArrayLike) -> Variable:
    """An input: something that derivatives are taken with respect to."""
    return Variable(np.asarray(value, dtype=np.float64))


def constant(value: ArrayLike) -> Variable:
    """A given array, without a derivative."""
    return Variable(np.asarray(value, dtype=np.float64), "constant", is_differentiated=False)


def apply(operation: str, *operands: Operand, **options: Any) -> Variable:
    """The result of an operation, a key of RULES; arrays broadcast as in NumPy, "matmul" takes matrices (..., n, m).

    `options` are axis (None or one axis) of "sum" and "mean", shape of "reshape", index of "index".
    """
    parents = tuple(operand if isinstance(operand, Variable) else constant(operand) for operand in operands)
    with np.errstate(all="ignore"):  # log 0 is −∞ here, and says so by its value
        value = np.asarray(RULES[operation].value(*(parent.value for parent in parents), **options))
    return Variable(value, operation, parents, options, any(parent.is_differentiated for parent in parents))


def in_order(result: Variable) -> list[Variable]:
    """Everything that the result was computed from, each after its parents; the result is the last."""
    order: list[Variable] = []
    seen: set[Variable] = set()
    waiting = [(result, False)]
    while waiting:
        node, parents_are_in = waiting.pop()
        if parents_are_in:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            waiting.append((node, True))
            waiting += [(parent, False) for parent in reversed(node.parents)]
    return order


def parts(node: Variable, derivative: FloatArray) -> Iterable[tuple[Variable, FloatArray]]:
    """The chain rule at one node: each parent, with what it receives of ∂L/∂node, as large as the parent."""
    values = [parent.value for parent in node.parents]
    for parent, rule in zip(node.parents, RULES[node.operation].derivatives if values else (), strict=True):
        if parent.is_differentiated:
            yield parent, _unbroadcast(rule(derivative, node.value, *values, **node.options), parent.value)


def _unbroadcast(d: FloatArray, like: FloatArray) -> FloatArray:
    """The derivative for an array that was broadcast: it was used many times, so its derivatives add up."""
    if d.shape == like.shape:
        return d
    d = np.add.reduce(d, axis=tuple(range(d.ndim - like.ndim)))
    stretched = tuple(axis for axis, n in enumerate(like.shape) if n == 1 and d.shape[axis] != 1)
    total: FloatArray = np.add.reduce(d, axis=stretched, keepdims=True)
    return total


def derivatives(result: Variable) -> dict[Variable, FloatArray]:
    """∂(Σ result)/∂node of every node that the result depends on, by one pass back from the result."""
    found = {result: np.ones_like(result.value)}
    with np.errstate(all="ignore"):
        for node in reversed(in_order(result)):
            if node in found:
                for parent, part in parts(node, found[node]):
                    found[parent] = found[parent] + part if parent in found else part
    return found


def gradient_of(function: Callable[[Variable], Variable], weights: FloatArray) -> FloatArray:
    """∇f at weights, for any f that is made of the operations in RULES."""
    at = variable(weights)
    return derivatives(function(at)).get(at, np.zeros_like(at.value))
