"""Texts of users in figures: Plotly takes markup, formulas and templates in every text, so theirs is escaped."""

WRITTEN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%": "&#37;"})
"""Signs that begin an entity, a tag such as a link, a formula, or a place in a template -> how Plotly is told them."""


def plain_text(text: str) -> str:
    """The text as Plotly has to be told it, so that it shows it sign by sign: no link, no formula, no template."""
    return text.translate(WRITTEN)
