import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.autodiff.expressions import MOST_NODES, ExpressionError, parse
from nnviz.core.autodiff.reverse_mode import derivatives, in_order

AT = {"x": 0.7, "y": -1.3, "w": 2.0, "b": 0.4, "v": 1.5}
GOOD = {
    "x*y + sin(x)": 0.7 * -1.3 + math.sin(0.7),
    "(y - (w*x + b))^2": (-1.3 - (2.0 * 0.7 + 0.4)) ** 2,
    "x^2 + 1": 0.7**2 + 1,
    "-x^2": -(0.7**2),
    "2*x² − 3": 2 * 0.49 - 3,
    "max(x, y) / abs(y)": 0.7 / 1.3,
    "σ(w·x)": 1 / (1 + math.exp(-1.4)),
    "relu(y) + swish(x)": 0.7 / (1 + math.exp(-0.7)),
    "+x - -2": 2.7,
    "cos(pi) + log(e)": 0.0,
    "exp(tanh(v))": math.exp(math.tanh(1.5)),
    "x**-1": 1 / 0.7,
    "(" * 140 + "x" + ")" * 140: 0.7,
    "2x": 1.4,
    "x(1+x)": 0.7 * 1.7,
    "(x+1)(x-1)": 0.49 - 1,
    "(x+1)2": 3.4,
    "3 sin(x) cos(x)": 3 * math.sin(0.7) * math.cos(0.7),
    "w x + b": 2.0 * 0.7 + 0.4,
    "2e": 2 * math.e,
    "2e3x": 1400.0,
    "ln(x)": math.log(0.7),
    "LN(X) + Sin(Y)": math.log(0.7) + math.sin(-1.3),
    "sqrt(x)": math.sqrt(0.7),
    "tan(x)": math.tan(0.7),
    "min(x, y)": -1.3,
    "min(x, 2x) + max(0,5)": 5.7,
    "0,5*x": 0.35,
    "0,5x² + 1,25": 0.5 * 0.49 + 1.25,
    "2 × x · y − 1": 2 * 0.7 * -1.3 - 1,
    "x⁻¹": 1 / 0.7,
    "x¹⁰": 0.7**10,
    "-x²": -0.49,
}
BAD = {
    "": "no expression yet",
    "x +": "Not understood",
    "(x": "Not understood",
    "x.real": "a dot after a name",
    "x.__class__.__mro__": "a dot after a name",
    "__import__('os').system('ls')": "Not understood",
    "open('file')": "“open”",
    "eval(x)": "“eval”",
    "q + 1": "“q”",
    "xy + 1": r"“xy” is not understood. Did you mean x\*y\?",
    "x2": r"Did you mean 2\*x or x\^2\?",
    "sinx": r"Did you mean sin\(x\)\?",
    "2 3": "Not understood",
    "sqrt(x, y)": "sqrt takes 1",
    "min(x)": "min takes 2",
    "tan x": "in brackets",
    "sin": "in brackets",
    "sin(x, y)": "takes 1",
    "sin(a=x)": "Not understood",
    "max(x)": "takes 2",
    "max(*x)": "takes 2",
    "x[0]": "square brackets",
    "[x for x in y]": "Not understood",
    "lambda: x": "Not understood",
    "x if y else w": "Not understood",
    "x < y": "comparison",
    "x and y": "and, or",
    "'text'": "Not understood",
    "True": "Not understood",
    "1j": "Not understood",
    "x, y": "comma",
    "x := 3": "Not understood",
    "x // y": "Not understood",
    "~x": "Not understood",
    "not x": "Not understood",
    "x; y": "Not understood",
    "1e400": "larger than",
    "9" * 250: "larger than",
    "x + y\n+ w": "Not understood",
    "x*" * 5000 + "x": "more than 300",
    "-" * 200 + "x": "in a row",
    "sin(" * 40 + "x" + ")" * 40: "in a row",
    "\x00": "Not understood",
}


@pytest.mark.parametrize(("text", "value"), GOOD.items())
def test_an_expression_has_the_value_that_arithmetic_gives(text, value):
    assert parse(text).value(AT) == pytest.approx(value, rel=1e-14, abs=1e-15)


@pytest.mark.parametrize(("text", "part"), BAD.items(), ids=lambda text: text[:20])
def test_everything_else_is_answered_with_a_sentence_about_it(text, part):
    with pytest.raises(ExpressionError, match=part) as error:
        parse(text)
    assert str(error.value).endswith((".", "?"))


@pytest.mark.parametrize("text", ["9**9**9", "x**1000", "x^(10^9)", "2**(v*1000)"])
def test_huge_exponents_are_refused_before_they_are_computed(text):
    with pytest.raises(ExpressionError, match=r"exponent .* is larger than 100"):
        parse(text).value(AT)


def test_a_graph_that_could_not_be_drawn_is_refused():
    with pytest.raises(ExpressionError, match=f"{MOST_NODES} can be drawn"):
        parse("+".join(f"({'+'.join(f'x*{i}{j}' for j in range(5))})" for i in range(1, 5))).value(AT)


def answer(text):
    try:
        return parse(text).value(AT)
    except ExpressionError as error:
        return str(error)


@given(st.text(max_size=400))
def test_any_text_is_an_expression_or_gets_a_sentence(text):
    assert isinstance(answer(text), float) or answer(text)


@given(st.text(alphabet="xywbv0123456789.+-*/^()sincoexp, ", max_size=60))
def test_any_text_of_allowed_letters_is_an_expression_or_gets_a_sentence(text):
    assert isinstance(answer(text), float) or answer(text)


def test_a_name_is_one_node_however_often_it_is_used():
    traced = parse("x*x + x").trace(AT)
    assert len(in_order(traced.result)) == 3
    assert derivatives(traced.result)[traced.inputs["x"]] == pytest.approx(2 * 0.7 + 1)


def test_equal_parts_are_computed_once_and_numbers_are_nodes_of_their_own():
    traced = parse("sin(x)*sin( x ) + 2*sin(x) + 2").trace(AT)
    assert list(traced.texts.values()).count("sin(x)") == 1
    assert list(traced.texts.values()).count("2") == 2
    assert derivatives(traced.result)[traced.inputs["x"]] == pytest.approx(2 * math.cos(0.7) * (math.sin(0.7) + 1))


def test_every_node_has_its_text():
    traced = parse("x*y + sin(x)").trace(AT)
    assert set(traced.texts.values()) == {"x", "y", "x * y", "sin(x)", "x * y + sin(x)"}
    assert set(traced.texts) == set(in_order(traced.result))


def test_only_the_names_that_are_used_are_inputs():
    assert parse("w*x + 1").names == ("x", "w")
    assert parse("2*pi").names == ()


def test_what_has_no_finite_value_says_so_by_its_value():
    assert np.isnan(parse("log(y)").value(AT))
    assert np.isinf(parse("1/(x-x)").value(AT))
