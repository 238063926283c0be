"""A live table as HTML, a body for each group; assets/js/run/tables.mjs fills its live cells."""

import json
from typing import Any

from dash import html

from nnviz.page.live_table import LiveTable, RowGroup
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message


def live_table(slug: str, table: LiveTable) -> Any:
    """The table with the button that saves it as a report."""
    columns = (*table.header, *table.live)
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    component_id = f"{slug}-{table.name}"
    saves = {"data-report": component_id}
    save = html.Button(message("page.report"), className="btn btn-outline-primary", **saves)
    return html.Section(
        [
            html.Table([head, *(_body(table, group, len(columns)) for group in table.groups)]),
            html.Footer([html.P(sentence) for sentence in table.about], className="about"),
            save,
        ],
        id=component_id,
        className="live-table",
        **{"data-title": table.report},
    )


def _body(table: LiveTable, group: RowGroup, n_columns: int) -> Any:
    sets = {"data-sets": json.dumps(dict(group.sets)), "aria-label": f"{table.button}: {group.title}"}
    button = html.Button(table.button, className="preset", **sets)
    link = [html.A(group.link[1], href=below_prefix(group.link[0]))] if group.link else []
    heading = html.Th(
        [html.Div([html.Strong(group.title), button, *link], className="group-head"), html.Span(group.note)],
        colSpan=n_columns,
        scope="rowgroup",
    )
    return html.Tbody([html.Tr(heading), *(_row(table, cells) for cells in group.cells)])


def _row(table: LiveTable, cells: tuple[str, ...]) -> Any:
    fixed = [html.Td(cell, **{"data-column": column}) for column, cell in zip(table.header, cells, strict=True)]
    live = [html.Td("", **{"data-column": column, "data-live": array}) for column, array in table.live.items()]
    return html.Tr([*fixed, *live], className="row-of-texts")
