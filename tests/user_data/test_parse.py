"""What every kind of text means, or the sentence that says why it means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.user_data.parse import parse
from nnviz.user_data.table import MOST_ROWS, table_of
from nnviz.web.user_data_sentences import sentence

FOUR = ["1,5,0", "2,6,1", "3,8,0", "4,7,1"]
PLAIN = "\n".join(["a,b,c", *FOUR])


def rows(text, *chosen):
    parsed = parse(text, *chosen)
    assert sentence(parsed.problem) == ""
    return parsed.table.rows


def notes(text):
    return tuple(map(sentence, parse(text).notes))


def names(text):
    return parse(text).table.names


EXPECTED = rows(PLAIN)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", ", ", "; ", " ", "   "])
def test_any_usual_separator_is_understood(separator):
    assert rows(PLAIN.replace(",", separator)) == EXPECTED


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_is_understood(ending):
    assert rows(ending.join(["a,b,c", *FOUR]) + ending) == EXPECTED


def test_a_byte_order_mark_is_no_part_of_the_first_name():
    assert names("\ufeff" + PLAIN) == ("a", "b", "c")


def test_empty_lines_and_an_empty_last_column_are_left_out():
    assert rows("\n\n" + PLAIN.replace("\n", ",\n\n") + ",") == EXPECTED


def test_without_a_header_the_columns_are_called_x1_x2_and_y():
    parsed = parse("\n".join(FOUR))
    assert parsed.table.rows == EXPECTED
    assert parsed.table.names == ("x1", "x2", "y")


def test_a_text_label_in_the_first_row_makes_it_no_header():
    assert len(rows("1,2,yes\n2,3,no\n3,4,yes\n4,6,no")) == 4


def test_quoted_cells_may_hold_separators_and_quotes():
    quoted = '"length, in cm";"a ""b""";c\n"1";"5";x\n2;6;y\n3;8;"x"\n4;7;y'
    assert names(quoted)[:2] == ("length in cm", 'a "b"')
    assert [row[:2] for row in rows(quoted)] == [row[:2] for row in EXPECTED]


@pytest.mark.parametrize(
    "text", ["a;b;c\n1,5;2,5;0\n2,5;3;1\n3;4,5;0\n4;5;1", 'a,b,c\n"1,5","2,5",0\n"2,5",3,1\n3,"4,5",0\n4,5,1']
)
def test_decimal_commas_are_understood_and_said(text):
    assert rows(text) == ((1.5, 2.5, 0), (2.5, 3, 1), (3, 4.5, 0), (4, 5, 1))
    assert any("decimal commas" in note for note in notes(text))


@pytest.mark.parametrize("missing", ["", "NA", "NaN", "?", "null"])
def test_rows_with_a_missing_value_are_left_out_and_counted(missing):
    text = PLAIN + f"\n9,{missing},1\n9,9,{missing}"
    words = f" (“{missing}”)" if missing else ""
    assert rows(text) == EXPECTED
    assert f"2 rows have a missing value{words} and are left out." in notes(text)


def test_a_missing_value_in_a_column_that_is_not_used_costs_no_row():
    text = "a,b,c,y\n1,1,,0\n2,3,5,1\n3,2,,0\n4,4,6,1"
    assert len(rows(text)) == 4


def test_rounding_is_said():
    assert "Numbers are rounded to 6 significant digits." in notes(PLAIN + "\n1.23456789,2,1")
    assert notes(PLAIN) == ()


def test_of_twenty_columns_two_features_and_the_last_are_taken_and_others_may_be_chosen():
    lines = [",".join(f"c{place}" for place in range(20))]
    lines += [",".join(str((row + 1) * (place + 1) + row**2) for place in range(20)) for row in range(6)]
    text = "\n".join(lines)
    parsed = parse(text)
    assert (parsed.features, parsed.target, len(parsed.columns)) == ((0, 1), 19, 20)
    assert "There are 20 columns, of which 3 are used." in notes(text)
    other = parse(text, [7], 3)
    assert other.table.names == ("c7", "c3")


def test_text_and_constant_columns_are_passed_over_when_features_are_taken():
    text = "name,same,a,b,y\nx,1,1,2,0\ny,1,2,4,1\nz,1,3,3,0\nw,1,4,1,1"
    assert names(text) == ("a", "b", "y")


def test_columns_of_one_name_are_told_apart_and_unnamed_ones_counted():
    assert names("x,x,\n1,2,0\n2,3,1\n3,5,0\n4,4,1") == ("x", "x (2)", "column 3")


