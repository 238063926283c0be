"""Components as HTML text: what a browser makes of it is what was described."""

import pytest
from dash import html

from nnviz.web.static_html import static_html


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
    ],
)
def test_a_component_is_the_html_of_its_name(component, text):
    assert static_html(component) == text
