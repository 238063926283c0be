"""How people write formulas, turned into the spelling of Python's parser: `2x`, `x(1+x)`, `ln`, `0,5·x`, `x⁻²`.

Only what can be meant in one way is turned; what is left, the reader of expressions answers with a sentence.
"""

import ast
import re
from collections.abc import Collection

SIGNS = {"^": "**", "·": "*", "⋅": "*", "×": "*", "∙": "*", "÷": "/", "−": "-", "–": "-", "σ": "sigmoid", "π": "pi"}
WORDS = {"ln": "log"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r"[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TOKEN = re.compile(r"\s+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[^\W\d]\w*|.", re.DOTALL | re.ASCII)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)", re.ASCII)
_OF_TWO = re.compile(r"\b(?:max|min)\s*\(", re.IGNORECASE)


def in_python(text: str, names: Collection[str], functions: Collection[str]) -> str:
    """The text with Python's signs, small letters where only these are names, and `*` where it was left out.

    That is where a number, a name or a bracket stands before a name, a function or a bracket. A comma between two
    digits is a decimal comma, unless the text has a function of two operands.
    """
    for sign, other in SIGNS.items():
        text = text.replace(sign, other)
    text = _POWER.sub(lambda found: f"**({found[0].translate(_RAISED)})", text)
    if not _OF_TWO.search(text):
        text = _DECIMAL_COMMA.sub(".", text)
    written, ends = "", False  # whether what stands there can be multiplied
    for token in _TOKEN.findall(text):
        word = _known(token, names, functions)
        is_number = token[0].isdecimal() or (token[0] == "." and len(token) > 1)
        if ends and (word in names or word in functions or token == "(" or (is_number and written.rstrip()[-1] == ")")):
            written = f"{written.rstrip()}*"
        written += word
        if not token.isspace():
            ends = word in names or is_number or token == ")"
    return written.strip()


def _known(token: str, names: Collection[str], functions: Collection[str]) -> str:
    """The word for a token: another spelling of a function, or small letters."""
    small = WORDS.get(token.lower(), token.lower())
    return small if small in names or small in functions else token


def meant(word: str, names: Collection[str], functions: Collection[str]) -> str:
    """What somebody may have meant by a word that is no name, as a question; empty where nobody knows."""
    small = word.lower()
    if len(small) > 1 and all(letter in names for letter in small):
        return f" Did you mean {'*'.join(small)}?"
    if len(small) > 1 and small[0] in names and small[1:].isdecimal():
        return f" Did you mean {small[1:]}*{small[0]} or {small[0]}^{small[1:]}?"
    return _function_meant(small, names, functions)


def _function_meant(small: str, names: Collection[str], functions: Collection[str]) -> str:
    for function in sorted(functions, key=len, reverse=True):
        if small.startswith(function) and small[len(function) :] in names:
            return f" Did you mean {function}({small[len(function) :]})?"
    return ""


class Written(ast.NodeTransformer):
    """Functions that are made of others: √u is u^0.5, tan u is sin u / cos u, min(u, v) is -max(-u, -v)."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """The function in terms of others, if it is one of these with the right number of operands."""
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="sqrt"), args=[operand], keywords=[]):
                return ast.BinOp(operand, ast.Pow(), ast.Constant(0.5))
            case ast.Call(func=ast.Name(id="tan"), args=[operand], keywords=[]):
                return ast.BinOp(_call("sin", operand), ast.Div(), _call("cos", operand))
            case ast.Call(func=ast.Name(id="min"), args=[one, other], keywords=[]):
                return _minus(_call("max", _minus(one), _minus(other)))
        return node


def _call(name: str, *operands: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name), list(operands), [])


def _minus(operand: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(ast.USub(), operand)
