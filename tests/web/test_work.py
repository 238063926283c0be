"""No text, expression or script costs much: function calls of Python are counted, which are the same on any machine."""

from contextlib import suppress

import pytest

from nnviz.core.autodiff.expressions import LONGEST
from nnviz.lessons.automatic_differentiation.settings import TYPED, AutodiffSettings
from nnviz.page.registry import discover
from nnviz.user_data import spreadsheets
from nnviz.user_data.parse import parse
from nnviz.user_data.said import DataError, said
from nnviz.user_data.spreadsheets import MOST_SHEET_CELLS, MOST_TEXT, MOST_UNPACKED, sheet_of
from nnviz.user_data.table import MOST_ROWS
from nnviz.web.code_export import Change, CodeRequest, script_text
from nnviz.web.drawing import draw_page
from nnviz.web.setting_changes import MOST_CHANGES
from tests.user_data.tables import own_text
from tests.user_data.workbooks import dearest_workbooks
from tests.web.counting import MOST_CALLS, n_calls

ROWS = range(MOST_ROWS - 1)
TEXTS = {
    "as many labels as rows": "a,b,c\n" + "\n".join(f"{row},{row % 7},label {row}" for row in ROWS),
    "ten columns": "\n".join(",".join(f"{row * place % 977 / 3:.6f}" for place in range(10)) for row in ROWS),
    "decimal commas": "\n".join(";".join(f"{row},{place}5" for place in range(10)) for row in ROWS),
    "grouped": "\n".join(";".join(f"-{row + 1}.{place}34.567,8" for place in range(10)) for row in range(999)),
    "prices": "\n".join(";".join(f"€ {row + 1000}{place},567" for place in range(10)) for row in ROWS),
    "open": "\n".join(";".join(f"{row % 900 + 1}.{place}{row % 89 + 10}" for place in range(10)) for row in ROWS),
    "dates": "\n".join(",".join(f"{row % 28 + 1}.{place + 1}.{row + 1000}" for place in range(10)) for row in ROWS),
    "days": "\n".join(",".join(f"{20240101 + (row + place) % 28}" for place in range(10)) for row in ROWS),
    "few labels": "\n".join(",".join("abcdefghij"[(row + place) % 10] for place in range(10)) for row in ROWS),
    "few labels beside numbers": "\n".join(f"{row}," + ",".join("lmh"[row % 3] * 9) for row in ROWS),
    "few whole numbers": "\n".join(",".join(str((row + place) % 9) for place in range(10)) for row in ROWS),
    "quotes between blanks": "\n".join(" ".join(f'"{row} {place}"' for place in range(10)) for row in ROWS),
    "comments": "# " + "\n# ".join("x" for row in range(400_000)),
    "text only": "\n".join(",".join("ab" for place in range(10)) for row in ROWS),
    "empty ends": "\n".join(f"{row}" + "," * 99 for row in range(600)),
    "a hundred columns": ",".join("1" * 100) + "\n" + "1,2\n" * 5000,
    "too many rows": "1,2\n" * 200_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_of_ones_own_is_read_with_a_bounded_number_of_calls(text):
    assert n_calls(lambda: parse(text)) < MOST_CALLS


@pytest.mark.parametrize("name", dearest_workbooks())
def test_a_workbook_is_read_or_refused_with_a_bounded_number_of_calls(name):
    """What Rust does is no call of Python: it is bounded by the cells and the bytes that it is given."""
    read = []

    def read_it():
        with suppress(DataError):
            read.append(sheet_of(dearest_workbooks()[name]))

    assert n_calls(read_it) < MOST_CALLS // 4  # a quarter of the work is Python's: the rest is unpacking and Rust's
    assert all(len(sheet.text) < 2 * MOST_TEXT for sheet in read)


def test_no_workbook_makes_more_cells_than_are_read(monkeypatch):
    given = []

    def first_sheet(data):
        given.append(data)
        raise DataError(said("table.empty-workbook"))

    monkeypatch.setattr(spreadsheets, "_first_sheet", first_sheet)
    for data in dearest_workbooks().values():
        with pytest.raises(DataError):
            sheet_of(data)
    assert 3 < len(given) < len(dearest_workbooks())
    for data in given:
        assert len(data) < 1.1 * MOST_UNPACKED
        assert data.count(b"<c ") <= MOST_SHEET_CELLS
        assert data.count(b"<row ") <= MOST_SHEET_CELLS


EXPRESSIONS = {
    "a sum of twenty inputs": "+".join(5 * "xywb"),
    "ten functions": "+".join(f"sin({name})" for name in 2 * "xywbv"),
    "a penalised error of all inputs": "(w*x + b - y)^2 + (v*x - y)^2 + abs(w) + abs(v)",
    "many additions": "x+" * 149 + "x",
    "deep brackets": "(" * 140 + "x" + ")" * 140,
    "nested functions": "sin(" * 50 + "x" + ")" * 50,
    "towers": "^".join(["2"] * 150),
    "many inputs": "+".join(f"{name}*{name}^{power}" for power in range(2, 9) for name in "xywbv"),
    "signs": "-" * 298 + "x",
}


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_any_expression_is_drawn_or_refused_with_a_bounded_number_of_calls(expression):
    lesson = discover()["automatic-differentiation"]
    settings = AutodiffSettings(example=TYPED, expression=expression[:LONGEST])
    assert n_calls(lambda: draw_page(lesson, settings)) < MOST_CALLS


@pytest.mark.parametrize("n_changes", [0, MOST_CHANGES])
def test_the_longest_script_is_written_with_a_bounded_number_of_calls_and_size(n_changes):
    lab = discover()["lab"]
    words = {"data": "your own", "own_data": own_text("classification", 2, MOST_ROWS), "model": "network"}
    words |= {"hidden_layers": "4", **{f"neurons_{layer}": "8" for layer in range(1, 5)}}
    rates = lab.settings.controls()["learning_rate"].texts
    setting_changes = [
        Change(step=9 * n, settings=words | {"learning_rate": rates[n % len(rates)]}) for n in range(n_changes + 1)
    ]
    asked = CodeRequest(lesson="lab", link="", setting_changes=setting_changes, step=10_000)
    texts = []
    assert n_calls(lambda: texts.append(script_text(lab, asked))) < MOST_CALLS
    assert len(texts[0]) < 400_000
