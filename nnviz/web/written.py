"""The texts of a page, Markdown with LaTeX in dollars, as HTML."""

from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from nnviz.web.formulas import mathml, parts_of

LIGHTS = "lights:"
"""`[the path](lights:path)` speaks of a trace that is on the screen."""


@lru_cache(maxsize=512)
def written(markdown: str) -> str:
    """The text as HTML; HTML that stands in it is shown as it is written, since it may come from a user."""
    html: str = _parser().render(markdown)
    return html


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    dollarmath_plugin(parser, allow_labels=False, allow_blank_lines=False)
    parser.add_render_rule("math_inline", _inline)
    parser.add_render_rule("link_open", _link)
    parser.add_render_rule("math_block", _block)
    return parser


def _link(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:
    """A link to the page itself with other settings sets them, without loading it (assets/js/settings/try_this.mjs)."""
    if tokens[place].attrGet("href").startswith("?"):
        tokens[place].attrSet("data-try", "")
    if tokens[place].attrGet("href").startswith(LIGHTS):
        _mark(tokens, place)
    return str(renderer.renderToken(tokens, place, options, env))


def _mark(tokens: Any, place: int) -> None:
    """Make a link to a trace a button that lights it up (assets/js/figures/lights.mjs).

    One of formulas alone is called what the trace is called: no browser takes a formula for the name of a button.
    """
    name = unquote(tokens[place].attrGet("href").removeprefix(LIGHTS))
    end = next(end for end in range(place, len(tokens)) if tokens[end].type == "link_close")
    tokens[place].tag = tokens[end].tag = "button"
    has_words = any(token.type != "math_inline" for token in tokens[place + 1 : end])
    tokens[place].attrs = {"type": "button", "data-lights": name} | ({} if has_words else {"aria-label": name})


def _inline(_renderer: Any, tokens: Any, place: int, _options: Any, _env: Any) -> str:
    return mathml(tokens[place].content, display=False)


def _block(_renderer: Any, tokens: Any, place: int, _options: Any, _env: Any) -> str:
    """Formulas of one line, each by itself, so that a narrow column may put them below each other."""
    formulas = "".join(mathml(part, display=True) for part in parts_of(tokens[place].content))
    return f'<div class="formula">{formulas}</div>\n'
