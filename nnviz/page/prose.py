"""Prose in Markdown, with LaTeX in dollars, in which what follows from the settings is filled in by Jinja.

Jinja's usual marks `{{ }}`, `{% %}` and `{# #}` are LaTeX as well (`x^{{2}}`, `{#1}`). Here they are `<< >>`, `<% %>`
and `<# #>`, which no formula needs and which Markdown shows as they stand.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from nnviz.page.numerals import NUMERALS

Values = Callable[[Any], Mapping[str, object]]
"""The names of the prose besides `settings`, as a function of the settings; a name may stand for a function."""

_ENDS_A_LINE = re.compile(r"(?m)^(?![ \t]*<%[^%]*%>[ \t]*$)(.*)([%#]>)[ \t]*$")
"""A mark at the end of a line that holds more: Jinja would take the line's end away, and join two paragraphs."""

_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*\n")


@cache
def _environment() -> Environment:
    environment = Environment(
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    environment.filters.update(NUMERALS)
    return environment


def prose(source: str, values: Values, name: str) -> Callable[[Any], str]:
    """The prose as a function of the settings; `name` is what an error calls it.

    Raises jinja2.TemplateSyntaxError at once for what is no template, and jinja2.UndefinedError when it is rendered
    and a name is neither `settings` nor in `values`.
    """
    code = _environment().compile(_ENDS_A_LINE.sub(r"\1+\2", source), name, name)
    template = Template.from_code(_environment(), code, _environment().make_globals(None))

    def text(settings: Any) -> str:
        written = template.render({**values(settings), "settings": settings})
        return _EMPTY_LINES.sub("\n\n", written).strip()

    return text
