import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.core.analysis.ranges import padded_range


def test_the_margin_is_a_share_of_the_width_on_both_sides():
    assert padded_range(np.array([3.0, 1.0, 5.0]), margin=0.25) == (0.0, 6.0)


def test_a_range_is_at_least_the_least_width_before_its_margin():
    assert padded_range(np.array([2.0, 3.0]), margin=0.0, least_width=4.0) == (0.5, 4.5)
    assert padded_range(np.array([2.0, 3.0]), margin=0.5, least_width=4.0) == (-1.5, 6.5)


def test_one_value_has_a_range_around_it():
    assert padded_range(np.array([7.0]), margin=0.0) == (6.5, 7.5)


def test_values_that_are_not_finite_are_left_out():
    assert padded_range(np.array([np.nan, 1.0, np.inf, 3.0]), margin=0.0) == (1.0, 3.0)
    assert padded_range(np.array([np.nan]), margin=0.0) == (-0.5, 0.5)
    assert padded_range(np.array([]), margin=0.0) == (-0.5, 0.5)


@settings(deadline=None)
@given(st.lists(st.floats(-1e300, 1e300), min_size=1), st.floats(0.01, 2.0), st.floats(0.1, 10.0))
def test_every_value_lies_within_the_range(values, margin, least_width):
    low, high = padded_range(np.array(values), margin, least_width)
    assert low <= min(values) <= max(values) <= high


@settings(deadline=None)
@given(st.lists(st.floats(-1e3, 1e3), min_size=1), st.floats(0.01, 2.0), st.floats(0.1, 10.0))
def test_the_width_is_that_of_the_values_and_two_margins(values, margin, least_width):
    low, high = padded_range(np.array(values), margin, least_width)
    width = max(max(values) - min(values), least_width)
    assert high - low == pytest.approx(width * (1.0 + 2.0 * margin), rel=1e-9)
