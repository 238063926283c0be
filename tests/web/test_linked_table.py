"""A table that travels in a link: what is taken from it, and the sentence for what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.page.registry import discover
from nnviz.user_data.table import OwnTable
from nnviz.web.linked_table import LONGEST, MOST_ROWS, linked_table
from nnviz.web.misread import misread
from nnviz.web.page_config import page_config

LESSONS = discover()
TABLE = OwnTable(
    "classification", ("a ~ b", "Größe; <b>", "y"), ((1, 2, 0), (2, 3, 1), (3, 1, 0), (4, 4, 1)), ("=1", "@x")
)
LINE = "regression,x,y\n1,2\n2,3\n3,5\n4,4"


def said(slug, text):
    return linked_table(LESSONS[slug], {"table": text}), misread(LESSONS[slug], {"table": text})


def test_a_page_that_can_use_a_table_is_told_it():
    assert said("xor", TABLE.text) == (TABLE.text, "")
    assert said("least-squares", LINE.replace("\n", "\r\n")) == (LINE, "")
    fields = page_config(LESSONS["xor"], {"table": TABLE.text})["fields"]
    assert [name for name, field in fields.items() if field.get("linked")] == ["own_data"]


@pytest.mark.parametrize(
    ("slug", "text", "why"),
    [
        ("xor", "", "cannot be read"),
        ("xor", "a,b,c\n1,2,0", "cannot be read"),
        ("xor", TABLE.text + "\n1,2", "cannot be read"),
        ("xor", TABLE.text + "\n1,2,nan", "cannot be read"),
        ("xor", TABLE.text + "\n1,2,0" * MOST_ROWS, "at most 60 complete rows"),
        ("xor", TABLE.text + "\n1,2,0" + "0" * LONGEST, "cannot be read"),
        ("xor", LINE, "This page needs two features"),
        ("gradient-descent", "classification,x,y\n1,0\n2,1\n3,0\n4,1", "This page needs a number to predict"),
        ("entropy", LINE, "takes no others"),
    ],
)
def test_what_a_page_cannot_use_is_left_out_with_a_sentence(slug, text, why):
    linked, sentence = said(slug, text)
    assert linked == ""
    assert sentence.startswith("The table in the link is not used: ")
    assert why in sentence


def test_sixty_rows_are_taken():
    rows = "".join(f"\n{row},{row * 7 % 11},{row % 2}" for row in range(MOST_ROWS))
    assert said("xor", f"classification,a,b,c{rows}") == (f"classification,a,b,c{rows}", "")


@given(st.text(max_size=80), st.sampled_from(sorted(LESSONS)))
def test_no_text_whatever_raises(text, slug):
    linked, sentence = said(slug, text)
    assert bool(linked) != bool(sentence)
