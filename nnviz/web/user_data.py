"""The dialog for data of one's own: paste, upload or click points, see what was understood, use them.

assets/js/user_data/ brings it to life; what it reads and writes is named by the ids here.
"""

from typing import Any

from dash import html

from nnviz.user_data.table import MOST_ROWS
from nnviz.web.catalogue import message

Component = Any

WAYS = ("text", "classes", "numbers")
"""The ways to give data; the last two write the text from clicks."""

EXAMPLE = "height,weight,class\n172,68,no\n181,90,yes\n…"


def own_data_dialog() -> list[Component]:
    """What stands in the dialog."""
    return [
        html.P(
            [
                html.Strong(id="own-data-need"),  # what this page can take
                " " + message("own-data.about", rows=f"{MOST_ROWS:,}"),
            ]
        ),
        html.Div(
            html.Label([message("own-data.table"), html.Select(id="own-data-table")]),
            id="own-data-tables",
            className="own-data-row",
            hidden=True,  # as long as none is kept
        ),
        html.Div(
            [html.Button(message(f"own-data.{way}"), className="own-data-way", **{"data-way": way}) for way in WAYS],
            className="own-data-row",
            role="group",
            **{"aria-label": message("own-data.ways")},
        ),
        html.Div([_given(), _understood()], className="own-data-sides"),
        html.P(id="own-data-says", role="status", **{"aria-live": "polite"}),
        html.Div(id="own-data-readings", className="own-data-row"),  # both numbers of a cell that may be either
        html.Div(
            [
                html.Label(id="own-data-called"),
                html.Button(message("own-data.use"), id="own-data-use", disabled=True, className="own-data-main"),
                html.Button(message("own-data.forget"), id="own-data-forget", disabled=True),
            ],
            className="own-data-row",
        ),
        html.P(message("own-data.stay"), className="own-data-quiet"),
    ]


def _given() -> Component:
    return html.Div(
        [
            html.Label(message("own-data.rows"), htmlFor="own-data-text"),
            html.Textarea(id="own-data-text", rows=7, placeholder=EXAMPLE, spellCheck="false"),
            html.Div(id="own-data-file", className="own-data-row"),  # the script puts a choice of files here
        ]
    )


def _understood() -> Component:
    return html.Div(
        [
            html.Div(id="own-data-plane"),
            html.Div(
                [
                    html.Button(message("own-data.class-0"), className="own-data-class", **{"data-class": "0"}),
                    html.Button(message("own-data.class-1"), className="own-data-class", **{"data-class": "1"}),
                    html.Button(message("own-data.undo"), id="own-data-undo"),
                    html.Button(message("own-data.clear"), id="own-data-clear"),
                ],
                id="own-data-clicks",
                className="own-data-row",
            ),
            html.Div(id="own-data-columns", className="own-data-row"),  # choices of columns, once they are known
        ]
    )
