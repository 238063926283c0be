"""A link tells a whole run: the settings at its start, what was changed later and when, the step on the screen."""

import pytest

from nnviz.lesson import discover
from nnviz.web.declaration import changes, declaration, settings_on_screen

LAB = discover()["lab"]


def test_changes_are_read_in_the_order_of_their_steps():
    query = {"then": "300~batch_size~8,120~learning_rate~0.1"}
    assert changes(LAB, query) == [(120, "learning_rate", "0.1"), (300, "batch_size", "8")]


@pytest.mark.parametrize(
    "then", ["", "~", "x~learning_rate~1", "5~nothing~1", "5~learning_rate~fast", "5~data~XOR", "-5~learning_rate~1"]
)
def test_what_is_no_change_of_a_training_knob_is_left_out(then):
    assert changes(LAB, {"then": then}) == []


def test_a_changed_value_is_brought_onto_its_grid():
    assert changes(LAB, {"then": "7~learning_rate~999"}) == [(7, "learning_rate", "10")]


def test_the_controls_show_the_last_change_and_the_run_starts_with_the_first_settings():
    query = {"learning_rate": "0.05", "then": "10~learning_rate~0.1,20~learning_rate~1"}
    assert settings_on_screen(LAB, query).learning_rate == 1.0
    assert declaration(LAB, query)["start"]["learning_rate"] == "0.05"


@pytest.mark.parametrize(("step", "read"), [("12", 12), ("", 0), ("-3", 0), ("1e3", 0), ("9" * 30, 0)])
def test_the_step_of_a_link_is_a_whole_number_or_none(step, read):
    assert declaration(LAB, {"step": step})["step"] == read


def test_presets_say_all_their_words():
    for declared, preset in zip(declaration(LAB, {})["presets"], LAB.presets, strict=True):
        assert LAB.settings.read(declared["words"]) == preset.settings
