import json
import math
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.page.settings import Choice, Settings, Slider, Switch, TextBox, linear_grid, log_grid


class SomeSettings(Settings):
    rate: Annotated[float, Slider("Rate", log_grid(1e-4, 10), scale="log")] = 0.01
    limit: Annotated[float, Slider("Limit", (*log_grid(0.1, 100), math.inf), names={math.inf: "off"})] = math.inf
    points: Annotated[float, Slider("Points", linear_grid(10, 100, 10))] = 50
    kind: Annotated[str, Choice("Kind", ("XOR", "toy line"))] = "XOR"
    own: Annotated[bool, Switch("Own")] = False
    note: Annotated[str, TextBox("Note", longest=5)] = "x"


anything = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.lists(st.integers(), max_size=2),
)


@given(st.dictionaries(st.sampled_from([*SomeSettings.model_fields, "unknown"]), anything))
def test_whatever_is_given_the_settings_lie_on_their_grids(query):
    controls = SomeSettings.parse(query)
    for name, control in SomeSettings.controls().items():
        word = control.format(getattr(controls, name))
        assert word in control.texts or (name == "note" and len(word) <= 5)


@given(st.sampled_from(SomeSettings.controls()["rate"].texts), st.sampled_from(SomeSettings.controls()["limit"].texts))
def test_words_round_trip_through_a_query(rate, limit):
    controls = SomeSettings.parse({"rate": rate, "limit": limit})
    assert (controls.as_text()["rate"], controls.as_text()["limit"]) == (rate, limit)
    assert SomeSettings.parse(controls.query()) == controls


def test_only_values_that_differ_from_the_default_are_in_the_query():
    assert SomeSettings().query() == {}
    assert SomeSettings(rate=0.1, own=True).query() == {"rate": "0.1", "own": "on"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("1e99", 10), ("-3", 1e-4), ("0.0101", 0.01), ("nan", 0.01), ("inf", 0.01), ("", 0.01), ("ten", 0.01)],
)
def test_numbers_are_clamped_to_the_grid_and_nonsense_is_ignored(text, value):
    assert SomeSettings.parse({"rate": text}).rate == value


def test_a_log_slider_snaps_to_the_nearest_ratio():
    assert Slider("", (0.01, 1.0), scale="log").parse(0.2) == 1.0
    assert Slider("", (0.01, 1.0), scale="linear").parse(0.2) == 0.01


def test_a_named_value_is_read_by_its_name_only():
    assert SomeSettings.parse({"limit": "off"}).limit == math.inf
    assert SomeSettings.parse({"limit": "1e9"}).limit == 100


def test_choices_and_switches_are_read_whatever_their_case():
    assert SomeSettings.parse({"kind": "Toy Line", "own": "ON"}) == SomeSettings(kind="toy line", own=True)


def test_the_log_grid_holds_the_notebooks_learning_rates():
    assert {0.0003, 0.001, 0.01, 0.03, 0.05, 0.1, 1.0} <= set(log_grid(1e-4, 10))


def test_a_text_loses_control_characters_and_its_tail():
    assert SomeSettings.parse({"note": "a\n\x00bcdefg"}).note == "abcde"


def test_words_are_strict_json():
    assert json.loads(json.dumps(SomeSettings().as_text()))["limit"] == "off"


def test_a_field_without_a_control_is_refused():
    class Broken(Settings):
        lonely: float = 1.0

    with pytest.raises(TypeError, match="lonely"):
        Broken.controls()


def test_a_grid_that_does_not_increase_is_refused():
    with pytest.raises(ValueError, match="does not increase"):
        Slider("Rate", (1.0, 1.0))
