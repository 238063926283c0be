from nnviz.figures.riding_points import riding_points


def test_the_points_follow_the_named_arrays():
    trace = riding_points("sums", "activations")
    assert trace.meta == {"now": {"x": "sums", "y": "activations"}}
    assert trace.x == (None,)
