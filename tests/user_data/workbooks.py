"""Small Excel files, and cruel ones, written by hand."""

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(place, value):
    """A number, a text or a truth value at a place such as B2."""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return "" if value is None else f'<c r="{place}"><v>{value!r}</v></c>'


def rows_as_xml(rows):
    lines = [
        f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    ]
    return "".join(lines)


def workbook(sheets, more=(), hidden=()):
    """The bytes of a workbook with these sheets, by name: rows, or XML in place of them; and more parts, by name."""
    made = BytesIO()
    places = range(1, len(sheets) + 1)
    states = ['state="hidden" ' * (name in hidden) for name in sheets]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" {state}r:id="rId{at}"/>'
        for at, name, state in zip(places, sheets, states, strict=True)
    )
    linked = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in places
    )
    typed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{TYPES}.worksheet+xml"/>' for at in places
    )
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{typed}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{linked}</Relationships>',
    }
    for at, rows in zip(places, sheets.values(), strict=True):
        xml = rows if isinstance(rows, str) else rows_as_xml(rows)
        parts[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{xml}</sheetData></worksheet>'
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in {**parts, **dict(more)}.items():
            file.writestr(name, content)
    return made.getvalue()


def column(place):
    """The letters of a column: A of 0, AA of 26."""
    return column(place // 26 - 1) + chr(65 + place % 26) if place > 25 else chr(65 + place)


def grid(written, n_rows, n_columns):
    """Rows of cells as XML, each as it is written at its place."""
    lines = []
    for row in range(1, n_rows + 1):
        cells = (written(f"{column(at)}{row}", row * n_columns + at) for at in range(n_columns))
        lines.append(f'<row r="{row}">{"".join(cells)}</row>')
    return "".join(lines)


@cache
def dearest_workbooks():
    """Workbooks at the limits of what is read, and beyond, by name."""

    def with_shared_texts(items, place_of):
        shared = {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'}
        cells = grid(lambda place, at: f'<c r="{place}" t="s"><v>{place_of(at)}</v></c>', 2999, 10)
        return workbook({"data": cells}, shared)

    many = "".join(f"<si><t>text {at} {'x' * 20}</t></si>" for at in range(30_010))
    return {
        "numbers": workbook({"data": grid(lambda place, at: cell(place, at % 977 / 7), 2999, 10)}),
        "a hundred columns": workbook({"data": grid(lambda place, at: cell(place, at % 977 / 7), 299, 100)}),
        "texts": workbook({"data": grid(lambda place, at: cell(place, f"text {at}"), 2999, 10)}),
        "quotes": workbook({"data": grid(lambda place, at: cell(place, f'a"b,{at}'), 2999, 10)}),
        "both": workbook({"data": grid(lambda place, at: cell(place, f"t{at}" if at % 2 else at / 7), 2999, 10)}),
        "truth values": workbook({"data": grid(lambda place, at: cell(place, at % 3 == 0), 2999, 10)}),
        "two cells": workbook({"data": '<row r="1"><c r="A1"/></row><row r="2999"><c r="J2999"><v>1</v></c></row>'}),
        "as many shared texts as cells": with_shared_texts(many, lambda at: at),
        "a long text everywhere": with_shared_texts(f"<si><t>{'x' * 2900}</t></si>", lambda _at: 0),
        "many short texts": with_shared_texts("<si><t>x</t></si>" * 130_000, lambda at: at),
        "a cell many times": workbook({"data": '<row r="1">' + '<c r="A1"><v>1</v></c>' * 180_000 + "</row>"}),
        "one row many times": workbook({"data": '<row r="1"><c r="A1"><v>1</v></c></row>' * 90_000}),
        "comments": workbook({"data": "<!-- x -->" * 380_000}),
        "many sheets": workbook({f"sheet {at}": "" for at in range(190)}),
        "a bomb": workbook({"data": " " * 100_000_000}),
    }
