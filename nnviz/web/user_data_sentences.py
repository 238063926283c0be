"""What is said about one's own data, in the language that is spoken."""

from collections.abc import Mapping

from nnviz.page.page import ENGLISH
from nnviz.user_data.said import Said, Value
from nnviz.web.catalogue import message, spoken

POINT_AND_GROUP: Mapping[str, tuple[str, str]] = {ENGLISH: (".", ","), "de": (",", ".")}
"""What stands before decimals and between thousands in a language."""


def sentence(said: Said | None) -> str:
    """The sentence with its values; empty for none."""
    if said is None:
        return ""
    values = {name: _spoken(value) for name, value in said.values.items()}
    if said.n is None:
        return message(said.key, **values)
    return message(f"{said.key}-{'one' if said.n == 1 else 'many'}", n=number(said.n), **values)


def _spoken(value: "Value | Said | tuple[Said, ...]") -> str:
    if isinstance(value, tuple):
        return "; ".join(map(sentence, value))
    if isinstance(value, Said):
        return sentence(value)
    return value if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Whole numbers in groups, others to ten digits, with a true minus."""
    is_count = isinstance(value, int)
    text = f"{value:,}" if is_count else f"{value:.10g}"
    point, group = POINT_AND_GROUP.get(spoken(), POINT_AND_GROUP[ENGLISH])
    return "".join({".": point, ",": group, "-": "−"}.get(sign, sign) for sign in text)
