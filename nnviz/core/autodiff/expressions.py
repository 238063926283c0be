"""Expressions that people type: read by a list of what is allowed, never evaluated as a program.

Python's own parser makes a tree of the text; this module walks the tree and knows numbers, a few names, arithmetic
and the functions of automatic differentiation. Whatever else is in the tree is answered with a sentence.
"""

import ast
import math
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nnviz.core.autodiff.reverse_mode import Variable, apply, constant, variable
from nnviz.core.autodiff.spelling import Written, in_python, meant

NAMES = ("x", "y", "w", "b", "v")
CONSTANTS = {"pi": math.pi, "e": math.e}
FUNCTIONS: dict[str, tuple[str, int]] = {
    **{name: (name, 1) for name in ("exp", "log", "sin", "cos", "tanh", "sigmoid", "relu", "swish", "abs")},
    "max": ("maximum", 2),
}
"""The word in the text -> the operation of autodiff and its number of operands."""

MADE_OF_OTHERS = {"sqrt": 1, "tan": 1, "min": 2}
"""Functions that are written by those: the number of their operands."""

WORDS = (*FUNCTIONS, *MADE_OF_OTHERS)

OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.Pow: "power",
}

_BARE_FUNCTION = re.compile(rf"\b({'|'.join(WORDS)})\s+\w")

LONGEST = 300  # characters
DEEPEST = 20  # levels of operations within operations
MOST_NODES = 40
LARGEST_NUMBER = 1e9
LARGEST_EXPONENT = 100.0

ALLOWED = f"Numbers, {', '.join(NAMES)}, pi, e, + - * / ^ ( ) and {', '.join(WORDS)} are."
STRANGE: dict[type[ast.AST], str] = {
    ast.Attribute: "a dot after a name",
    ast.Subscript: "square brackets",
    ast.Compare: "a comparison",
    ast.BoolOp: "and, or",
    ast.Lambda: "a function definition",
    ast.Tuple: "a comma outside a function",
    ast.JoinedStr: "text",
}


class ExpressionError(ValueError):
    """The message is a sentence that says what is not understood."""


@dataclass(frozen=True, eq=False)
class Traced:
    """An expression as it was computed: its result, its inputs by name, and the text of every node."""

    result: Variable
    inputs: Mapping[str, Variable]
    texts: Mapping[Variable, str]


@dataclass(frozen=True)
class Expression:
    """An expression that was understood; `names` are the inputs that it uses, in the order of NAMES."""

    tree: ast.expr
    names: tuple[str, ...]

    def trace(self, values: Mapping[str, float]) -> Traced:
        """Computes the expression at the values of its names.

        Raises ExpressionError for more than MOST_NODES operations and for an exponent above LARGEST_EXPONENT.
        """
        inputs = {name: variable(values[name]) for name in self.names}
        tracer = _Tracer(inputs, {node: name for name, node in inputs.items()})
        result = tracer.follow(self.tree)
        if len(tracer.texts) > MOST_NODES:
            raise ExpressionError(f"The graph has {len(tracer.texts)} nodes; {MOST_NODES} can be drawn.")
        return Traced(result, inputs, tracer.texts)

    def value(self, values: Mapping[str, float]) -> float:
        """The number at these values."""
        return float(self.trace(values).result.value)


def parse(text: str) -> Expression:
    """The expression that a text means.

    Raises ExpressionError with a sentence for everything but numbers, NAMES, arithmetic and FUNCTIONS.
    """
    if len(text) > LONGEST:
        raise ExpressionError(f"The expression has more than {LONGEST} characters.")
    plain = in_python(text, (*NAMES, *CONSTANTS), WORDS)
    if not plain:
        raise ExpressionError("There is no expression yet: type one, such as x*y + sin(x).")
    tree = Written().visit(_tree(plain))
    _check(tree, DEEPEST)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return Expression(tree, tuple(name for name in NAMES if name in used))


