"""What scripts of one's own data call things, and the picture that they draw where Matplotlib is there."""

import pytest

from nnviz.code_export.given_rows import names_code, picture_code
from nnviz.core.data.provenance import Provenance
from nnviz.page.registry import discover
from nnviz.user_data.table import OwnTable
from tests.code_export.executed import executed, imported
from tests.code_export.test_own_data_script import CASES, IDS, script

ROWS = ((1.0, 2.0, 0.0), (2.0, 3.0, 1.0), (3.0, 1.0, 0.0), (4.0, 5.0, 1.0))
HOSTILE = ("<b>$x_{", 'it\'s "quoted" \\n # no')


class Drawn:
    """Stands for Matplotlib: everything that is called is there, and is told to nobody but us."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        def call(*args, **named):
            self.calls.append((name, args, named))
            return (self, self) if name == "subplots" else self

        return call


def drawn(text):
    found = Drawn()
    package = type("Package", (), {"pyplot": found})
    executed(text, {"matplotlib": package, "matplotlib.pyplot": found})
    return found.calls


def table_text(task="classification", names=("height", "weight", "kind"), classes=("no", "yes")):
    return OwnTable(task, names, tuple(row[-len(names) :] for row in ROWS), classes).text


@pytest.mark.parametrize(("lesson", "task", "n_features"), CASES, **IDS)
def test_every_script_of_own_data_draws_them(lesson, task, n_features):
    classes = ("no", "yes") if task == "classification" else ()
    text = script(lesson, table_text(task, ("height", "weight", "kind")[-n_features - 1 :], classes), 3)
    assert imported(text) == {"numpy", "matplotlib.pyplot"}
    (labels,) = [named for name, _, named in drawn(text) if name == "set"]
    expected = {1: ("weight", "kind"), 2: ("height", "weight")}[n_features]
    assert (labels["xlabel"], labels["ylabel"]) == expected
    scattered = [(args, named) for name, args, named in drawn(text) if name == "scatter"]
    legend = ["kind = no", "kind = yes"] if task == "classification" else [None]
    assert [named.get("label") for _, named in scattered] == legend
    assert sum(len(args[0]) for args, _ in scattered) > 0


def test_a_script_says_what_the_columns_and_the_classes_are_called():
    text = script(discover()["xor"], table_text(), 3)
    names = executed(text)
    assert (names["FEATURES"], names["TARGET"], names["CLASSES"]) == (["height", "weight"], "kind", ["no", "yes"])


def test_hostile_and_long_names_are_texts_and_nothing_else():
    given = Provenance.of("given rows", rows="1,2,0", names=",".join((*HOSTILE, "y" * 60)), class_names="$,\\").steps[0]
    code = names_code(given.numbers)
    assert max(map(len, code.splitlines())) <= 120
    names = executed(code)
    assert (tuple(names["FEATURES"]), names["TARGET"], names["CLASSES"]) == (HOSTILE, "y" * 60, ["$", "\\"])


def test_data_that_are_drawn_have_no_picture():
    assert picture_code(None) == picture_code(Provenance.of("moons", n_samples=3)) == ""
