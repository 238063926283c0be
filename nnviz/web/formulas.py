"""Formulas in LaTeX as MathML, which browsers draw themselves and screen readers read aloud.

latex2mathml translates command by command. What TeX knows of its neighbours is added here: the space between a function
and its argument, a minus that is a sign, accents and bars that do not stretch, primes close to their letters.
"""

import re
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import Converter

_REWRITTEN = ((r"\\arg(?![A-Za-z])", r"\\operatorname{arg}"), (r"\\(begin|end)\{aligned\}", r"\\\1{split}"))
"""What latex2mathml does not know, by what it does."""

_DEPTH = re.compile(r"\\[{}]|[{}]|\\(?:left|right|begin|end)(?![A-Za-z])|,\s*\\qquad(?![A-Za-z])")
"""What opens and closes a part of a formula, and what parts two formulas of one line."""

_THIN = "0.167em"
_SIGNS = {"−", "+", "±"}
_CLOSING = {")", "]", "}", "|", "‖", "′", "″"}
_PRIMES = {"′", "″"}
_OPERATORS = {"~": "∼", **{sign: sign for sign in ("±", "−", ":", "′", "″")}}
_LETTERS = {"∞", "∂", "…"}
_LITTLE_LARGER = "1.2em"  # \big: browsers put such a bracket too low where it has an index
_ACCENTS = {"^": "ˆ", "~": "˜", "¯": "‾", "―": "‾"}
_UNSPACED = {"|", "‖", ".", "/", *_PRIMES}
_WITH_LIMITS = {"min", "max"}
_SCRIPTS = {"msub", "msup", "msubsup", "munder", "mover", "munderover"}


def parts_of(latex: str) -> list[str]:
    """The formulas that stand in one line with a comma and a wide space between them, each with its comma.

    Nothing is cut inside braces, brackets that grow, or an environment.
    """
    parts, depth, begins = [], 0, 0
    for found in _DEPTH.finditer(latex):
        depth += {"{": 1, "\\left": 1, "\\begin": 1, "}": -1, "\\right": -1, "\\end": -1}.get(found[0], 0)
        if found[0].endswith("qquad") and depth == 0:
            parts.append(latex[begins : found.start() + 1])
            begins = found.end()
    return [part.strip() for part in [*parts, latex[begins:]]]


@lru_cache(maxsize=4096)
def mathml(latex: str, *, display: bool) -> str:
    """The formula as a `math` element, on a line of its own where it is a display.

    Raises what latex2mathml raises where it is no LaTeX.
    """
    for found, written in _REWRITTEN:
        latex = re.sub(found, written, latex)
    math = Converter(display="block" if display else "inline").convert_to_element(latex)
    del math.attrib["xmlns"]  # HTML knows the element
    for element in math.iter():
        element.text = unescape(element.text) if element.text else element.text
    for element in list(math.iter()):
        _mend(element)
    if display:
        _put_limits_below(math)
    for scripted in (element for element in math.iter() if element.tag in _SCRIPTS and "accent" not in element.attrib):
        _set_tight(scripted)
    for row in list(math.iter()):
        _space(row)
    return tostring(math, encoding="unicode")


def _mend(element: Element) -> None:
    """One element as MathML Core draws it well."""
    text = element.text or ""
    if element.tag == "mi" and text in _OPERATORS:
        element.tag, element.text = "mo", _OPERATORS[text]
    if element.tag == "mo" and text in _LETTERS:
        element.tag, element.attrib = "mi", {}
    if element.get("minsize") == _LITTLE_LARGER:
        element.attrib = {"stretchy": "false"}
    if element.tag == "mo" and text.isascii() and text.isalpha():
        element.tag, element.attrib = "mi", {}
        if len(text) == 1:
            element.set("mathvariant", "normal")
    if element.tag == "mo" and element.text in _UNSPACED:
        element.attrib.update(lspace="0", rspace="0")
        if text in {"|", "‖"}:
            element.set("stretchy", "false")
    if element.tag == "mover" and element[1].text in _ACCENTS:
        mark = _ACCENTS[element[1].text]
        element.set("accent", "true")
        element[1].text, element[1].attrib = mark, {"stretchy": "true" if mark == "‾" else "false"}
    if element.tag in {"msup", "msubsup"} and element[-1].text in _PRIMES:
        _set_prime_beside(element)
    if element.tag == "mrow" and len(element) == 1 and element[0].text == ",":
        element[0].attrib.update(lspace="0", rspace="0")  # {,} of a long number
    if element.tag == "mrow" and len(element) > 1 and all(_is_upright(letter) for letter in element):
        name = "".join(letter.text or "" for letter in element)
        element.tag, element.text, element[:] = "mi", name, []


def _set_prime_beside(element: Element) -> None:
    """The sign of a typeface is high and small already: as an exponent it would be twice."""
    *scripted, prime = element
    if element.tag == "msubsup":
        base = Element("msub")
        base.extend(scripted)
        scripted = [base]
    element.tag, element[:] = "mrow", [*scripted, prime]


def _put_limits_below(math: Element) -> None:
    """The index of a minimum goes below it, where there is room for it."""
    for element in math.iter("msub"):
        if element[0].text in _WITH_LIMITS:
            element.tag = "munder"


def _set_tight(scripted: Element) -> None:
    """Nothing stands off in an index or an exponent."""
    for script in list(scripted)[1:]:
        for operator in script.iter("mo"):
            operator.attrib.update(lspace="0", rspace="0")


def _is_upright(letter: Element) -> bool:
    return letter.tag == "mi" and letter.get("mathvariant") == "normal"


def _space(row: Element) -> None:
    """The children of a row as TeX would set them beside each other."""
    if row.tag not in {"math", "mrow", "mtd", "msqrt", "mstyle"}:
        return
    placed: list[Element] = []
    for element in list(row):
        if _is_negative(element):
            continue
        before = placed[-1] if placed else None
        if _is_sign(element, before):
            element.set("form", "prefix")
        elif before is not None and _want_space(before, element):
            placed.append(Element("mspace", width=_THIN))
        placed.append(element)
    row[:] = placed


def _is_negative(element: Element) -> bool:
    r"""`\!`, which stands where TeX would leave a space and MathML leaves none."""
    return element.tag == "mspace" and element.get("width", "").startswith("negative")


def _core(element: Element) -> Element:
    """What a script is attached to."""
    while element.tag in _SCRIPTS and len(element):
        element = element[0]
    return element


def _is_sign(element: Element, before: Element | None) -> bool:
    """Whether a plus or a minus is no operation on what stands before it."""
    if element.tag != "mo" or element.text not in _SIGNS or before is None:
        return False
    core = _core(before)
    return core.tag == "mo" and core.text not in _CLOSING


def _is_function(element: Element) -> bool:
    core = _core(element)
    return core.tag == "mi" and (len(core.text or "") > 1 or core.get("mathvariant") == "normal")


def _want_space(before: Element, element: Element) -> bool:
    """Whether one of two neighbours is a function, and the other neither a fence nor something with its own space."""
    if _is_function(before):
        return _core(element).tag not in {"mo", "mspace", "mtext"}
    if not _is_function(element):
        return False
    core = _core(before)
    return core.tag in {"mi", "mn", "mfrac", "msqrt"} or (core.tag == "mo" and core.text in _CLOSING)
