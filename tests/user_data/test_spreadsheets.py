"""Excel workbooks: the first sheet as text; what is too large or odd is named before anything is made of it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.user_data.parse import parse
from nnviz.user_data.said import DataError
from nnviz.user_data.spreadsheets import LONGEST_TEXT, MOST_SHEET_CELLS, MOST_UNPACKED, sheet_of
from tests.user_data.workbooks import MAIN, dearest_workbooks, workbook

ROWS = [["speed", "way, m"], [4.5, 2], [7, 1e-10], [8, None], [9, 0.1 + 0.2], [1000, 18]]


def why(data):
    with pytest.raises(DataError) as error:
        sheet_of(data)
    return error.value.why.key


def test_the_first_sheet_that_is_shown_and_has_cells_is_read_as_text():
    sheet = sheet_of(workbook({"notes": [["x"]], "empty": [], "runs": ROWS, "more": [["y"]]}, hidden=["notes"]))
    assert sheet.name == "runs"
    assert sheet.text == 'speed,"way, m"\n4.5,2\n7,1e-10\n8,\n9,0.3\n1000,18\n'


@given(st.lists(st.tuples(*[st.floats(-1e6, 1e6)] * 2), min_size=4, max_size=20))
def test_the_numbers_of_a_sheet_are_those_of_the_table(rows):
    text = sheet_of(workbook({"data": [["a", "b"], *rows]})).text
    expected = parse("a,b\n" + "\n".join(f"{one:.15g},{other:.15g}" for one, other in rows), decimal=".")
    assert parse(text, decimal=".").table == expected.table


def test_texts_truth_values_and_dates_are_written_as_a_csv_has_them():
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    date = '<row r="1"><c r="A1" s="1"><v>43891</v></c><c r="B1" t="b"><v>1</v></c></row>'
    assert sheet_of(workbook({"data": date}, {"xl/styles.xml": styles})).text == "2020-03-01,TRUE\n"


@pytest.mark.parametrize(
    ("sheet", "key"),
    {
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9999"><c r="ZZ9999"><v>1</v></c></row>': "table.large-workbook",
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>': "table.odd-workbook",
        "<row><c><v>1</v></c></row>": "table.odd-workbook",
        '<row r="1"><c r="&#65;1"><v>1</v></c></row>': "table.odd-workbook",
        "<row r='1'><c r='A1'><v>1</v></c></row>": "table.odd-workbook",
        '<x:row xmlns:x="y"><x:c><x:v>1</x:v></x:c></x:row>': "table.odd-workbook",
        '<row r="1"><c r="A1" r="ZZ9999"><v>1</v></c></row>': "table.odd-workbook",
        " " * (MOST_UNPACKED + 1): "table.large-workbook",
        "".join(f'<row r="{row}"><c r="ZZ{row}"/></row>' for row in range(1, 200)): "table.large-workbook",
    }.items(),
    ids=range(9),
)
def test_a_sheet_that_is_too_large_or_does_not_say_where_its_cells_are_is_named(sheet, key):
    assert why(workbook({"data": sheet})) == key


def test_a_long_text_that_many_cells_share_is_not_repeated():
    shared = f'<sst xmlns="{MAIN}"><si><t>{"x" * LONGEST_TEXT}</t></si></sst>'
    assert why(workbook({"data": ROWS}, {"xl/sharedStrings.xml": shared})) == "table.large-workbook"


@pytest.mark.parametrize(
    "name", ["a long text everywhere", "many short texts", "a cell many times", "one row many times", "a bomb"]
)
def test_a_small_file_that_would_cost_much_is_named(name):
    assert why(dearest_workbooks()[name]) == "table.large-workbook"


def test_what_is_no_workbook_is_named():
    good = workbook({"data": ROWS})
    assert why(b"PK\3\4" + b"x" * 100) == "table.no-workbook"
    assert why(good[: len(good) // 2]) == "table.no-workbook"
    assert why(workbook({})) in {"table.no-workbook", "table.empty-workbook"}
    assert why(workbook({"data": []})) == "table.empty-workbook"
    assert why(workbook({"data": "<row"})) in {"table.no-workbook", "table.odd-workbook"}


@given(st.data())
def test_a_workbook_with_spoilt_bytes_is_read_or_named(data):
    good = bytearray(workbook({"data": ROWS}))
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=6)):
        good[place] = data.draw(st.integers(0, 255))
    with suppress(DataError):  # and nothing else may be raised
        sheet_of(bytes(good))


def test_the_most_cells_that_are_read_are_read():
    rows = [[float(row * place % 977) / 7 for place in range(10)] for row in range(MOST_SHEET_CELLS // 10)]
    assert sheet_of(workbook({"data": rows})).text.count("\n") == len(rows)
