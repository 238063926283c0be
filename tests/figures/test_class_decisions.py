import numpy as np

from nnviz.figures.class_decisions import class_confusion, probability_bars


def test_the_confusion_has_a_cell_for_each_pair_row_by_row():
    (cells,) = class_confusion(("A", "B", "C"), "confusion").data
    assert list(zip(cells.y, cells.x, strict=True)) == [(i, j) for i in range(3) for j in range(3)]
    assert cells.meta == {"now": {"z": "confusion"}}


def test_the_right_class_is_bold_and_the_bars_follow_logits_and_both_ways_of_softmax():
    figure = probability_bars(("A", "B", "C"), 1)
    assert list(figure.layout.xaxis.ticktext) == ["A", "<b>B</b>", "C"]
    bars = [trace.meta["now"]["y"] for trace in figure.data if trace.type == "bar"]
    assert bars == ["scaled_logits", "stable", "naive"]


def test_a_picture_stands_beside_the_bars():
    picture = np.arange(64.0).reshape(8, 8) / 63.0
    figure = probability_bars(tuple("0123456789"), 7, picture)
    (shown,) = (trace for trace in figure.data if trace.type == "heatmap")
    np.testing.assert_array_equal(shown.z, picture)
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis3.domain[0]
