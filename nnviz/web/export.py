"""The dialog in which the trace, the figures and the whole page are taken away; the browser makes the files."""

from typing import Any

from dash import html

from nnviz.web.catalogue import message


def take_away_dialog() -> list[Any]:
    """What can be saved, each with its buttons; the figures of the page are listed when the dialog opens."""
    return [
        html.H3(message("take-away.numbers")),
        html.P(
            [
                _button("take-csv", message("take-away.trace")),
                _button("take-csv-commas", message("take-away.trace-commas")),
                html.Span(id="take-csv-what"),
            ],
            className="take",
        ),
        html.H3(message("take-away.figures")),
        html.P(
            [_button("take-svg", message("take-away.svg")), _button("take-png", message("take-away.png"))],
            className="take",
        ),
        html.Ul(id="take-away-figures"),
        html.H3(message("take-away.page")),
        html.P(
            [
                _button("take-page", message("take-away.html")),
                html.Span(message("take-away.html-help")),
            ],
            className="take",
        ),
        html.P(
            [_button("take-print", message("take-away.print")), html.Span(message("take-away.print-help"))],
            className="take",
        ),
        html.Output("", id="take-away-status", **{"aria-live": "polite"}),
    ]


def printed_head() -> Any:
    """What stands on top of a printed page; assets/js/export/printing.mjs fills it, and it is seen on paper only."""
    return html.Section(id="printed")


def _button(component_id: str, text: str) -> Any:
    return html.Button(text, id=component_id)
