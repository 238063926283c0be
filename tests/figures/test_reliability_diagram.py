from nnviz.figures.reliability_diagram import ReliabilityCurve, reliability_diagram


def test_the_diagonal_begins_at_the_lowest_probability_that_can_be_the_largest():
    diagonal, points = reliability_diagram([ReliabilityCurve("p", "model", "#000000", "circle")], 0.25).data
    assert list(diagonal.x) == list(diagonal.y) == [0.25, 1]
    assert points.meta["now"] == {"marker.size": "p_size", "x": "p_confidence", "y": "p_accuracy_in_bins"}
