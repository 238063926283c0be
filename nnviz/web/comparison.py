"""The table that compares runs with the one that plays.

assets/js/comparison/ keeps them, draws them into the figures and fills the table.
"""

from typing import Any

from dash import html

from nnviz.page.lesson import Lesson
from nnviz.web.catalogue import message


def comparison(lesson: Lesson) -> Any:
    """The table, hidden while nothing is compared: a row for the run that plays, then one for each other."""
    step = [] if any(readout.array == "step" for readout in lesson.readouts) else [message("comparison.step")]
    heads = [*step, *(readout.label for readout in lesson.readouts)]
    columns = [
        html.Th(
            [message("comparison.run"), html.Button(message("comparison.remove-all"), id="comparison-clear")],
            scope="col",
        )
    ]
    columns += [html.Th(head, scope="col") for head in heads]
    now = [html.Th(message("comparison.now"), scope="row"), *(html.Td("") for _ in heads)]
    return html.Section(
        html.Table([html.Thead(html.Tr(columns)), html.Tbody(html.Tr(now)), html.Tbody()], id="comparison-table"),
        id="comparison",
        className="comparison",
        hidden=True,
        **{"aria-label": message("comparison.runs")},
    )
