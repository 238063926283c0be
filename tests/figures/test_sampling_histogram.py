import numpy as np

from nnviz.figures.sampling_histogram import Histogram, sampling_histogram

EDGES = np.array([0.0, 1.0, 3.0])
HEAP = Histogram(EDGES, np.array([0.4, 0.3]), np.array([0.0, 1.0]), np.array([0.1, 0.5]))


def test_bars_fill_their_bins():
    for bars in sampling_histogram(HEAP, "slope", 1.0).data[:2]:
        np.testing.assert_allclose(bars.x - bars.width / 2.0, EDGES[:-1])
        np.testing.assert_allclose(bars.x + bars.width / 2.0, EDGES[1:])


def test_bars_drawn_so_far_lie_over_those_of_all_samples():
    figure = sampling_histogram(HEAP, "slope", 1.0, so_far="heap")
    everything, so_far = figure.data[:2]
    assert figure.layout.barmode == "overlay"
    assert everything.meta is None
    assert so_far.meta == {"now": {"y": "heap"}}


def test_the_axis_is_high_enough_for_bars_and_curve():
    assert sampling_histogram(HEAP, "slope", 1.0).layout.yaxis.range[1] > 0.5


def test_the_truth_is_marked():
    (line,) = sampling_histogram(HEAP, "slope", 1.25).layout.shapes
    assert (line.x0, line.x1) == (1.25, 1.25)


def test_estimates_without_a_width_have_no_curve():
    flat = Histogram(EDGES, np.array([0.0, 0.5]), np.empty(0), np.empty(0))
    assert "Normal curve" not in [trace.name for trace in sampling_histogram(flat, "bias", 1.0).data]