PROBLEMS = {
    "": "There is no text yet",
    " \n\n": "There is no text yet",
    "x\n1\n2\n3\n4": "one column only",
    "a,b,c\n1,2,0\n1,2": "Line 3 has 2 cells, and line 1 has 3 cells.",
    "a,b\n1,2\n2,3": "3 lines only",
    "a,b\n1,2\n2,3\n3,4": "Complete rows: 3; 4 to 5,000 can be used",
    'a,b\n1,"2\n3,4\n5,6\n7,8': "quotation marks in line 5",
    'a,b\n1,"2"3\n3,4\n5,6\n7,8': "quotation marks in line 2",
    "a,b\n1,2\n2,3\n3,x\n4,5": "Line 4: “x” in the column “b” is no number.",
    "a,b\n1,2\n2,3\n3,1.234,5\n4,5": "Line 4 has 3 cells",
    "a;b\n1;1.234,5\n2;3,5\n3;4.5\n4;5": "“4.5” in the column “b” is no number where decimals are written with a comma",
    "a,b\n1,2 kg\n2,3 kg\n3,4 kg\n4,5 kg": "“b” holds numbers with a unit, such as “2 kg”",
    "a,c\n" + "\n".join(f"{row},u{row:02}" for row in range(11)): "11 different labels (“u00”, “u01”, “u02”, …). As a",
    "a,b,c\n1,2,u\n2,3,u\n3,4,u\n4,5,u": "one class only, “u”",
    "a,b,c\n1,2,1\n2,3,1\n3,4,1\n4,5,1": "is 1 in every row: one class only",
    "a,b\n7,1\n7,2\n7,3\n7,4": "“a” is constant, the same number in every row",
    "a,b\n" + "\n".join(f"u{row},{row}" for row in range(11)): "“a” holds text",
    "a,b\n1,\n2,\n3,\n4,": "“b” is empty: it cannot be the target",
    "a,b,c\n1,,3\n2,,4\n3,,5\n4,,9": "",
    "a,b\n1000000.1,1\n1000000.2,2\n1000000.3,3\n1000000.4,4": "constant, the same number in every row to 6 digits",
    "a,b\n1,1\n2,20000000\n3,3\n4,4": "numbers beyond 10,000,000",
    "PK\x03\x04\0\0": "saved as CSV first",
    "a,b" + "\n1,2" * (MOST_ROWS + 1): "more than 5,000 rows",
    ",".join("abcdefghij" * 11): "more than 100 columns",
}


@pytest.mark.parametrize(
    ("text", "expected"), PROBLEMS.items(), ids=lambda text: text[:20].encode("unicode_escape").decode()
)
def test_whatever_is_wrong_is_said_in_a_sentence(text, expected):
    parsed = parse(text, (), text.split("\n", 1)[0].count(","))
    said = sentence(parsed.problem)
    assert expected in said
    assert (parsed.table is None) == bool(said)
    assert said == "" or said.endswith(".")


def test_a_column_of_text_that_is_chosen_as_a_feature_is_refused_in_a_sentence():
    text = "a,b,c\n1,u,0\n2,v,1\n3,u,0\n4,v,1"
    assert "“b” holds text: it cannot be a feature" in sentence(parse(text, [1], 2).problem)


def test_five_thousand_rows_of_three_columns_are_read_and_one_more_is_refused():
    lines = [f"{row * 0.0123456:.7f},{(row * 7919) % 5003},{row % 2}" for row in range(MOST_ROWS)]
    parsed = parse("\n".join(["a,b,c", *lines]))
    assert len(parsed.table.rows) == MOST_ROWS
    assert "more than 5,000 rows" in sentence(parse("\n".join(["a,b,c", *lines, "1,2,1"])).problem)


table_like = st.lists(
    st.lists(
        st.one_of(
            st.floats().map(str),
            st.integers(-3, 3).map(str),
            st.sampled_from(["", "NA", "a", "1,5", '"', '""', "yes", "-", "1e5", "٣", "\0", "1_0"]),
            st.text(max_size=4),
        ),
        min_size=1,
        max_size=4,
    ),
    max_size=9,
)


@given(
    table_like, st.sampled_from([",", ";", "\t", " ", "|"]), st.lists(st.integers(-9, 200), max_size=3), st.integers()
)
def test_no_table_whatever_raises_and_every_answer_is_a_table_or_a_sentence(cells, separator, features, target):
    parsed = parse("\n".join(separator.join(row) for row in cells), features, target)
    assert (parsed.table is None) == bool(parsed.problem)
    if parsed.table is not None:
        assert table_of(parsed.table.text) == parsed.table


@given(st.text())
def test_no_text_whatever_raises(text):
    parsed = parse(text)
    assert (parsed.table is None) == bool(parsed.problem)


def test_a_table_of_too_many_cells_is_refused_with_a_sentence():
    wide = "\n".join(",".join(str(row + place) for place in range(13)) for row in range(5000))
    assert "more than 50,000 cells" in sentence(parse(wide).problem)


@pytest.mark.parametrize(("ends", "n_columns"), [(",,", 3), (",9,", 4), (",,9", 5)])
def test_only_columns_that_are_empty_in_all_rows_are_cut_off_at_the_end(ends, n_columns):
    text = "\n".join([f"{row},{row * row},{row % 3},," for row in range(5)] + [f"7,8,9{ends}"])
    assert len(parse(text).columns) == n_columns
