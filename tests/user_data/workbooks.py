"""Small Excel files, and cruel ones, written by hand."""

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
