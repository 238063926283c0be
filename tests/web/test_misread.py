"""What a link says that is not understood is told on the page; everything else opens without a word."""

import pytest

from nnviz.page.registry import discover
from nnviz.web.catalogue import speaking
from nnviz.web.links import starting_settings
from nnviz.web.misread import misread

LESSON = discover()["xor"]


def test_a_decimal_comma_in_a_link_is_read():
    assert starting_settings(LESSON, {"learning_rate": "0,1"}).learning_rate == 0.1
    assert misread(LESSON, {"learning_rate": "0,1"}) == ""


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"learning_rate": "0.1", "step": "5", "preset": "1", "hide": "text", "lang": "de"},
        {"utm_source": "mail", "fbclid": "x1"},
        {"own_data": "anything"},
    ],
    ids=range(4),
)
def test_what_is_understood_or_is_not_for_the_page_is_no_matter(query):
    assert misread(LESSON, query) == ""


def test_a_value_that_no_control_has_and_a_misspelt_name_are_told():
    assert misread(LESSON, {"learning_rate": "fast"}).startswith("The link says “learning_rate=fast”, which is not")
    assert misread(LESSON, {"learning_rat": "3"}).endswith("Did you mean “learning_rate”?")
    with speaking("de"):
        assert misread(LESSON, {"learning_rat": "3"}).startswith("Im Link steht „learning_rat=3“.")


def test_at_most_three_things_are_told_and_none_at_length():
    query = dict.fromkeys(("learning_rate", "noise", "seed", "batch_size", "momentum"), "x" * 5000)
    assert misread(LESSON, query).count("The link says") <= 3
    assert len(misread(LESSON, query)) < 400


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"then": "40~learning_rate~fast"}, ["then=40~learning_rate~fast"]),
        ({"then": "40~learning_rate~0.1,x~learning_rate~1,50~speed~3"}, ["then=x~learning_rate~1", "then=50~speed~3"]),
        ({"then": "40"}, ["then=40~~"]),
        ({"hold": "learning_rate~fast~@300"}, ["hold=learning_rate~fast"]),
        ({"hold": "learning_rate~0.1"}, ["hold=learning_rate~0.1"]),
        ({"hold": "@300~40~learning_rate,@200~x"}, ["hold=40~learning_rate~", "hold=x~~"]),
        ({"hold": "@300~40~learning_rate~0,1,learning_rate~0,5~@9", "then": "40~learning_rate~0,1"}, []),
    ],
)
def test_what_a_link_says_of_later_changes_and_of_held_runs_is_told_where_it_is_not_understood(query, told):
    said = misread(discover()["lab"], query)
    assert said == " ".join(f"The link says “{given}”, which is not understood here and is left out." for given in told)
