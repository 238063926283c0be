"""Traces of long runs show the true range of every stretch between two frames, at every speed and from every link."""

import math
from functools import lru_cache

import numpy as np
import pytest

from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from tests.thinned import ranges_of_stretches

LESSONS = {slug: lesson for slug, lesson in discover().items() if lesson.run is not None and slug != "notebook"}
"""All with a run; of the notebook's, whose steps are long pieces of work, every step is a frame."""

SPEEDS = (2, 4, 16, 100)
"""Strides that the browser asks for, by the speed and by how far a run is."""

CASES = {
    "alternating": ("gradient-clipping", {"source": "notebook: 1,000 epochs", "epochs": "1000"}),
    "periodic": ("feature-scaling", {"features": "standardised", "learning_rate": "0.1", "epochs": "5000"}),
    "overshooting": ("gradient-descent", {}),
    "batches": ("lab", {"batch_size": "16", "learning_rate": "0.1"}),
    "one by one": ("stochastic-gradient-descent", {}),
}
ONLY_AT_FRAMES = ("dropout", "batch-normalization", "softmax")
"""Pages whose losses on all examples take as long as the steps themselves."""


@lru_cache
def lines(slug, settings):
    """The arrays x and y of each line that grows with the steps in the figures of a page."""
    traces = [trace for slot in LESSONS[slug].figures for trace in slot.draw(settings).data]
    grown = [trace.meta["grow"] for trace in traces if trace.meta and "grow" in trace.meta]
    return sorted({(grow["x"], grow["y"]) for grow in grown if set(grow) == {"x", "y"}})


def drawn_over_steps(slug, settings):
    """The arrays that grow over the steps in the figures of a page."""
    return sorted({y for _, y in lines(slug, settings)})


def chunks(lesson, settings, begun, budgets):
    """The run from a step on, in chunks with these budgets, as one."""
    run = lesson.run
    chunk = run.skip(settings, run.initial_checkpoint(settings), StepBudget(begun)) if begun else run.start(settings)
    first = chunk if not begun else run.resume(settings, chunk.checkpoint, StepBudget(1))
    for budget in budgets:
        if first.ending:
            break
        first = first.then(run.resume(settings, first.checkpoint, budget))
    return first


def assert_true_ranges(lesson, settings, begun, budgets, names):
    n_steps = sum(budget.n_steps for budget in budgets)
    thinned, every = (chunks(lesson, settings, begun, parts) for parts in (budgets, [StepBudget(n_steps)]))
    for name in names:
        drawn, true = ranges_of_stretches(thinned, every, name)
        np.testing.assert_array_equal(drawn, true, err_msg=name)


@pytest.mark.parametrize("stride", SPEEDS)
@pytest.mark.parametrize("case", CASES)
def test_at_every_speed_a_trace_has_the_range_of_every_stretch(case, stride):
    slug, given = CASES[case]
    settings = LESSONS[slug].settings.parse(given)
    names = drawn_over_steps(slug, settings)
    assert_true_ranges(LESSONS[slug], settings, 300, [StepBudget(500, stride)], names)


@pytest.mark.parametrize("case", CASES)
def test_a_link_to_a_late_step_shows_the_range_of_every_stretch_whatever_the_strides_on_the_way(case):
    slug, given = CASES[case]
    settings = LESSONS[slug].settings.parse(given)
    names = drawn_over_steps(slug, settings)
    on_the_way = [StepBudget(n, stride) for n, stride in ((199, 1), (201, 2), (133, 4), (266, 16), (7, 16), (100, 16))]
    assert_true_ranges(LESSONS[slug], settings, 0, on_the_way, names)


@pytest.mark.parametrize("slug", sorted(set(LESSONS) - set(ONLY_AT_FRAMES)))
def test_every_trace_over_the_steps_shows_what_lies_between_its_frames(slug):
    lesson = LESSONS[slug]
    settings = lesson.settings()
    assert_true_ranges(lesson, settings, 0, [StepBudget(64, 1), StepBudget(120, 8)], drawn_over_steps(slug, settings))


@pytest.mark.parametrize("slug", sorted(LESSONS))
def test_the_x_of_a_line_grows_with_the_steps(slug):
    settings = LESSONS[slug].settings()
    frames = chunks(LESSONS[slug], settings, 0, [StepBudget(184)]).frames
    assert all((np.diff(frames[x]) >= 0.0).all() for x, _ in lines(slug, settings))


@pytest.mark.parametrize("slug", sorted(LESSONS))
def test_frames_meet_every_phase_of_an_epoch(slug):
    lesson = LESSONS[slug]
    settings = lesson.settings()
    first = chunks(lesson, settings, 0, [StepBudget(1)]).frames
    n_steps = round(1 / first["epoch"][1]) if "epoch" in first else 1
    steps = chunks(lesson, settings, 0, [StepBudget(200, 4)]).frames["step"]
    strides = set(np.diff(steps[steps > 100]).tolist()[:-1])
    assert all(math.gcd(stride, 2 * n_steps) == 1 for stride in strides)


def test_the_clipped_fit_of_the_notebook_alternates_and_is_drawn_as_it_alternates():
    slug, given = CASES["alternating"]
    settings = LESSONS[slug].settings.parse(given)
    chunk = chunks(LESSONS[slug], settings, 4000, [StepBudget(512, 16)])
    frames, points = chunk.frames["training_loss"], chunk.between["training_loss"]
    assert frames.min() < 30.0  # successive frames meet both
    assert frames.max() > 480.0
    assert len(points.step) > len(frames)
