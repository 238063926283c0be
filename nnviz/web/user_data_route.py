"""The one address that takes a CSV: it is read, answered at once, and not kept."""

from typing import Any

from dash import Dash
from flask import Response, abort, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from nnviz.page.registry import discover
from nnviz.user_data.control import UserData
from nnviz.user_data.known_rows import KNOWN_ROWS
from nnviz.user_data.numerals import DECIMALS
from nnviz.user_data.parse import ANY_PAGE, Parsed, Readings, parse
from nnviz.user_data.said import DataError
from nnviz.user_data.spreadsheets import sheet_of
from nnviz.user_data.targets import MEANINGS, TargetChoice
from nnviz.web.catalogue import message, speaking
from nnviz.web.language import language_of
from nnviz.web.linked_table import control_of
from nnviz.web.user_data_sentences import number, sentence

MOST_CSV_BYTES = 1024 * 1024
"""The longest CSV, 1 MB; other requests have the limit of nnviz/web/requests.py."""

ADDRESS = "own-data"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_user_data_route(app: Dash) -> None:
    """POST /own-data?page=xor&features=0,1&target=2 with a CSV as the body: its columns, and the table or a problem.

    `page` is the lesson that is to use the table: what is taken follows from its needs, and where they are not met the
    answer says why as `unfit`. Places after those of the columns are codes of columns of text.
    Where a cell means one number with a decimal point and another one with a decimal comma, and the text does not
    decide, the answer has both `readings`; `decimal=.` or `decimal=,` says which is meant. `swap=1` makes the other
    label class 1. Where few whole numbers are the target the answer has a `meaning`, "open" as long as none was given:
    `meaning=classes` or `meaning=number`. `lang` is the language of the sentences.
    An Excel workbook, said by its content type, is answered with its first sheet as such a text.
    A body over the limit gets 413, one that is not UTF-8 gets 400; whatever else it holds gets 200 and a sentence.
    """

    @app.server.route(f"{app.config.routes_pathname_prefix}{ADDRESS}", methods=["POST"])  # type: ignore[untyped-decorator]
    def own_data() -> Response:
        if request.mimetype == WORKBOOK:
            with speaking(language_of(request.args)):
                return jsonify(_sheet(_body()))
        page = page_of(request.args.get("page", ""))
        features = [int(place) for place in request.args.get("features", "").split(",") if _is_place(place)]
        target, meaning = request.args.get("target", ""), request.args.get("meaning")
        choice = TargetChoice(
            request.args.get("swap") == "1", next((known for known in MEANINGS if known == meaning), None)
        )
        decimal = next((sign for sign in DECIMALS if sign == request.args.get("decimal")), None)
        parsed = parse(_text(), features, int(target) if _is_place(target) else None, decimal, page, choice)
        with speaking(language_of(request.args)):
            return jsonify(_answer(parsed))


def page_of(slug: str) -> UserData:
    """What a lesson takes; everything where it takes none, or is none."""
    lesson = discover().get(slug)
    return (control_of(lesson) if lesson else None) or ANY_PAGE


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 4


def _body() -> bytes:
    request.max_content_length = MOST_CSV_BYTES
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge:
        abort(Response(f"At most {MOST_CSV_BYTES:,} bytes.", status=413, mimetype="text/plain"))


def _text() -> str:
    try:
        return _body().decode("utf-8")
    except UnicodeDecodeError:
        abort(Response("The text is not UTF-8.", status=400, mimetype="text/plain"))


def _sheet(data: bytes) -> dict[str, str]:
    """The sheet of a workbook as text and a sentence about it, or no text and the problem."""
    try:
        sheet = sheet_of(data)
    except DataError as error:
        return {"text": "", "says": sentence(error.why)}
    return {"text": sheet.text, "says": message("own-data.sheet", name=sheet.name[:40])}


def _readings(readings: Readings) -> dict[str, Any]:
    """The question which number a cell is, its two answers, and the one that is taken, empty as long as it is open."""
    return {
        "question": message("table.reading", cell=readings.cell, line=readings.line),
        "numbers": {".": number(readings.point), ",": number(readings.comma)},
        "decimal": readings.decimal or "",
    }


def _answer(parsed: Parsed) -> dict[str, Any]:
    known = KNOWN_ROWS.remember(parsed.table.text) if parsed.table else None
    name, text = known or ("", "")
    return {
        "columns": [
            *({"name": column.name, "kind": column.kind, "of": i} for i, column in enumerate(parsed.columns)),
            *({"name": code.name, "kind": "coded", "of": code.place} for code in parsed.codes),
        ],
        "features": list(parsed.features),
        "target": parsed.target,
        "why": sentence(parsed.why),
        "unfit": sentence(parsed.unfit),
        "notes": [sentence(note) for note in parsed.notes],
        "problem": sentence(parsed.problem),
        "meaning": parsed.meaning or "",
        "readings": _readings(parsed.readings) if parsed.readings else None,
        "text": text,
        "classes": list(parsed.table.names_of_classes) if parsed.table else [],
        "rows": name,  # by which requests may say the text from now on
    }
