import json

import numpy as np

from nnviz.figures.distribution_bars import distribution_bars, places_of_bars

P, Q = np.array([0.5, 0.5, 0.0]), np.array([0.2, 0.3, 0.5])


def test_bars_have_the_heights_of_the_distributions_and_say_them():
    first, second = distribution_bars("ABC", P, Q).data
    np.testing.assert_array_equal(first.y, P)
    np.testing.assert_array_equal(second.y, Q)
    assert second.text == ("0.20", "0.30", "0.50")


def test_bars_stand_at_their_places_beside_each_other():
    figure = distribution_bars("ABC", P, Q)
    places = places_of_bars(3)
    assert list(figure.data[0].x) == places["p"]
    assert list(figure.data[1].x) == places["q"]
    assert figure.data[0].width <= places["q"][0] - places["p"][0]


def test_the_two_distributions_differ_without_colour():
    first, second = distribution_bars("ABC", P, Q).data
    assert first.marker.pattern.shape != second.marker.pattern.shape


def test_axes_are_named_and_hold_a_certain_outcome():
    layout = distribution_bars("ABC", P, Q).layout
    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("outcome", "probability")
    assert layout.yaxis.range[1] > 1


def test_handles_travel_as_plain_json():
    handle = {"x": -0.2, "drag": {"y": {"field": "p", "at": [0.0, 0.5], "texts": ["0 1", "1 1"]}}}
    figure = distribution_bars("AB", P[:2], P[:2], [handle])
    assert json.loads(figure.to_json())["layout"]["meta"] == {"handles": [handle]}
