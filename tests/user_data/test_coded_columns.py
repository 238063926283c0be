"""Text as features: one-hot or as ordered codes, and called so."""

import pytest

from nnviz.user_data.coded_columns import in_order
from nnviz.user_data.parse import parse
from nnviz.web.user_data_sentences import sentence

TEXT = "size,colour,y\nlow,red,1\nhigh,blue,2\nmedium,red,4\n,green,5\nlow,blue,3"


def coded(name, text=TEXT):
    parsed = parse(text)
    names = [code.name for code in parsed.codes]
    return parse(text, (len(parsed.columns) + names.index(name),), 2)


def test_a_label_is_a_feature_that_is_1_where_it_stands():
    parsed = coded("colour = red")
    assert parsed.table.names == ("colour = red", "y")
    assert parsed.table.rows == ((1, 1), (0, 2), (1, 4), (0, 5), (0, 3))
    assert sentence(parsed.notes[0]) == "“colour = red” is 1 where it is so, and 0 elsewhere."


def test_labels_with_an_order_are_counted_in_it_and_what_is_missing_is_left_out():
    parsed = coded("size (low 0 · medium 1 · high 2)")
    assert parsed.table.rows == ((0, 1), (2, 2), (1, 4), (0, 3))
    assert [sentence(note) for note in parsed.notes[:2]] == [
        "The labels of “size” are counted: low 0, medium 1, high 2.",
        "1 row has a missing value and is left out.",
    ]


def test_other_labels_are_counted_in_the_order_of_the_alphabet():
    assert coded("colour (blue 0 · green 1 · red 2)").table.rows[0] == (2, 1)
    assert in_order(("L", "M", "XS")) == ("XS", "M", "L")


def test_a_table_of_text_alone_begins_with_codes():
    parsed = parse(TEXT)
    assert parsed.table.names == ("size = low", "y")


def test_codes_of_the_target_are_no_feature():
    text = "a,kind\n1,u\n2,v\n3,u\n4,v"
    assert parse(text, (2,), 1).features == (0,)


@pytest.mark.parametrize("n_labels", [1, 11])
def test_columns_of_one_label_or_many_have_no_codes(n_labels):
    rows = "\n".join(f"l{row % n_labels},{row},{row * row}" for row in range(22))
    assert parse(f"a,b,c\n{rows}").codes == ()


def test_long_names_keep_the_first_and_the_last_code():
    rows = "\n".join(f"label number {'abcdefgh'[row % 8]},{row}" for row in range(16))
    names = [code.name for code in parse(f"something with a long name,y\n{rows}").codes]
    assert max(map(len, names)) <= 60
    assert names[-1].startswith("something with a lon (label number")
