"""What holds for every lesson: any settings make a page, and any run can be cut, sent away and resumed.

All tests of a lesson come one after the other, so that what is drawn for the one is there for the next.
"""

import json

import numpy as np
import pytest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.page.settings import Choice, Settings, Slider, Switch
from nnviz.runs.protocol import Keyframes, StepBudget
from nnviz.web.drawing import NOTICE, TEXT, draw_page
from nnviz.web.page_config import page_config
from nnviz.web.serialization import WireState, decode_state, encode_frames, encode_state
from tests.web.test_plotly_bundle import bundled

LESSONS = list(discover().values())
WITH_RUN = [lesson for lesson in LESSONS if lesson.run is not None]
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug, scope="module")
each_run = pytest.mark.parametrize("lesson", WITH_RUN, ids=lambda lesson: lesson.slug, scope="module")


def not_a_number_in_json(name: str) -> float:
    raise AssertionError(f"{name} is no JSON")


def extremes(lesson: Lesson) -> list[Settings]:
    """The default settings, all presets, every field alone at each end, and all fields at either end."""
    ends = {}
    for name, control in lesson.settings.controls().items():
        if isinstance(control, Slider):
            ends[name] = (control.grid[0], control.grid[-1])
        elif isinstance(control, Choice):
            ends[name] = control.options
        elif isinstance(control, Switch):
            ends[name] = (False, True)
    alone = [lesson.settings(**{name: value}) for name, values in ends.items() for value in values]
    together = [lesson.settings(**{name: values[end] for name, values in ends.items()}) for end in (0, -1)]
    return [lesson.settings(), *(preset.settings for preset in lesson.presets), *alone, *together]


def shown_arrays(page) -> set[str]:
    """The names of the recorded arrays that a page's traces ask for."""
    traces = [trace for figure in page.figures.values() for trace in figure["data"]]
    wanted = [trace.get("meta") or {} for trace in traces]
    names = {name for meta in wanted for how in ("grow", "now", "scalar") for name in meta.get(how, {}).values()}
    return {name.split("/")[0] for name in names}  # `array/place` is one entry of an array


@each_lesson
def test_every_extreme_setting_makes_a_page_of_strict_json_with_traces_that_the_browser_knows(lesson):
    _, known = bundled()
    for settings in extremes(lesson):
        page = draw_page(lesson, settings)
        json.loads(json.dumps(page.figures, allow_nan=False), parse_constant=not_a_number_in_json)
        assert {trace["type"] for figure in page.figures.values() for trace in figure["data"]} <= known
        assert set(page.disabled_reasons) <= set(lesson.settings.model_fields)
        assert isinstance(page.texts[NOTICE], str)
        assert page.texts[TEXT]


@each_lesson
def test_settings_round_trip_through_the_query_of_a_link(lesson):
    for settings in extremes(lesson):
        assert lesson.settings.parse(settings.query()) == settings


@each_lesson
def test_the_declaration_is_strict_json_whatever_the_query(lesson):
    for query in ({}, {"then": "x~y~z,5~learning_rate~nan,-1~~", "step": "-3", "hide": "text,,"}, {"step": "9" * 40}):
        json.dumps(page_config(lesson, query), allow_nan=False)


@each_run
def test_every_extreme_setting_runs(lesson):
    for settings in extremes(lesson):
        start = lesson.run.start(settings)
        chunk = start.then(lesson.run.resume(settings, start.checkpoint, StepBudget(20)))
        steps = chunk.frames["step"]
        assert steps[0] == 0
        assert np.all(np.diff(steps) > 0)
        for name, frames in chunk.frames.items():
            length = len(frames.step) if isinstance(frames, Keyframes) else len(steps)
            assert len(frames.values if isinstance(frames, Keyframes) else frames) == length, name
        encode_frames(chunk.frames)
        if not chunk.ending and len(steps) > 1:
            assert steps[-1] == min(20, lesson.run.n_steps)


def held_at(chunk) -> dict[tuple[str, int], object]:
    """What each array holds at each step: bytes, or texts."""
    found = {}
    for name, frames in chunk.frames.items():
        steps, values = (
            (frames.step, frames.values) if isinstance(frames, Keyframes) else (chunk.frames["step"], frames)
        )
        for step, value in zip(steps.tolist(), values, strict=True):
            found[name, step] = value.tolist() if value.dtype.kind == "U" else value.tobytes()
    return found


def sent_away(run, settings, checkpoint):
    """A checkpoint as it comes back from a browser."""
    wire = WireState.model_validate(json.loads(json.dumps(encode_state(checkpoint))))
    return decode_state(wire, run.initial_checkpoint(settings))


@each_run
def test_a_run_cut_anywhere_sent_away_and_resumed_holds_the_same_bytes_at_every_step(lesson):
    rng, run = np.random.default_rng(7), lesson.run
    for settings in (lesson.settings(), *(preset.settings for preset in lesson.presets)):
        checkpoint = run.initial_checkpoint(settings)
        whole = run.resume(settings, checkpoint, StepBudget(30))
        if whole.ending and whole.checkpoint.step == 0:
            continue  # diverged: there is nothing to go on from
        expected = held_at(whole)
        while checkpoint.step < whole.checkpoint.step:
            part = run.resume(settings, sent_away(run, settings, checkpoint), StepBudget(int(rng.integers(1, 12))))
            checkpoint = part.checkpoint
            for place, value in held_at(part).items():
                assert expected.get(place, value) == value, place


@each_run
def test_steps_that_are_skipped_lead_to_the_same_bytes_as_those_that_are_shown(lesson):
    for settings in (lesson.settings(), *(preset.settings for preset in lesson.presets[:4])):
        start = lesson.run.initial_checkpoint(settings)
        shown = lesson.run.resume(settings, start, StepBudget(25))
        skipped = lesson.run.skip(settings, start, StepBudget(25))
        assert skipped.frames == {}
        assert (skipped.checkpoint.step, skipped.ending) == (shown.checkpoint.step, shown.ending)
        for name, array in shown.checkpoint.arrays.items():
            assert array.tobytes() == skipped.checkpoint.arrays[name].tobytes()


@each_run
def test_the_initial_checkpoint_is_that_of_the_first_frame(lesson):
    for settings in extremes(lesson):
        initial, start = lesson.run.initial_checkpoint(settings), lesson.run.start(settings).checkpoint
        assert initial.step == start.step == 0
        assert {name: array.tobytes() for name, array in initial.arrays.items()} == {
            name: array.tobytes() for name, array in start.arrays.items()
        }


@each_run
def test_figures_and_readouts_ask_for_arrays_that_the_run_has(lesson):
    readouts = {readout.array for readout in lesson.readouts}
    seen = set()
    for settings in extremes(lesson):
        frames = set(lesson.run.start(settings).frames)
        missing = shown_arrays(draw_page(lesson, settings)) - frames
        assert not missing, settings
        seen |= frames
    assert readouts <= seen
