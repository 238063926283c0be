"""The dialog that composes a link to what is on the screen, and the QR code that brings it to a whole room.

assets/js/shell/share.mjs composes; the server draws the code, since browsers cannot.
"""

import io
import json
from typing import Any

import segno
from dash import Dash, html
from flask import Response, request

from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message
from nnviz.web.links import PARTS

QR_PATH = "/qr.svg"

LONGEST_LINK = 500
"""Bytes of a link in a QR code: at most 77 modules a side, which a phone still reads across a room."""


def add_qr_code(app: Dash) -> None:
    """Answer GET /qr.svg?link=... with the QR code of a link; 400 for what is no link, or a too long one."""

    @app.server.route(QR_PATH)  # type: ignore[untyped-decorator]
    def qr() -> Response:
        link = request.args.get("link", "")
        problem = problem_of_link(link)
        if problem:
            return Response(problem, status=400, mimetype="text/plain")
        return Response(qr_code(link), mimetype="image/svg+xml")


def problem_of_link(link: str) -> str:
    """A sentence that says why a text gets no QR code, or nothing when it is a link of the right length."""
    if not link.startswith(("http://", "https://")):
        return "Only links are drawn as QR codes."
    if len(link.encode()) > LONGEST_LINK:
        return f"A link of more than {LONGEST_LINK} bytes makes a QR code too fine to be read across a room."
    return ""


def qr_code(link: str) -> bytes:
    """The QR code of a link as SVG, black on white with the quiet zone of four modules that readers need."""
    drawn = io.BytesIO()
    segno.make_qr(link, error="l", boost_error=True).save(drawn, kind="svg", border=4, light="white", omitsize=True)
    return drawn.getvalue()


def share_form() -> list[Any]:
    """The content of the dialog: what the link is to do, the link, its QR code, and the snippet for a page of a course.

    The check boxes are the script's, since what can be left out differs from page to page.
    """
    told = {
        "data-qr": below_prefix(QR_PATH),
        "data-longest": str(LONGEST_LINK),
        "data-parts": json.dumps({part: message(f"parts.{part}") for part in PARTS}),
    }
    choices = [
        html.Fieldset([html.Legend(message("share.opens")), html.Div(id="share-opens", className="checks")]),
        html.Fieldset([html.Legend(message("share.leave-out")), html.Div(id="share-parts", className="checks")]),
        html.Details([html.Summary(message("share.single")), html.Div(id="share-single", className="checks")]),
    ]
    results = [
        html.Img(id="share-qr", alt=message("share.qr")),
        html.P(id="share-note", className="share-note", role="note"),
        *_text_to_copy("share-link", message("share.link")),
        *_text_to_copy("share-frame", message("share.embed")),
        html.Output(id="share-copied", **{"aria-live": "polite"}),
    ]
    return [html.Div([html.Div(choices), html.Div(results)], id="share", className="share", **told)]


def _text_to_copy(component_id: str, label: str) -> list[Any]:
    button = html.Button(
        message("share.copy"), **{"data-copies": component_id, "aria-label": message("share.copy-what", what=label)}
    )
    text = html.Textarea(id=component_id, readOnly=True, rows="2", spellCheck="false")
    return [html.Label(label, htmlFor=component_id), html.Div([text, button], className="copy")]
