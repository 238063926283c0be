"""Rows are remembered by a name that follows from them, and only so many of them."""

from nnviz.user_data.known_rows import NAME, KnownRows, name_of
from tests.user_data.tables import own_text


def test_a_name_follows_from_the_rows_alone():
    text = own_text()
    assert name_of(text) == name_of("".join(text)) != name_of(f"{text}\n1,2,0")
    assert NAME.fullmatch(name_of(text))


def test_two_spellings_of_the_same_rows_have_one_name():
    known = KnownRows()
    plain, written = "regression,x,y\n1,2\n2,3\n3,4\n4,6", "regression,x,y\n1.0,2\n2,3e0\n+3,4\n4,6.0"
    assert known.remember(written) == known.remember(plain) == (name_of(plain), plain)
    assert known.text(name_of(plain)) == plain


def test_what_is_no_table_is_not_remembered():
    assert KnownRows().remember("regression,x,y\n1,2") is None


def test_what_is_not_remembered_is_not_known():
    assert KnownRows().text(name_of(own_text())) is None


def test_the_rows_that_were_used_longest_ago_are_forgotten_first():
    texts = [f"regression,x,y\n1,2\n2,3\n3,4\n4,{last}" for last in (5, 6, 7)]
    known = KnownRows(most_bytes=2 * len(texts[0]))
    names = [name_of(text) for text in texts]
    known.remember(texts[0])
    known.remember(texts[1])
    assert known.text(names[0]) == texts[0]
    known.remember(texts[2])
    assert [known.text(name) for name in names] == [texts[0], None, texts[2]]


def test_rows_that_are_longer_than_all_that_is_remembered_are_named_all_the_same():
    known, text = KnownRows(most_bytes=10), own_text()
    assert known.remember(text) == (name_of(text), text)
    assert known.text(name_of(text)) is None
