"""HTML components of Dash as HTML text, for the parts of the document that no callback ever changes.

Whatever Dash itself renders costs time whenever anything on the page changes, and is seen only when all of Dash is
there. The bar and the dialogs are plain HTML instead, described by the same components as everything else; and of a
page's layout all that stands around its controls, graphs and texts::

    flattened(html.Div([html.Label("η", htmlFor="rate"), dbc.Input(id="rate")]))  # the input, and one around it
"""

from collections.abc import Iterator
from html import escape
from typing import Any, ClassVar

from dash.development.base_component import Component as DashComponent

Component = Any

ATTRIBUTES = {"className": "class", "htmlFor": "for"}
"""What Dash calls otherwise than HTML; HTML does not mind the capitals of the others."""

WITHOUT_END = {"img", "input", "br", "hr"}

HTML = "dash_html_components"
"""The namespace of `dash.html`, whose components are elements that callbacks of ours leave alone."""


class Input(DashComponent):  # type: ignore[misc]
    """HTML's own input, which `dash.html` has not: for what our scripts alone read and move."""

    _namespace, _type = HTML, "Input"
    _prop_names: ClassVar[list[str]] = ["id", "type", "min", "max", "step", "value", "className"]
    _prop_names += ["inputMode", "autoComplete", "autoFocus", "role"]
    _valid_wildcard_attributes: ClassVar[list[str]] = ["data-", "aria-"]


class Written(DashComponent):  # type: ignore[misc]
    """A division that holds HTML as it is, which scripts of ours may change: a text of the page."""

    _namespace, _type = HTML, "Div"
    _prop_names: ClassVar[list[str]] = ["id", "html"]
    _valid_wildcard_attributes: ClassVar[list[str]] = []


class Static(DashComponent):  # type: ignore[misc]
    """An element in which components stand among HTML that no callback changes; assets/js/static_html.js shows it.

    `attributes` are those of the element `tag`, as Dash calls them. Each of `parts` is the place of a component in
    `children`, or a text, or an element [tag, attributes, HTML in it].
    """

    _namespace, _type = "nnviz_components", "Static"
    _prop_names: ClassVar[list[str]] = ["children", "tag", "attributes", "parts"]
    _valid_wildcard_attributes: ClassVar[list[str]] = []


def flattened(component: Component) -> Component:
    """The component, of whose HTML elements only those around other components are left; all else is HTML text."""
    children = _children(component)
    if component._namespace != HTML:
        if children and not all(isinstance(child, str | int | float) for child in children):
            component.children = [flattened(child) for child in children]
        return component
    around = [child for child in children if _holds_component(child)]
    parts = [around.index(child) if child in around else _html_part(child) for child in children]
    inner = [flattened(child) for child in around]
    return Static(children=inner, tag=_tag(component), attributes=_properties(component), parts=parts)


def _children(component: Component) -> list[Component]:
    """What stands in a component."""
    children = getattr(component, "children", None)
    listed = children if isinstance(children, list | tuple) else [children]
    return [child for child in listed if child is not None and child != ""]


def _holds_component(part: Component) -> bool:
    """Whether it is a component that is more than HTML, or one stands in it."""
    if not isinstance(part, DashComponent):
        return False
    return part._namespace != HTML or any(_holds_component(child) for child in _children(part))


def _html_part(part: Component) -> str | list[Any]:
    if not isinstance(part, DashComponent):
        return str(part)
    return [_tag(part), _properties(part), _inner(part)]


def static_html(part: Component) -> str:
    """A component with its children, a list of them, or a text, as HTML."""
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(static_html(child) for child in part)
    if isinstance(part, str | int | float):
        return escape(str(part), quote=False)
    tag = _tag(part)
    start = f"<{tag}{''.join(_attributes(part))}>"
    return start if tag in WITHOUT_END else f"{start}{_inner(part)}</{tag}>"


def _inner(component: Component) -> str:
    """What stands in a component, as HTML."""
    return str(component.html) if isinstance(component, Written) else static_html(getattr(component, "children", None))


def _tag(component: Component) -> str:
    return str(component._type).lower()


def _properties(component: Component) -> dict[str, Any]:
    """The attributes as Dash calls them, and React."""
    props = component.to_plotly_json()["props"]
    return {name: value for name, value in props.items() if name not in {"children", "html"} and value is not None}


def _attributes(component: Component) -> Iterator[str]:
    for name, value in _properties(component).items():
        attribute = ATTRIBUTES.get(name, name.lower())
        if value is False and not name.startswith("aria-"):
            continue
        text = ";".join(f"{key}:{number}" for key, number in value.items()) if name == "style" else value
        yield f" {attribute}" if value is True else f' {attribute}="{escape(str(text))}"'


def shown_unless(hidden: bool, name: str) -> str:
    """The class of a part that a link may leave out."""
    return f"{name} d-none" if hidden else name
