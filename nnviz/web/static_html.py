"""HTML components of Dash as HTML text, for the parts of the document that no callback ever changes.

Whatever Dash itself renders costs time whenever anything on the page changes, and is seen only when all of Dash is
there. The bar and the dialogs are plain HTML instead, described by the same components as everything else.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

Component = Any

ATTRIBUTES = {"className": "class", "htmlFor": "for"}
"""What Dash calls otherwise than HTML; HTML does not mind the capitals of the others."""

WITHOUT_END = {"img", "input", "br", "hr"}


def static_html(part: Component) -> str:
    """A component with its children, a list of them, or a text, as HTML."""
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(static_html(child) for child in part)
    if isinstance(part, str | int | float):
        return escape(str(part), quote=False)
    tag = type(part).__name__.lower()
    start = f"<{tag}{''.join(_attributes(part))}>"
    return start if tag in WITHOUT_END else f"{start}{static_html(getattr(part, 'children', None))}</{tag}>"


def _attributes(component: Component) -> Iterator[str]:
    for name, value in component.to_plotly_json()["props"].items():
        attribute = ATTRIBUTES.get(name, name.lower())
        if name == "children" or value is None or (value is False and not name.startswith("aria-")):
            continue
        yield f" {attribute}" if value is True else f' {attribute}="{escape(str(value))}"'
