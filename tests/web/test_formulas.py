"""LaTeX as MathML: what TeX knows of its neighbours, over single formulas and over all pages."""

import unicodedata
from functools import cache
from xml.etree.ElementTree import fromstring

import pytest
from fontTools.ttLib import TTFont

from nnviz.page.registry import discover
from nnviz.web.document import ASSETS, FORMULA_FONT
from nnviz.web.formulas import mathml, parts_of
from nnviz.web.written import written
from tests.lessons.extremes import all_at_an_end, with_own_rows

SPACE = '<mspace width="0.167em" />'


def inner(latex: str, *, display: bool = False) -> str:
    """What stands in the row of a formula."""
    text = mathml(latex, display=display)
    return text.partition("<mrow>")[2].removesuffix("</mrow></math>")


def test_formulas_of_one_line_are_parted_so_that_a_narrow_column_sets_them_below_each_other():
    assert parts_of(r"a = \frac{1}{2}, \qquad b = 3.") == [r"a = \frac{1}{2},", "b = 3."]
    for whole in (
        r"\left( a, \qquad b \right)",
        r"\begin{aligned} a, \qquad b \end{aligned}",
        r"\text{a, \qquad b}",
        "a, b",
    ):
        assert parts_of(whole) == [whole]
    assert parts_of(r"\{ a, \qquad b \}") == [r"\{ a,", r"b \}"]  # such a brace opens no part
    assert written(r"$$a, \qquad b$$").count("<math") == 2


@pytest.mark.parametrize(
    ("latex", "made"),
    [
        (r"\ln y", f"<mi>ln</mi>{SPACE}<mi>y</mi>"),
        (r"\ln(y)", '<mi>ln</mi><mo stretchy="false">(</mo><mi>y</mi><mo stretchy="false">)</mo>'),
        (r"y \ln z", f"<mi>y</mi>{SPACE}<mi>ln</mi>{SPACE}<mi>z</mi>"),
        (r"\mathrm{KL} p", f"<mi>KL</mi>{SPACE}<mi>p</mi>"),
        (r"\operatorname{E} p", f'<mi mathvariant="normal">E</mi>{SPACE}<mi>p</mi>'),
        (r"\min\!\big(", '<mi>min</mi><mo stretchy="false">(</mo>'),
    ],
)
def test_a_function_stands_off_from_its_argument_and_not_from_a_bracket(latex, made):
    assert inner(latex) == made


def test_arg_min_is_two_words_and_has_its_limits_below_it():
    made = inner(r"\arg\min_b x", display=True)
    assert made == f"<mi>arg</mi>{SPACE}<munder><mi>min</mi><mi>b</mi></munder>{SPACE}<mi>x</mi>"


@pytest.mark.parametrize(("latex", "is_sign"), [("(-x)", True), ("a = -x", True), ("a - x", False), ("a' - x", False)])
def test_a_minus_is_a_sign_behind_a_bracket_or_a_relation_and_else_an_operation(latex, is_sign):
    assert ('<mo form="prefix">−</mo>' in inner(latex)) is is_sign


def test_a_hat_does_not_stretch_and_a_prime_is_no_letter():
    assert inner(r"\hat y") == '<mover accent="true"><mi>y</mi><mo stretchy="false">ˆ</mo></mover>'
    assert inner("A'") == '<mrow><mi>A</mi><mo lspace="0" rspace="0">′</mo></mrow>'
    assert inner("W_2'").startswith("<mrow><msub><mi>W</mi><mn>2</mn></msub><mo")


def test_a_bar_is_as_long_as_its_letter_and_a_tilde_between_two_letters_is_a_relation():
    bar = '<mover accent="true"><mi>x</mi><mo stretchy="true">‾</mo></mover>'
    assert inner(r"\bar x") == bar
    assert inner(r"x \sim N") == "<mi>x</mi><mo>∼</mo><mi>N</mi>"


def test_nothing_stands_off_in_an_exponent():
    made = '<mrow><mn>1</mn><mo lspace="0" rspace="0">−</mo><mi>y</mi></mrow>'
    assert made in inner("p^{1 - y}")
    assert made not in inner("1 - y")


def test_what_stands_in_a_formula_is_no_html():
    assert inner(r"a < b \text{<b>&}") == "<mi>a</mi><mo>&lt;</mo><mi>b</mi><mtext>&lt;b&gt;&amp;</mtext>"


@cache
def in_font() -> frozenset[int]:
    """The code points of the typeface that comes along."""
    return frozenset(TTFont(ASSETS / FORMULA_FONT).getBestCmap())


def drawn(tag: str, text: str) -> set[str]:
    """The signs with which a browser draws an element: a letter by itself is italic."""
    if tag != "mi" or len(text) != 1 or not text.isalpha():
        return set(text)
    kinds = {"LATIN": "MATHEMATICAL ITALIC", "GREEK": "MATHEMATICAL ITALIC"}
    script, _, name = unicodedata.name(text).partition(" ")
    name = name.replace(" LETTER", "").replace("CAPITAL FINAL", "FINAL")
    try:
        return {unicodedata.lookup(f"{kinds[script]} {name}")}
    except KeyError:
        return {text}


def untranslated(math: str) -> set[str]:
    """What of a `math` element is still LaTeX, or has a sign that the typeface does not have."""
    texts = {(element.tag, element.text or "") for element in fromstring(math).iter()}
    return {
        text
        for tag, text in texts
        if "\\" in text or not {ord(sign) for sign in drawn(tag, text)} <= in_font() | {ord("\n")}
    }


@pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)
def test_every_formula_of_a_page_is_translated_and_in_the_typeface(lesson):
    settings = [lesson.settings(), *(all_at_an_end(lesson, end) for end in (0, -1)), *with_own_rows(lesson)]
    settings += [preset.settings for preset in lesson.presets]
    for now in settings:
        for text in (*(page.text(now) for page in lesson.page.translations.values()), lesson.summary(now)):
            html = written(text)
            assert "$" not in html
            for part in html.split("<math")[1:]:
                assert untranslated("<math" + part.partition("</math>")[0] + "</math>") == set()
