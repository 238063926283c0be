"""A link tells a whole run, and one that an older version made still opens, brought to the nearest that there is."""

import pytest
from dash import page_registry
from hypothesis import given
from hypothesis import strategies as st

from nnviz.page.registry import discover
from nnviz.web.layout import page
from nnviz.web.links import PARTS, changes, hidden_parts, preset_place, settings_on_screen, speed_of, step_of
from nnviz.web.server import create_app
from nnviz.web.transport import SPEEDS, nearest_speed, speed_text

LESSONS = list(discover().values())
LAB = discover()["lab"]
WORDS_OF_LINKS = {"hide", "autoplay", "step", "then", "preset", "speed", "projector", "strip"}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_no_field_takes_a_word_that_links_use_and_no_name_that_of_a_part(lesson):
    figures = {slot.name for slot in lesson.figures}
    assert set(lesson.settings.model_fields) & (WORDS_OF_LINKS | figures) == set()
    assert {*lesson.settings.model_fields, *figures, *(item.name for item in lesson.readouts)} & set(PARTS) == set()


# Changes


def test_changes_are_read_in_the_order_of_their_steps():
    query = {"then": "300~batch_size~8,120~learning_rate~0.1"}
    assert changes(LAB, query) == [(120, "learning_rate", "0.1"), (300, "batch_size", "8")]


@pytest.mark.parametrize(
    "then", ["", "~", "x~learning_rate~1", "5~nothing~1", "5~learning_rate~fast", "5~data~XOR", "-5~learning_rate~1"]
)
def test_what_is_no_change_of_a_training_control_is_left_out(then):
    assert changes(LAB, {"then": then}) == []


def test_a_changed_value_is_brought_onto_its_grid():
    assert changes(LAB, {"then": "7~learning_rate~999"}) == [(7, "learning_rate", "10")]


def test_the_controls_show_the_last_change():
    query = {"learning_rate": "0.05", "then": "10~learning_rate~0.1,20~learning_rate~1"}
    assert settings_on_screen(LAB, query).learning_rate == 1.0


# Presets


def test_a_preset_is_named_or_counted_from_one():
    for place, preset in enumerate(LAB.presets):
        for given_word in (preset.name, preset.name.upper(), str(place + 1)):
            assert preset_place(LAB, {"preset": given_word}) == place
            assert settings_on_screen(LAB, {"preset": given_word}) == preset.settings


def test_the_nearest_preset_answers_for_a_number_that_none_has():
    assert preset_place(LAB, {"preset": "999"}) == len(LAB.presets) - 1
    assert preset_place(LAB, {"preset": "0"}) == 0
    assert preset_place(LAB, {"preset": "9" * 6000}) == len(LAB.presets) - 1


@pytest.mark.parametrize("unknown", ["", "a preset of long ago", "-1", "1.5"])
def test_an_unknown_preset_leaves_the_defaults(unknown):
    assert settings_on_screen(LAB, {"preset": unknown}) == LAB.settings()


def test_further_words_override_the_preset_and_unreadable_ones_leave_it():
    query = {"preset": "4", "learning_rate": "0.5", "data": "a data set of long ago"}
    expected = LAB.presets[3].settings.model_copy(update={"learning_rate": 0.5})
    assert settings_on_screen(LAB, query) == expected


# Speed and step


@pytest.mark.parametrize(("speed", "shown"), [("50", "50 steps/s"), ("45", "50 steps/s"), ("1e9", "10,000 steps/s")])
def test_the_nearest_speed_is_taken(speed, shown):
    assert speed_text(speed_of(LAB, {"speed": speed})) == shown


def test_as_fast_as_possible_has_a_word():
    assert speed_of(LAB, {"speed": "max"}) == len(SPEEDS)
    assert speed_text(len(SPEEDS)) == "as fast as possible"


@pytest.mark.parametrize("speed", ["", "quick", "-5", "0", "nan", "inf"])
def test_what_is_no_speed_leaves_that_of_the_preset_or_the_lesson(speed):
    assert speed_of(LAB, {"speed": speed}) == nearest_speed(LAB.speed)
    for place, preset in enumerate(LAB.presets, start=1):
        assert speed_of(LAB, {"speed": speed, "preset": str(place)}) == nearest_speed(preset.speed)


@pytest.mark.parametrize(("step", "read"), [("12", 12), ("", 0), ("-3", 0), ("1e3", 0)])
def test_the_step_of_a_link_is_a_whole_number_or_none(step, read):
    assert step_of(LAB, {"step": step}) == read


@pytest.mark.parametrize("step", ["100001", "9" * 30, "9" * 6000])
def test_a_step_beyond_the_run_is_its_last(step):
    assert step_of(LAB, {"step": step}) == LAB.run.n_steps


# What is left out


def test_hide_names_parts_fields_figures_and_readouts_and_nothing_else():
    query = {"hide": "text, learning_rate,surface,training-loss,what was once there,"}
    assert hidden_parts(LAB, query) == {"text", "learning_rate", "surface", "training-loss"}


# Links of any age


@given(
    query=st.dictionaries(
        st.sampled_from([*sorted(WORDS_OF_LINKS), *LAB.settings.model_fields, "no_longer_there"]),
        st.text(max_size=30) | st.integers().map(str) | st.floats().map(str),
    )
)
def test_whatever_a_link_says_there_is_a_page(query):
    assert page(LAB, query).attributes["id"] == "lab--page"


def test_of_a_word_that_a_link_says_twice_the_first_counts():
    create_app()
    layout = next(item["layout"] for item in page_registry.values() if item["path"] == "/lab")
    shown = str(layout(hide=["text", "controls"], step=["3", "4"]))
    assert "'className': 'text d-none'" in shown
    assert "'className': 'controls d-none'" not in shown
