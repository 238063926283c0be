"""What is drawn of a long run, against all of its steps: at the highest speed, and from a link to a late step."""

import json

import numpy as np
import pytest

from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from tests.browser import FIGURE
from tests.thinned import range_of_steps

LESSON = discover()["gradient-clipping"]
FIT = "source=notebook:+1,000+epochs&epochs=200"  # its training loss alternates from step to step
N_STEPS = 3200
TRACES = {"loss": ("batch_loss", "training_loss"), "errors": ("error_0", "error_1", "error_2")}

STEPS = """
const { frames } = nnviz.inspect().playback;
return Array.from(frames.upTo("step", frames.length - 1));
"""
IS_PAINTED = """
const plot = nnviz.plotIn(arguments[0]);
return plot?.data[0].x.at(-1) === nnviz.inspect().playback.step;
"""


@pytest.fixture(scope="module")
def every_step():
    settings = LESSON.settings.parse({"source": "notebook: 1,000 epochs", "epochs": "200"})
    run, start = LESSON.run, LESSON.run.start(settings)
    return start.then(run.resume(settings, start.checkpoint, StepBudget(N_STEPS))).frames


def drawn(page, figure):
    """The traces of a figure that has been scrolled into view and painted."""
    name = f"gradient-clipping-{figure}"
    page.run("document.getElementById(arguments[0]).scrollIntoView()", name)
    page.wait_for(lambda: page.run(IS_PAINTED, name), f"the {figure} to be painted")
    return json.loads(page.run(FIGURE, name))["data"]


def assert_true_ranges(page, every_step):
    steps = page.run(STEPS)
    assert len(steps) < N_STEPS / 2
    assert steps[-1] == N_STEPS
    for figure, arrays in TRACES.items():
        for trace, array in zip(drawn(page, figure), arrays, strict=True):
            x, y = np.array(trace["x"]), np.array(trace["y"], dtype=np.float64)
            shown = range_of_steps(x, y, steps)
            np.testing.assert_array_equal(shown, range_of_steps(every_step["step"], every_step[array], steps))


def test_a_run_at_full_speed_is_drawn_with_its_range(page, every_step):
    page.open(f"/gradient-clipping?{FIT}&speed=max")
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.isAtEnd"), "the end of the run")
    page.wait_until_drawn()
    assert_true_ranges(page, every_step)


def test_a_link_to_a_late_step_is_drawn_with_its_range(page, every_step):
    page.open(f"/gradient-clipping?{FIT}&step={N_STEPS}")
    page.wait_for(lambda: page.run(f"return nnviz.inspect().playback.step === {N_STEPS}"), "the step of the link")
    page.wait_until_drawn()
    assert_true_ranges(page, every_step)
