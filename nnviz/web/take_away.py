"""The dialog in which the trace, the figures and the whole page are taken away; the browser makes the files."""

from typing import Any

from dash import html


def take_away_dialog() -> list[Any]:
    """What can be saved, each with its buttons; the figures of the page are listed when the dialog opens."""
    return [
        html.H3("The numbers"),
        html.P([_button("take-csv", "Trace as CSV"), html.Span(id="take-csv-what")], className="take"),
        html.H3("The figures, as pictures for slides (1920 × 1080)"),
        html.P([_button("take-svg", "All as SVG"), _button("take-png", "All as PNG")], className="take"),
        html.Ul(id="take-away-figures"),
        html.H3("The page"),
        html.P(
            [
                _button("take-page", "One HTML file"),
                html.Span("Text, numbers and figures as they stand, to zoom and turn without a network."),
            ],
            className="take",
        ),
        html.Output("", id="take-away-status", **{"aria-live": "polite"}),
    ]


def _button(component_id: str, text: str) -> Any:
    return html.Button(text, id=component_id)
