from typing import Annotated, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.data.datasets import Task
from nnviz.page.registry import discover
from nnviz.page.settings import Choice, Settings
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.web.user_data_sentences import sentence
from tests.user_data.tables import own_text

PLANE = UserData(tasks=("classification",), n_features=(2,))


class SomeSettings(Settings):
    data: Annotated[str, Choice("Data", ("moons", OWN_DATA))] = "moons"
    own_data: Annotated[str, UserData()] = ""


anything = st.one_of(st.none(), st.text(), st.floats(), st.booleans(), st.lists(st.text()), st.binary())


@given(anything)
def test_whatever_is_given_the_field_holds_a_canonical_text_or_nothing(given):
    text = SomeSettings.parse({"own_data": given}).own_data
    assert text == "" or UserData().parse(text) == text


def test_equal_rows_however_written_are_equal_settings():
    text = own_text("regression", 1)
    head, *lines = text.split("\n")
    longer = "\n".join([head, *(",".join(f"{cell}e0" for cell in line.split(",")) for line in lines)])
    assert (
        SomeSettings.parse({"own_data": longer})
        == SomeSettings.parse({"own_data": text})
        == SomeSettings(own_data=text)
    )


@pytest.mark.parametrize(("task", "n_features"), [("regression", 2), ("regression", 1), ("classification", 1)])
def test_a_page_takes_only_what_fits_it(task, n_features):
    assert PLANE.parse(own_text(task, n_features)) is None
    assert PLANE.parse(own_text()) == own_text()


def test_what_a_page_takes_is_said_in_words():
    assert PLANE.takes == "two features and two classes"
    assert UserData().takes == "one feature or two features and a number to predict or two classes"


def test_the_choice_is_in_the_link_and_the_rows_are_not():
    controls = SomeSettings(data=OWN_DATA, own_data=own_text())
    assert controls.query() == {"data": OWN_DATA}
    assert SomeSettings.parse_link({"data": OWN_DATA, "own_data": own_text()}) == {"data": OWN_DATA}
    assert SomeSettings.parse(controls.as_text()) == controls


@pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)
def test_what_a_page_takes_is_what_it_says_it_needs(lesson):
    for control in lesson.settings.controls().values():
        if isinstance(control, UserData):
            features, target = map(sentence, control.need)
            assert (
                features
                == {(1,): "one feature", (2,): "two features", (1, 2): "one or two features"}[control.n_features]
            )
            assert ("a number" in target, "classes" in target) == tuple(
                task in control.tasks for task in get_args(Task)
            )
