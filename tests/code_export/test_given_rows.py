"""What scripts of one's own data call things, and the picture that they draw where Matplotlib is there."""

import io
from typing import get_args

import pytest

from nnviz.code_export.given_rows import Names, names_code
from nnviz.core.data.datasets import Task
from nnviz.core.data.provenance import Provenance
from nnviz.page.registry import discover
from nnviz.user_data.table import OwnTable
from tests.code_export.executed import drawing, executed, imported
from tests.code_export.test_own_data_script import CASES, script

ROWS = ((1.0, 2.0, 0.0), (2.0, 3.0, 1.0), (3.0, 1.0, 0.0), (4.0, 5.0, 1.0))
HOSTILE = ("<b>$x_{", 'it\'s "quoted" \\n # no')


def table_text(task="classification", names=("height", "weight", "kind"), classes=("no", "yes")):
    return OwnTable(task, names, tuple(row[-len(names) :] for row in ROWS), classes).text


@pytest.mark.parametrize(("lesson", "task", "n_features"), [case for case in CASES if case[1] in get_args(Task)])
def test_the_picture_of_own_data_has_their_names(lesson, task, n_features):
    classes = ("no", "yes") if task == "classification" else ()
    text = script(lesson, table_text(task, ("height", "weight", "kind")[-n_features - 1 :], classes), 3)
    assert imported(text) == {"numpy", "matplotlib.pyplot"}
    with drawing(text) as (_, _, figure):
        axes = figure.axes[-1]
        expected = {1: ("weight", "kind"), 2: ("height", "weight")}[n_features]
        if task == "classification" and n_features == 1:
            answer = (
                "kind" if lesson.slug == "lab" else "probability of kind = yes"
            )  # of a line that is fitted to labels
            expected = ("weight", answer)
        elif task == "classification":
            assert [entry.get_text() for entry in axes.get_legend().get_texts()] == ["kind = no", "kind = yes"]
        assert (axes.get_xlabel(), axes.get_ylabel()) == expected


def test_of_many_classes_all_are_named_in_short_lines():
    classes = tuple(f"a long name of class {k}" for k in range(10))
    rows = tuple((float(k), float(k % 3), float(k % 10)) for k in range(40))
    for names, n_features in ((("height", "weight", "kind"), 2), (("height", "kind"), 1)):
        table = OwnTable("classification", names, tuple(row[-len(names) :] for row in rows), classes)
        text = script(discover()["lab"], table.text, 3)
        assert max(map(len, text.splitlines())) <= 120
        with drawing(text) as (_, _, figure):
            axes = figure.axes[-1]
            ticks = axes.get_xticklabels() if n_features == 1 else axes.get_legend().get_texts()
            assert [tick.get_text() for tick in ticks] == [f"kind = {name}" for name in classes]


@pytest.mark.parametrize(
    ("slug", "data", "species"),
    [
        ("lab", "iris petals", ["versicolor", "virginica"]),
        ("lab", "penguins", ["Adélie", "chinstrap", "gentoo"]),
        ("softmax", "iris species", ["setosa", "versicolor", "virginica"]),
    ],
)
def test_the_classes_of_measured_data_are_called_by_their_names(slug, data, species):
    with drawing(script(discover()[slug], "", 3, data=data)) as (_, _, figure):
        axes = figure.axes[-1]
        assert [entry.get_text() for entry in axes.get_legend().get_texts()] == [f"species = {one}" for one in species]
        assert axes.get_xlabel().endswith(("petal length (cm)", "bill length (mm)"))


def test_a_picture_of_hostile_names_can_be_drawn():
    with drawing(
        script(discover()["xor"], table_text(names=("$x$", "$\\frac$", "$"), classes=("_", "$$")), 3)
    ) as found:
        found[2].savefig(io.BytesIO(), dpi=20)


def test_a_script_says_what_the_columns_and_the_classes_are_called():
    text = script(discover()["xor"], table_text(), 3)
    names = executed(text)
    assert (names["FEATURES"], names["TARGET"], names["CLASSES"]) == (["height", "weight"], "kind", ["no", "yes"])


def test_hostile_and_long_names_are_texts_and_nothing_else():
    given = Provenance.of("given rows", rows="1,2,0", names=",".join((*HOSTILE, "y" * 60)), class_names="$,\\").steps[0]
    code = names_code(Names.given(given.numbers))
    assert max(map(len, code.splitlines())) <= 120
    names = executed(code)
    assert (tuple(names["FEATURES"]), names["TARGET"], names["CLASSES"]) == (HOSTILE, "y" * 60, ["$", "\\"])


def test_data_that_are_drawn_have_no_names():
    assert names_code(Names.of(None)) == names_code(Names.of(Provenance.of("moons", n_samples=3))) == ""
