"""Whatever the dialect of a table, the numbers that stand in it are read, or it is asked which they are."""

from hypothesis import assume, given

from nnviz.user_data.parse import parse
from nnviz.user_data.table import clean_name
from nnviz.web.user_data_sentences import sentence
from tests.user_data.random_dialects import written_tables


def as_a_browser_reads(content: bytes, chosen: str) -> str:
    """The text of a file, as js/user_data/text_files.mjs finds it when the letters are the chosen ones."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(chosen, errors="replace")


def encoded(written) -> bytes:
    try:
        return written.bytes
    except UnicodeEncodeError:
        assume(False)
        raise


@given(written_tables())
def test_a_table_in_any_dialect_is_read_as_the_same_numbers_or_asked_for(written):
    text = as_a_browser_reads(encoded(written), written.encoding)
    feature, target = written.places
    parsed = parse(text, [feature], target)
    answered = parse(text, [feature], target, written.decimal)
    assert sentence(answered.problem) == ""
    assert [*answered.table.rows] == written.rows
    if written.names:
        assert answered.table.names == tuple(map(clean_name, written.names))
    if parsed.table is None:
        assert parsed.readings.decimal is None
    elif parsed.readings is None:
        assert parsed.table == answered.table


@given(written_tables())
def test_in_wrong_letters_the_numbers_are_the_same_or_the_place_is_named(written):
    if set("€’−–") & set(written.text):
        return  # in other letters these may be letters beside a number
    text = as_a_browser_reads(encoded(written), "cp1252" if written.encoding != "shift_jis" else "cp1251")
    parsed = parse(text, written.places[:1], written.places[1], written.decimal)
    if parsed.table is not None:
        assert [*parsed.table.rows] == written.rows
    else:
        assert parsed.problem.values.keys() & {"line", "cell"}
