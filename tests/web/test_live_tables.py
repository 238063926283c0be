import json

import pytest

from nnviz.page.live_table import LiveTable, RowGroup
from nnviz.web.live_tables import live_table

GROUP = RowGroup("First", "a note", (("a", "1"), ("b", "2")), {"field": "word"}, ("/lab?seed=3", "elsewhere"))


def table(*groups):
    return LiveTable("rows", ("Name", "Fixed"), {"Live": "texts"}, groups, "Go", "A title", ("about",))


def elements(component, kind):
    return [child for child in component._traverse() if type(child).__name__ == kind]


def test_every_row_has_its_fixed_cells_and_an_empty_one_for_each_live_column():
    drawn = live_table("page", table(GROUP, RowGroup("Second", "", (("c", "3"),), {})))
    cells = [(cell.children, getattr(cell, "data-live", None)) for cell in elements(drawn, "Td")]
    assert [cell for cell in cells if cell[1] is None] == [(text, None) for text in "a1b2c3"]
    assert cells.count(("", "texts")) == 3
    assert drawn.id == "page-rows"


def test_a_group_has_a_button_that_sets_its_words_and_its_link():
    drawn = live_table("page", table(GROUP))
    sets = [getattr(button, "data-sets", None) for button in elements(drawn, "Button")]
    assert json.loads(sets[0]) == {"field": "word"}
    assert [link.href for link in elements(drawn, "A")] == ["/lab?seed=3"]


def test_a_row_that_does_not_fit_the_header_is_refused():
    with pytest.raises(ValueError, match="more or fewer cells"):
        table(RowGroup("First", "", (("a",),), {}))
