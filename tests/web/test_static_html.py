"""Components as HTML text: what a browser makes of it is what was described."""

import dash_bootstrap_components as dbc
import pytest
from dash import html

from nnviz.web.static_html import Input, Written, flattened, static_html


@pytest.mark.parametrize(
    ("component", "text"),
    [
        (html.P("1 < 2 & so on"), "<p>1 &lt; 2 &amp; so on</p>"),
        (html.Div([html.Span("a"), "b", None, 3]), "<div><span>a</span>b3</div>"),
        (html.Label("L", htmlFor="x", className="c d"), '<label class="c d" for="x">L</label>'),
        (html.Textarea(readOnly=True, rows="2", id="t"), '<textarea id="t" readonly rows="2"></textarea>'),
        (
            html.Button("×", disabled=False, **{"aria-label": 'Say "no"'}),
            '<button aria-label="Say &quot;no&quot;">×</button>',
        ),
        (html.Div(**{"data-close": ""}), '<div data-close=""></div>'),
        (html.Img(alt="code"), '<img alt="code">'),
        (html.A("on", href="/a?b=1&c=2"), '<a href="/a?b=1&amp;c=2">on</a>'),
        (html.Pre(html.Code(id="x"), tabIndex="0"), '<pre tabindex="0"><code id="x"></code></pre>'),
        (html.Div(style={"--along": 0.5, "width": "1rem"}), '<div style="--along:0.5;width:1rem"></div>'),
        (Written(id="t", html="<p>1 &lt; 2</p>"), '<div id="t"><p>1 &lt; 2</p></div>'),
        (Input(type="range", min=0, max=3), '<input type="range" min="0" max="3">'),
    ],
)
def test_a_component_is_the_html_of_its_name(component, text):
    assert static_html(component) == text


def test_html_around_a_component_is_left_as_its_element_and_html_beside_it_as_text():
    shown = flattened(
        html.Div(["a <", html.P([html.B("b"), " &"], className="c"), html.Span(dbc.Switch(id="x")), None], id="d")
    )
    assert (shown.tag, shown.attributes) == ("div", {"id": "d"})
    assert shown.parts == ["a <", ["p", {"className": "c"}, "<b>b</b> &amp;"], 0]
    (span,) = shown.children
    assert (span.tag, span.parts, span.children[0].id) == ("span", [0], "x")


def test_what_stands_in_a_component_that_is_more_than_html_is_flattened_too():
    shown = flattened(dbc.Row([dbc.Col(html.P("a")), dbc.Col("b")]))
    first, second = shown.children
    assert [part.parts for part in first.children] == [["a"]]
    assert second.children == "b"
