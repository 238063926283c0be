from math import inf

import pytest

from nnviz.web.transport import SPEEDS, nearest_speed


@pytest.mark.parametrize(("wanted", "found"), [(50, 50), (45, 50), (3, 2), (1e9, SPEEDS[-1]), (0.01, SPEEDS[0])])
def test_the_nearest_speed_is_chosen(wanted, found):
    assert SPEEDS[nearest_speed(wanted)] == found


def test_infinitely_fast_is_the_place_beyond_all_speeds():
    assert nearest_speed(inf) == len(SPEEDS)
