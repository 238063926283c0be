from math import gcd

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.runs.protocol import StepBudget
from nnviz.runs.thinning import extremes, in_all_phases
from tests.runs.test_until_step import WHOLE
from tests.thinned import range_of_steps, ranges_of_stretches

NUMBERS = st.lists(st.sampled_from([-1.0, 0.0, 0.5, 2.0, 7.0, np.nan, np.inf]), min_size=1, max_size=80)


@given(st.integers(1, 400), st.integers(1, 5000))
def test_a_stride_meets_every_phase_of_an_epoch_and_of_two_steps(wanted, period):
    stride = in_all_phases(wanted, period)
    assert gcd(stride, 2 * period) == 1
    assert 1 <= stride <= wanted + wanted // 2
    assert len({step % period for step in range(0, stride * period, stride)}) == period


@pytest.mark.parametrize(("wanted", "period", "stride"), [(1, 4, 1), (2, 4, 3), (2, 3, 1), (16, 4, 17), (16, 17, 19)])
def test_a_stride_is_near_the_wanted_one(wanted, period, stride):
    assert in_all_phases(wanted, period) == stride


@given(NUMBERS, st.integers(1, 9), st.integers(0, 20))
def test_frames_and_the_points_between_them_have_the_range_of_every_stretch(values, stride, begun):
    values, step = np.array(values), np.arange(begun + 1, begun + 1 + len(values))
    is_frame = step % stride == 0
    points = extremes(step, values, is_frame)
    assert not np.isin(points.step, step[is_frame]).any()
    np.testing.assert_array_equal(points.values, values[points.step - step[0]])
    drawn_step, drawn = np.append(step[is_frame], points.step), np.append(values[is_frame], points.values)
    ends = [begun, *step[is_frame], step[-1]]
    np.testing.assert_array_equal(range_of_steps(drawn_step, drawn, ends), range_of_steps(step, values, ends))


def test_a_stretch_that_rises_or_falls_needs_no_points_but_before_the_first_frame():
    step, is_frame = np.arange(1, 31), np.arange(1, 31) % 5 == 0
    assert extremes(step, -1.0 * step, is_frame).step.tolist() == [1]
    assert extremes(step, 1.0 * step, is_frame).step.tolist() == [1]


def test_with_a_frame_at_every_step_nothing_is_between():
    chunk = WHOLE.resume(0.1, WHOLE.initial_checkpoint(0.1), StepBudget(40))
    assert chunk.between == {}


@pytest.mark.parametrize("cuts", [[], [3, 4, 30], [16, 17, 18, 39]])
@pytest.mark.parametrize("stride", [2, 7, 64])
def test_a_run_has_the_same_frames_and_ranges_wherever_it_is_cut(stride, cuts):
    chunk, begun = WHOLE.start(0.1), 0
    for cut in [*cuts, 60]:
        chunk = chunk.then(WHOLE.resume(0.1, chunk.checkpoint, StepBudget(cut - begun, stride)))
        begun = cut
    every = WHOLE.start(0.1).then(WHOLE.resume(0.1, WHOLE.initial_checkpoint(0.1), StepBudget(60)))
    steps = chunk.frames["step"]
    np.testing.assert_array_equal(steps, np.arange(0, 61, in_all_phases(stride, 3)))
    assert chunk.frames["weights"].tobytes() == every.frames["weights"][steps].tobytes()
    drawn, true = ranges_of_stretches(chunk, every, "loss")
    np.testing.assert_array_equal(drawn, true)
