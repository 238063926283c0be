import numpy as np
import pytest

from nnviz.figures.colours import WHITE
from nnviz.figures.examples import MOST_POINTS, Examples, Points, scatter
from tests.figures.gallery import LABELS


def test_examples_without_validation_are_one_part():
    examples = Examples(np.ones((3, 1)), np.ones(3), ("x",), "y")
    assert [held_out for _, _, held_out in examples.parts()] == [False]


def test_examples_and_targets_of_different_length_are_refused():
    with pytest.raises(ValueError, match="3 examples have 2 targets"):
        Examples(np.ones((3, 1)), np.ones(2), ("x",), "y")


def test_classes_share_out_every_example_once():
    parts = LABELS.parts_by_class()
    assert sum(len(X) for X, _, _, _ in parts) == 40
    assert all((y == label).all() for _, y, _, label in parts)


def test_validation_points_are_hollow():
    training, validation = (scatter(Points(np.ones(1), np.ones(1), held_out)) for held_out in (False, True))
    assert validation.marker.color == WHITE != training.marker.color
    assert validation.marker.line.color == training.marker.color


def test_classes_differ_in_colour_and_in_symbol():
    markers = [scatter(Points(np.ones(1), np.ones(1), label=label)).marker for label in (0, 1)]
    assert markers[0].color != markers[1].color
    assert markers[0].symbol != markers[1].symbol


def test_a_large_cloud_is_thinned_to_what_a_browser_redraws():
    many = np.arange(MOST_POINTS + 500.0)
    assert len(scatter(Points(many, many)).x) == MOST_POINTS
