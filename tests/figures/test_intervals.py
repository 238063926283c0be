import pytest

from nnviz.figures.colours import PALETTE
from nnviz.figures.intervals import Interval, intervals

BIAS = Interval("bias", 5.8, 5.4, 6.3, "with a bias", PALETTE["blue"], "circle")
SLOPE = Interval("slope", 4.1, 3.9, 4.2, "with a bias", PALETTE["blue"], "circle")
ALONE = Interval("slope", 7.0, 6.5, 7.4, "through the origin", PALETTE["vermillion"], "diamond")


def test_bars_end_where_the_intervals_end():
    trace = intervals([BIAS, SLOPE], {}).data[0]
    for y, up, down, item in zip(trace.y, trace.error_y.array, trace.error_y.arrayminus, (BIAS, SLOPE), strict=True):
        assert y + up == pytest.approx(item.high)
        assert y - down == pytest.approx(item.low)


def test_every_fit_is_one_trace_told_apart_without_colour():
    first, second = intervals([BIAS, ALONE, SLOPE], {}).data
    assert (list(first.x), list(second.x)) == (["bias", "slope"], ["slope"])
    assert first.marker.symbol != second.marker.symbol


def test_the_truth_is_named_once():
    figure = intervals([BIAS, SLOPE], {"bias": 6.0, "slope": 4.0})
    assert [trace.y[0] for trace in figure.data[:2]] == [6.0, 4.0]
    assert [trace.showlegend for trace in figure.data[:2]] == [True, False]
