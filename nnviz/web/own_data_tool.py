"""The dialog for data of one's own: paste, upload or click points, see what was understood, use them.

assets/js/user_data/ brings it to life; what it reads and writes is named by the ids here.
"""

from typing import Any

from dash import html

from nnviz.own_data.table import MOST_ROWS

Component = Any

WAYS = {"text": "Paste or upload a CSV", "classes": "Click two classes", "numbers": "Click points (x, y)"}
"""The ways to give data; the last two write the text from clicks."""

EXAMPLE = "height,weight,class\n172,68,no\n181,90,yes\n…"


def own_data_dialog() -> list[Component]:
    """What stands in the dialog."""
    return [
        html.P(
            f"One or two features and a label or a number to predict: at most {MOST_ROWS:,} rows and 1 MB. "
            "The names of the columns may stand in the first row."
        ),
        html.Div(
            [html.Button(name, className="own-data-way", **{"data-way": way}) for way, name in WAYS.items()],
            className="own-data-row",
            role="group",
            **{"aria-label": "How to give the data"},
        ),
        html.Div([_given(), _understood()], className="own-data-sides"),
        html.P(id="own-data-says", role="status", **{"aria-live": "polite"}),
        html.Div(
            [
                html.Button("Use these data", id="own-data-use", disabled=True, className="own-data-main"),
                html.Button("Forget my data", id="own-data-forget", disabled=True),
            ],
            className="own-data-row",
        ),
        html.P(
            "Your data stay in this browser’s storage and in scripts that you export. They are not in the link: "
            "whoever opens yours sees data of their own, or those that the page begins with. The server computes with "
            "them in memory and stores nothing.",
            className="own-data-quiet",
        ),
    ]


def _given() -> Component:
    return html.Div(
        [
            html.Label("The rows, as text", htmlFor="own-data-text"),
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
                    html.Button("Class 0", className="own-data-class", **{"data-class": "0"}),
                    html.Button("Class 1", className="own-data-class", **{"data-class": "1"}),
                    html.Button("Undo", id="own-data-undo"),
                    html.Button("Clear", id="own-data-clear"),
                ],
                id="own-data-clicks",
                className="own-data-row",
            ),
            html.Div(id="own-data-columns", className="own-data-row"),  # choices of columns, once they are known
        ]
    )