def _tree(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings(action="ignore"):  # about letters that touch a number
            return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        if bare := _BARE_FUNCTION.search(text):
            raise ExpressionError(_unknown_name(bare[1])) from None
        raise ExpressionError(f"Not understood: {_short(text)}. Is a bracket or an operand missing?") from None
    except (MemoryError, RecursionError):
        raise ExpressionError(f"Not understood: {_short(text)}. It is nested too deeply.") from None


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= 40 else f"“{text[:40]}…”"


def _check(node: ast.expr, levels: int) -> None:
    """Refuses a tree that holds anything but what is listed."""
    if levels == 0:
        raise ExpressionError(f"The expression has more than {DEEPEST} operations in a row: use fewer, or brackets.")
    for child in _operands(node):
        _check(child, levels - 1)


def _operands(node: ast.expr) -> Iterator[ast.expr]:
    """The operands of an allowed node."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            if abs(number) > LARGEST_NUMBER:
                raise ExpressionError(f"A number is larger than {LARGEST_NUMBER:,.0f}.")
        case ast.Name(id=name):
            if name not in NAMES and name not in CONSTANTS:
                raise ExpressionError(_unknown_name(name))
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            yield node.operand
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield from (node.left, node.right)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in FUNCTIONS:
            if len(node.args) != FUNCTIONS[name][1]:
                raise ExpressionError(f"The function {name} takes {FUNCTIONS[name][1]} operand(s).")
            yield from node.args
        case ast.Call(func=ast.Name(id=name)) if name in MADE_OF_OTHERS:
            raise ExpressionError(f"The function {name} takes {MADE_OF_OTHERS[name]} operand(s).")
        case ast.Call(func=ast.Name(id=name)) if name not in FUNCTIONS:
            raise ExpressionError(_unknown_name(name, "function "))
        case _:
            what = STRANGE.get(type(node), "this")
            raise ExpressionError(f"Not understood: {what} in {_short(ast.unparse(node))}. {ALLOWED}")


def _unknown_name(name: str, kind: str = "name ") -> str:
    if name in WORDS:
        return f"The function {name} needs its operand in brackets, such as {name}(x)."
    return f"The {kind}{_short(name)} is not understood.{meant(name, NAMES, WORDS) or f' {ALLOWED}'}"


@dataclass(eq=False)
class _Tracer:
    """Walks a checked tree and computes it, node by node; equal parts (but for numbers) are computed once."""

    inputs: Mapping[str, Variable]
    texts: dict[Variable, str] = field(default_factory=dict)
    made: dict[str, Variable] = field(default_factory=dict)

    def follow(self, node: ast.expr) -> Variable:
        """The node's value as a Variable, with its text noted."""
        if isinstance(node, ast.Name) and node.id in self.inputs:
            return self.inputs[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd):
            return self.follow(node.operand)
        text = ast.unparse(node)
        if text in self.made:
            return self.made[text]
        made = self._made(node)
        self.texts[made] = text.replace(" ** ", "^").replace("**", "^")
        if made.parents:
            self.made[text] = made
        return made

    def _made(self, node: ast.expr) -> Variable:
        match node:
            case ast.Constant(value=int() | float() as number):
                return constant(number)
            case ast.Name(id=name):
                return constant(CONSTANTS[name])
            case ast.UnaryOp(operand=ast.Constant(value=int() | float() as number)):
                return constant(-number)
            case ast.UnaryOp(operand=operand):
                return apply("negative", self.follow(operand))
            case ast.Call(func=ast.Name(id=name), args=operands):
                return apply(FUNCTIONS[name][0], *map(self.follow, operands))
            case ast.BinOp(left=left, op=op, right=right):
                return self._combined(OPERATORS[type(op)], self.follow(left), self.follow(right))
        raise TypeError(f"{type(node).__name__} was not checked")

    def _combined(self, operation: str, left: Variable, right: Variable) -> Variable:
        if operation == "power" and not abs(float(right.value)) <= LARGEST_EXPONENT:
            raise ExpressionError(f"The exponent {float(right.value):g} is larger than {LARGEST_EXPONENT:g}.")
        return apply(operation, left, right)
