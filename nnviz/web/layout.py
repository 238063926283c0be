"""The page of one lesson as its declaration says it: rail, stage, text; app_shell.py has what is around all pages."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from nnviz.page.lesson import Lesson
from nnviz.web.answers import do_not_keep
from nnviz.web.catalogue import spoken
from nnviz.web.drawing import BUDGET, DrawnPage, draw_page
from nnviz.web.links import hidden_parts, leading_of, preset_of, settings_on_screen
from nnviz.web.page_config import page_config
from nnviz.web.prose import text_beside
from nnviz.web.rail import rail
from nnviz.web.stage import first_figure, stage
from nnviz.web.static_html import flattened

Component = Any

IN_THE_BAR = {"navigation", "tools"}
"""The parts above every page; they stay when it goes, so shell/place.mjs tells them what a page says of them."""


def page(lesson: Lesson, query: Mapping[str, str]) -> Component:
    """The page of a lesson with the settings of a link; whatever the query holds, there is a page."""
    settings = settings_on_screen(lesson, query)
    drawn = draw_page(lesson, settings, language=spoken(), seconds=BUDGET)
    if drawn.unfinished:
        do_not_keep()
    hidden = hidden_parts(lesson, query)
    slug, title = lesson.slug, lesson.page.in_language(spoken()).title
    main = html.Main(
        [
            *rail(lesson, settings, drawn, hidden, preset_of(lesson, query)),
            html.Section(stage(lesson, query, drawn, hidden), className="stage", **{"aria-label": title}),
            text_beside(lesson, drawn, hidden),
            dcc.Store(id=f"{slug}--config", data=page_config(lesson, query) | _drawn(lesson, query, drawn)),
            dcc.Store(id=f"{slug}--settings"),
        ],
        className="lesson",
        id=f"{slug}--page",
        **{"data-hides": " ".join(sorted(hidden & IN_THE_BAR))},
    )
    return flattened(main)


def _drawn(lesson: Lesson, query: Mapping[str, str], drawn: DrawnPage) -> dict[str, Any]:
    """What the browser has of the pictures, their tags and those that follow the first one, and what it has to ask."""
    at_once = first_figure(lesson, drawn, leading_of(lesson, query))
    later = {name: figure for name, figure in drawn.figures.items() if name not in at_once}
    return {"tags": drawn.tags, "later": later, "slow": drawn.slow(), "unfinished": drawn.unfinished}
