"""What a column means as a target: two classes, which keep their names, or a number."""

import pytest

from nnviz.user_data.parse import parse
from nnviz.user_data.table import table_of
from nnviz.web.user_data_sentences import sentence

PLAIN = "a,b,c\n1,5,0\n2,6,1\n3,8,0\n4,7,1"


def rows(text):
    return parse(text).table.rows


def test_two_labels_become_0_and_1_in_the_order_of_the_alphabet():
    parsed = parse("a,b,species\n1,2,virginica\n2,3,versicolor\n3,5,virginica\n4,4,versicolor")
    assert parsed.table.task == "classification"
    assert [row[-1] for row in parsed.table.rows] == [1, 0, 1, 0]
    assert parsed.table.classes == ("versicolor", "virginica")
    assert tuple(map(sentence, parsed.notes)) == ("Class 1 is “virginica”, class 0 “versicolor”.",)


def test_the_classes_can_be_swapped_and_labels_0_and_1_have_no_other_names_unless_they_are():
    swapped = parse("a,b,species\n1,2,virginica\n2,3,versicolor\n3,5,virginica\n4,4,versicolor", swap=True).table
    assert swapped.classes == ("virginica", "versicolor")
    assert [row[-1] for row in swapped.rows] == [0, 1, 0, 1]
    assert parse(PLAIN).table.classes == ()
    assert parse(PLAIN, swap=True).table.classes == ("1", "0")
    assert [row[-1] for row in parse(PLAIN, swap=True).table.rows] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        (('"a,b"', "a b"), ("a b (1)", "a b (2)")),
        (("x" * 50 + "1", "x" * 50 + "2"), ("x" * 26 + " (1)", "x" * 26 + " (2)")),
        (('","', "b"), ("class 0", "b")),
        (("<b>", "$x$"), ("$x$", "<b>")),
        (("\u202e", "b"), ("b", "class 1")),
    ],
)
def test_names_of_classes_are_short_different_and_can_stand_in_the_text(labels, classes):
    rows = "\n".join(f"{row},{row % 5},{labels[row % 2]}" for row in range(8))
    table = parse(f"p,q,r\n{rows}").table
    assert table.classes == classes
    assert table_of(table.text) == table


def test_two_numbers_become_0_and_1_and_more_are_a_number_to_predict():
    two, more = "a,b\n1,10\n2,20\n3,10\n4,20", "a,b\n1,10\n2,20\n3,30\n4,20"
    assert [row[-1] for row in rows(two)] == [0, 1, 0, 1]
    assert (parse(two).table.names[-1], parse(two).table.classes) == ("b", ("10", "20"))
    assert parse(more).table.task == "regression"
    assert [row[-1] for row in rows(more)] == [10, 20, 30, 20]
