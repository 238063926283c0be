import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.user_data.table import LARGEST, LONGEST_TEXT, MOST_ROWS, OwnTable, clean_name, number_of, rounded, table_of
from tests.user_data.tables import own_text

ROWS = "\n1,2,0\n2,3,1\n3,4,0\n4,5,1"


def test_a_canonical_text_means_the_table_that_wrote_it():
    table = table_of(f"classification,a,b,c{ROWS}")
    assert table == OwnTable("classification", ("a", "b", "c"), ((1, 2, 0), (2, 3, 1), (3, 4, 0), (4, 5, 1)))
    assert table.text == f"classification,a,b,c{ROWS}"


@pytest.mark.parametrize("task", ["regression", "classification"])
@pytest.mark.parametrize("n_features", [1, 2])
def test_a_table_and_its_text_round_trip(task, n_features):
    text = own_text(task, n_features)
    assert table_of(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "regression",
        f"guessing,a,b,c{ROWS}",
        f"classification,a,b{ROWS}",
        f"classification,a,b,c,d{ROWS}",
        f"classification,a,,c{ROWS}",
        f"classification,a, b,c{ROWS}",
        f"classification,a,b,c{ROWS},5",
        f"classification,a,b,c{ROWS}\n",
        f"classification,a,b,c{ROWS}\n1,nan,1",
        f"classification,a,b,c{ROWS}\n1,1e999,1",
        f"classification,a,b,c{ROWS}\n1,2e7,1",
        f"classification,a,b,c{ROWS}\n1,2,2",
        "classification,a,b,c\n1,2,0\n2,3,1\n3,4,0",
        "classification,a,b,c\n1,2,0\n2,3,0\n3,4,0\n4,5,0",
        "classification,a,b,c\n1,2,0\n1,3,1\n1,4,0\n1,5,1",
        "regression,a,b\n1,7\n2,7\n3,7\n4,7",
        "regression,a,b" + "\n1,2" * (MOST_ROWS + 1),
        "x" * (LONGEST_TEXT + 1),
    ],
)
def test_a_text_that_is_no_table_to_learn_from_means_none(text):
    assert table_of(text) is None


def test_numbers_are_rounded_to_six_digits_and_written_shortly():
    table = table_of("regression,x,y\n1.23456789,1\n-0.00000000001,2\n-1e-31,3\n12345678.9e-2,3\n5,4.50")
    assert table is not None
    assert table.text == "regression,x,y\n1.23457,1\n-1e-11,2\n0,3\n123457,3\n5,4.5"


@given(st.floats(-LARGEST, LARGEST))
def test_rounding_twice_is_rounding_once(value):
    assert rounded(rounded(value)) == rounded(value)
    assert rounded(float(f"{rounded(value):.6g}")) == rounded(value)
    assert len(f"{rounded(value):.6g}") <= 13


@given(st.text(max_size=120))
def test_no_text_whatever_raises(text):
    table = table_of(text)
    assert table is None or table_of(table.text) == table


@pytest.mark.parametrize("cell", ["1_000", "٣", "0x1", "inf", "nan", "", " 1", "1e9999", "1" * 50, "--1", "1e"])
def test_what_python_might_read_as_a_number_is_none_here(cell):
    assert number_of(cell) is None


def test_the_longest_table_of_all_stays_within_the_longest_text():
    widest = -1.23457e-05
    rows = tuple((widest, widest + place * 1e-9, -1234.56) for place in range(MOST_ROWS))
    assert len(OwnTable("regression", ("x" * 60, "y" * 60, "z" * 60), rows).text) < LONGEST_TEXT


def test_a_name_keeps_no_comma_and_no_line_break():
    assert clean_name("  a,b\n\tc  ") == "a b c"


def test_a_name_keeps_no_sign_that_is_not_printed():
    assert clean_name("a\0b\x1b[31mc\u202ed\ufeff") == "a b [31mc d"


@pytest.mark.parametrize(
    "cell", ["1.5", "0", "-0", "1e-05", "1.23456e-05", "0.000123456", "1e+06", "inf", "nan", "1_0", " 2"]
)
def test_a_number_means_the_same_however_the_other_numbers_are_written(cell):
    canonical, other = (table_of(f"regression,x,y\n{cell},1\n3,2\n5,{three}\n7,4") for three in ("3", "3.0"))
    assert canonical == other
    assert canonical is None or canonical.text == other.text
