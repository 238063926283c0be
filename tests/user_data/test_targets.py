"""What a column means as a target: two classes, which keep their names, or a number."""

import pytest

from nnviz.user_data.control import UserData
from nnviz.user_data.parse import parse
from nnviz.user_data.table import MOST_CLASSES, table_of
from nnviz.user_data.targets import TargetChoice
from nnviz.web.user_data_sentences import sentence

SWAPPED = TargetChoice(swap=True)
TWO_ONLY = UserData(tasks=("classification",))
CLASSES_ONLY = UserData(tasks=("classification",), most_classes=MOST_CLASSES)
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
    swapped = parse("a,b,species\n1,2,virginica\n2,3,versicolor\n3,5,virginica\n4,4,versicolor", choice=SWAPPED).table
    assert swapped.classes == ("virginica", "versicolor")
    assert [row[-1] for row in swapped.rows] == [0, 1, 0, 1]
    assert parse(PLAIN).table.classes == ()
    assert parse(PLAIN, choice=SWAPPED).table.classes == ("1", "0")
    assert [row[-1] for row in parse(PLAIN, choice=SWAPPED).table.rows] == [1, 0, 1, 0]


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


def table_with(labels):
    return "a,b,kind\n" + "\n".join(f"{row},{row % 7},{label}" for row, label in enumerate(labels))


def test_three_to_ten_labels_are_as_many_classes_which_keep_their_names():
    for n in (3, 10):
        names = tuple("ABCDEFGHIJ"[:n])
        parsed = parse(table_with(names * 4))
        assert parsed.table.task == "classification"
        assert parsed.table.classes == names
        assert [row[-1] for row in parsed.table.rows[:n]] == list(range(n))
        assert table_of(parsed.table.text) == parsed.table
    assert "The classes are “A”, “B”, “C”." in map(sentence, parse(table_with("ABC" * 4)).notes)


def test_classes_of_which_no_complete_row_is_left_are_none():
    text = table_with(["A", "B", "C", "A", "B", "A", "B"]).replace("2,2,C", "2,,C")
    assert parse(text).table.classes == ("A", "B")


def test_more_labels_than_ten_are_named_as_too_many():
    parsed = parse(table_with("ABCDEFGHIJK" * 4), target=2)
    assert parsed.table is None
    assert "11 different labels" in sentence(parsed.problem)


def test_a_page_that_tells_two_classes_apart_says_so():
    parsed = parse(table_with("ABC" * 4), page=TWO_ONLY)
    assert sentence(parsed.unfit) == "This page tells two classes apart, and the target “kind” has 3."
    assert TWO_ONLY.parse(parsed.table.text) is None
    assert CLASSES_ONLY.parse(parsed.table.text) == parsed.table.text
    assert CLASSES_ONLY.takes == "one feature or two features and 2 to 10 classes"


def test_few_whole_numbers_are_asked_about_where_a_page_takes_both():
    text = table_with([0, 1, 2] * 6)
    parsed = parse(text)
    assert (parsed.table, parsed.meaning) == (None, "open")
    assert "classes or numbers to predict" in sentence(parsed.problem)
    classes = parse(text, choice=TargetChoice(meaning="classes"))
    assert (classes.table.classes, classes.meaning) == (("0", "1", "2"), "classes")
    numbers = parse(text, choice=TargetChoice(meaning="number"))
    assert (numbers.table.task, numbers.meaning) == ("regression", "number")
    only = parse(text, page=CLASSES_ONLY)
    assert (only.table.classes, only.meaning, only.unfit) == (("0", "1", "2"), None, None)
    assert parse(text, page=UserData(tasks=("regression",))).table.task == "regression"


@pytest.mark.parametrize("labels", [[0, 1, 2, 3], list(range(11)) * 4, [0.5, 1, 2] * 6])
def test_other_numbers_are_numbers_to_predict(labels):
    assert parse(table_with(labels)).table.task == "regression"


@pytest.mark.parametrize("target", ["0\n1\n3", "0\n1\n1", "0\n1\n2.5"])
def test_a_text_whose_rows_are_not_its_classes_is_no_table(target):
    a, b, c = target.split("\n")
    body = f"1,2,{a}\n2,1,{b}\n3,5,{c}\n4,4,{a}\n5,9,{b}"
    assert table_of(f"classification,p,q,kind,A,B,C\n{body}") is None
