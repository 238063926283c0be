"""Which columns are taken of the tables that people have, and why."""

import pytest

from nnviz.user_data.control import UserData
from nnviz.user_data.parse import parse
from nnviz.user_data.table import MOST_CLASSES
from nnviz.web.user_data_sentences import sentence

N_ROWS = 20
CELLS = {
    "index": lambda row: row,
    "id": lambda row: 7000 + 13 * row % 101,
    "number": lambda row: row * row % 17 + 0.5,
    "labels": lambda row: "ab"[row % 2],
    "three": lambda row: ("red", "blue", "green")[row % 3],
    "bits": lambda row: row % 2,
    "date": lambda row: f"2024-01-{row + 1:02}",
    "days": lambda row: 20240101 + row,
    "name": lambda row: f"somebody {row}",
}
LINE = UserData(tasks=("regression",), n_features=(1,))
PLANE = UserData(tasks=("classification",), n_features=(2,))


def table(columns):
    lines = [",".join(columns)]
    lines += [",".join(str(CELLS[kind](row)) for kind in columns.values()) for row in range(N_ROWS)]
    return "\n".join(lines)


def taken(columns, *choice, **page):
    parsed = parse(table(columns), *choice, **page)
    names = [column.name for column in parsed.columns] + [code.name for code in parsed.codes]
    return [names[place] for place in parsed.features], names[parsed.target], sentence(parsed.why)


TITANIC = {
    "PassengerId": "id",
    "Survived": "bits",
    "Name": "name",
    "Sex": "labels",
    "Age": "number",
    "Fare": "number",
    "Embarked": "three",
}
LIKELY = [
    ({"a": "number", "b": "number", "c": "number"}, ["a", "b"], "c", "the last column"),
    ({"Id": "id", "a": "number", "b": "number", "Species": "labels"}, ["a", "b"], "Species", "by its name"),
    (TITANIC, ["Age", "Fare"], "Survived", "by its name"),
    ({"": "index", "TV": "number", "radio": "number", "sales": "number"}, ["TV", "radio"], "sales", "by its name"),
    ({"nr": "index", "a": "number", "b": "number", "c": "number"}, ["a", "b"], "c", "the last column"),
    ({"date": "date", "a": "number", "b": "number", "c": "number"}, ["a", "b"], "c", "the last column"),
    ({"day of": "days", "a": "number", "b": "number", "c": "number"}, ["a", "b"], "c", "the last column"),
    ({"species": "labels", "a": "number", "b": "number"}, ["a", "b"], "species", "by its name"),
    ({"group": "labels", "a": "number", "b": "number"}, ["a", "b"], "group", "it has labels"),
    ({"price (€)": "number", "a": "number", "b": "number"}, ["a", "b"], "price (€)", "by its name"),
    (
        {"a": "number", "b": "number", "c": "number", "remark": "name"},
        ["a", "b"],
        "c",
        "the last that this page can use",
    ),
    ({"t": "index", "height": "number"}, ["t"], "height", "the last column"),
    ({"id": "id", "height": "number"}, ["id"], "height", "the last column"),
]


@pytest.mark.parametrize(("columns", "features", "target", "why"), LIKELY, ids=lambda value: "-".join(value)[:30])
def test_keys_counts_and_dates_are_no_features_and_the_target_has_a_reason(columns, features, target, why):
    assert taken(columns) == (features, target, why)


def test_what_was_passed_over_is_said():
    columns = {"nr": "index", "customer_id": "id", "when": "days", "a": "number", "b": "number"}
    said = [sentence(note) for note in parse(table(columns)).notes]
    assert said[0] == ("Not taken as a feature: “nr” names the rows; “customer_id” names the rows; “when” holds dates.")


def test_a_page_gets_a_target_and_as_many_features_as_it_can_take():
    assert taken(TITANIC, page=LINE)[:2] == (["Age"], "Fare")
    assert taken(TITANIC, page=PLANE)[:2] == (["Age", "Fare"], "Survived")


def test_a_page_gets_no_target_with_more_classes_than_it_can_tell_apart():
    columns = {"a": "number", "b": "number", "group": "labels", "colour": "three"}
    many = UserData(tasks=("classification",), n_features=(2,), most_classes=MOST_CLASSES)
    assert taken(columns, page=PLANE) == (["a", "b"], "group", "it has labels")
    assert taken(columns, page=many) == (["a", "b"], "colour", "the last column")


def test_days_are_days_in_every_row_that_says_something():
    def features(cells):
        return parse("when,a,b\n" + "\n".join(f"{cell},{row % 7},{row % 5}" for row, cell in enumerate(cells))).features

    days = [str(20240101 + row) for row in range(12)]
    assert features(days) == (1,)
    assert features([*days[:5], "", *days[5:]]) == (1,)
    assert features([*days[:5], "20241301", *days[5:]]) == (0, 1)  # there is no thirteenth month


def test_with_a_target_of_ones_own_the_features_are_those_beside_it():
    columns = {"id": "id", "a": "number", "b": "number", "c": "number"}
    assert taken(columns, (), 1) == (["b", "c"], "a", "")
    assert taken(columns, (0, 3), 1) == (["id", "c"], "a", "")
    assert taken(columns, (1,), 1, page=PLANE)[0] == ["b", "c"]


def test_few_rows_that_count_from_one_on_may_be_a_feature():
    parsed = parse("a,b,c\n1,5,0\n2,6,1\n3,8,0\n4,7,1")
    assert parsed.features == (0, 1)
