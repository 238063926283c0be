"""Tables as people and programs write them: the right rows, or the right sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.user_data.numerals import DECIMALS, deciding, joined, n_numbers, open_cells, value_of, values_of
from nnviz.user_data.parse import parse
from nnviz.web.catalogue import speaking
from nnviz.web.user_data_sentences import sentence


def second(cells, separator=";"):
    """A table whose second column is the target with these cells."""
    return "\n".join([separator.join("ab"), *(separator.join([str(row), cell]) for row, cell in enumerate(cells))])


READ = {
    "grouped by commas, quoted": (second(['"1,250"', "980", "870", '"2,100"'], ","), (1250, 980, 870, 2100)),
    "grouped by points, with a decimal comma": (second(["1.234,50", "950", "1.100", "7"]), (1234.5, 950, 1100, 7)),
    "several groups": (second(["1,234,500", "950", "1,100", "7"]), (1234500, 950, 1100, 7)),
    "groups of India": (second(["1,23,456", "950", "1,100", "7"]), (123456, 950, 1100, 7)),
    "percent": (second(["12%", "14 %", "1%", "7%"]), (12, 14, 1, 7)),
    "dollars": (second(["$250000", "-$3", "$4", "$7"]), (250000, -3, 4, 7)),
    "euros": (second(["€ 1.234,50", "3 €", "4 €", "7 €"]), (1234.5, 3, 4, 7)),
    "apostrophes": (second(["1'234.50", "1’000", "4", "7"]), (1234.5, 1000, 4, 7)),
    "blanks that do not break": (second(["1\u00a0234,5", "1\u202f000", "4", "7"]), (1234.5, 1000, 4, 7)),
    "a true minus": (second(["−1", "–2", "3", "7"]), (-1, -2, 3, 7)),
    "exponents": (second(["1e-3", "2.5E+2", "3", "7"]), (0.001, 250, 3, 7)),
    "a decimal comma with an exponent": (second(["1,5e-3", "2", "3", "7"]), (0.0015, 2, 3, 7)),
    "tiny numbers": (second(["1e-10", "2e-10", "3e-10", "5e-10"]), (1e-10, 2e-10, 3e-10, 5e-10)),
    "words for nothing": (second(["1", "None", "NA", "-", "#DIV/0!", "?", "", "2", "3", "7"]), (1, 2, 3, 7)),
    "sep=": ("sep=;\n" + second(["1,5", "2", "3", "7"]), (1.5, 2, 3, 7)),
    "comments": ("# made by hand\n" + second(["1", "2", "3", "7"]) + "\n# end", (1, 2, 3, 7)),
    "a comment above names": ("# made in Bonn, in May\na,b\n1,1\n2,2\n4,3\n5,7", (1, 2, 3, 7)),
    "a comment with numbers": ("# 3, 4\n1,1\n2,2\n4,3\n5,7", (1, 2, 3, 7)),
    "no comment in a name": ('"a\n# 1","b"\n1,1\n2,2\n4,3\n5,7\n# end', (1, 2, 3, 7)),
    "an inch mark above a comment": ('a,b 5" long\n1,1\n2,2\n# so, far\n4,3\n5,7', (1, 2, 3, 7)),
    "decimal commas with exponents": (second(["1,000e+03", "2,000e+00", "3,000e+00", "7,000e+00"]), (1000, 2, 3, 7)),
    "R with decimal commas": ('"a" "b c"\n"1" 5 1,5\n"2" 7 2\n"3" 6 3\n"4" 5 7', (1.5, 2, 3, 7)),
    "blanks between quoted names": ('"a, m" "b\nc"\n"5" "1"\n"7" "2"\n"6" "3"\n"5" "7"', (1, 2, 3, 7)),
    "R": ('"a" "b c"\n"1" 5 1\n"2" 7 2\n"3" 6 3\n"4" 5 7', (1, 2, 3, 7)),
    "NumPy": ("# a b\n1.0e+00 1.0e+00\n2.0e+00 2.0e+00\n4e+00 3e+00\n5e+00 7e+00", (1, 2, 3, 7)),
    "separators at the ends": ("a,b\n1,1,\n2,2,\n4,3,\n5,7,", (1, 2, 3, 7)),
    "tabs": (second(["1,5", "2", "3", "7"], "\t"), (1.5, 2, 3, 7)),
    "blanks with decimal commas": ("a b\n1,5 1,5\n2 2\n3 3\n4 7", (1.5, 2, 3, 7)),
    "years above": ("2019,2020\n5,1\n6,2\n7,3\n3,7", (1, 2, 3, 7)),
    "years beside a name": ("country,1990,2000\nA,5,1\nB,6,2\nC,7,3\nD,3,7", (1, 2, 3, 7)),
    "years beside names of columns, and a number like one": (
        "a,2019,2020\nA,5,1\nB,6,2\nC,7,1800\nD,3,7",
        (1, 2, 1800, 7),
    ),
    "years below": ("2019,2020\n2018,2021\n2017,2022\n2016,2024", (2020, 2021, 2022, 2024)),
}


@pytest.mark.parametrize(("text", "target"), READ.values(), ids=READ)
def test_a_dialect_is_read_as_it_is_meant(text, target):
    parsed = parse(text)
    assert sentence(parsed.problem) == ""
    assert tuple(row[-1] for row in parsed.table.rows) == target


SAID = {
    second(["5 kg", "6 kg", "7 kg", "8 kg"]): "“b” holds numbers with a unit, such as “5 kg”",
    second(["5", "6 kg", "7", "8"]): "Line 3: “6 kg” in the column “b” is no number. Write numbers without a unit.",
    second(["5%", "6", "7", "8"]): "Line 2: “5%” in the column “b” has another unit than “6”",
    second(["5 €", "6 $", "7 €", "8 €"]): "Line 2: “5 €” in the column “b” has another unit than “6 $”",
    second(["1", "2020-03-01", "3", "4"]): "Line 3: “2020-03-01” in the column “b” is a date",
    second(["1.3.2020", "2.3.2020", "3.3.2020", "4.3.2020"]): "“b” holds dates: it cannot be the target",
    second(
        ["1.5", "2.5", "3,5", "4"]
    ): "Line 4: “3,5” in the column “b” is no number where decimals are written with a",
    "a,b\n4,5,2\n7,25,4\n8,1,6\n9,2,3": "Line 2 has 3 cells, and line 1 has 2 cells.",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_cannot_be_read_is_named_with_its_cell_and_its_line(text, expected):
    assert expected in sentence(parse(text, (), 1).problem)


NOTED = {
    second(["1", "2", "3", "-999"]): "The column “b” has −999 in 1 of its rows",
    second(["12%", "14%", "1%", "7%"]): "Percent signs are left out: 12% is read as 12.",
    second(["$5", "$6", "$7", "$9"]): "The numbers are read without “$”.",
    second(['"1,250"', "980", "870", "7"], ","): "Thousands are grouped: “1,250” is read as 1250.",
    second(["1", "2", "None", "3", "7"]): "1 row has a missing value (“None”) and is left out.",
    "2019,2020\n5,1\n6,2\n7,3\n3,7": "The first row is read as names (2019, 2020), not as data.",
    "# x\n" + second(["1", "2", "3", "7"]): "1 line that begins with # is left out.",
}


@pytest.mark.parametrize(("text", "expected"), NOTED.items())
def test_what_was_done_is_said(text, expected):
    assert any(expected in sentence(note) for note in parse(text).notes)


def test_true_and_false_are_a_feature_when_they_are_chosen_and_two_classes_as_a_target():
    text = "a,b,c\n1,TRUE,1\n2,FALSE,2\n3,FALSE,3\n4,TRUE,5"
    assert [row[0] for row in parse(text, [1], 2).table.rows] == [1, 0, 0, 1]
    assert parse(text, [0], 1).table.classes == ("FALSE", "TRUE")


@pytest.mark.parametrize("text", [second(["1.234", "950", "1.100", "7"], sign) for sign in ";,\t|"])
def test_a_number_that_may_be_another_one_is_asked_for_and_read_as_it_is_answered(text):
    asked = parse(text)
    assert (asked.table, asked.readings.decimal) == (None, None)
    assert (asked.readings.cell, asked.readings.point, asked.readings.comma) == ("1.234", 1.234, 1234)
    for decimal, first in ((".", 1.234), (",", 1234)):
        answered = parse(text, decimal=decimal)
        assert answered.table.rows[0][-1] == first
        assert answered.readings.decimal == decimal


def test_a_column_that_is_not_used_raises_no_question():
    text = "a;b;c\n1;1.234;2\n2;950;3\n3;1.100;4\n4;7;9"
    assert parse(text, [0], 2).table is not None
    assert parse(text, [1], 2).table is None


def test_the_sentences_are_german_where_german_is_spoken():
    problem = parse(second(["5", "1.234,5", "6.5.5", "8", "9"])).problem
    with speaking("de"):
        assert sentence(problem) == "Zeile 4: „6.5.5“ in der Spalte „b“ ist keine Zahl."


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=12))
def test_what_decides_for_a_column_is_a_number_in_one_reading_only(cell):
    points, commas = deciding(cell)
    point, comma = value_of(cell, "."), value_of(cell, ",")
    assert not points or (point is not None and comma is None)
    assert not commas or (comma is not None and point is None)


@given(st.lists(st.text(alphabet="0123456789.,'- €%eE", max_size=9), min_size=1, max_size=4))
def test_the_cells_of_a_column_have_the_numbers_that_each_has_alone(cells):
    text = joined(cells)
    for decimal in DECIMALS:
        alone = [value_of(cell, decimal) for cell in cells]
        assert values_of(text, decimal) == (alone.index(None) if None in alone else alone)
    readings = [{value_of(cell, decimal) for decimal in DECIMALS} for cell in cells]
    are_open = [None not in reading and len(reading) == 2 for reading in readings]
    assert list(open_cells(text)) == [place for place, is_open in enumerate(are_open) if is_open]
    written = [n_numbers([cell]) for cell in cells]
    assert n_numbers(cells) == sum(written)
    for cell, is_written, reading in zip(cells, written, readings, strict=True):
        assert is_written == (reading != {None}) or (is_written and "e" in cell.lower() and len(cell) > 4)


@pytest.mark.parametrize("cell", ["1E400", "-1e999", "1e309"])
def test_a_number_that_no_float_holds_is_called_too_large(cell):
    assert "too large" in sentence(parse(f"a,b\n1,2\n{cell},3\n3,4\n5,6").problem)


def test_five_thousand_labels_are_named_as_too_many():
    rows = "\n".join(f"{row},{row % 7},label {row}" for row in range(4999))
    assert "4,999 different labels" in sentence(parse(f"a,b,c\n{rows}", (), 2).problem)


def test_text_with_many_labels_alone_says_that_there_is_no_feature():
    rows = "\n".join(f"u{row},v{row}" for row in range(11))
    assert "There is no feature" in sentence(parse(f"a,b\n{rows}").problem)
