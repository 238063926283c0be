import numpy as np
import pytest

from nnviz.figures.descents import MARK_STYLES, Outline, Track


def test_a_path_grows_over_the_axes_it_is_asked_for():
    assert Track().meta("xy") == {"grow": {"x": "path_x", "y": "path_y", "customdata": "step"}}
    assert Track().meta("xyz")["grow"]["z"] == "path_z"


def test_a_path_whose_points_are_no_steps_shows_none():
    assert Track(step=None, how="now").meta("xy") == {"now": {"x": "path_x", "y": "path_y"}}


def test_an_outline_of_arrays_stands_still():
    circle = Outline(np.zeros(3), np.ones(3), "L2 ball")
    assert "meta" not in circle.coordinates()


def test_an_outline_of_names_follows_the_run():
    ball = Outline("ball_x", "ball_y", "L1 ball")
    assert ball.coordinates()["meta"] == {"now": {"x": "ball_x", "y": "ball_y"}}


@pytest.mark.parametrize("attribute", ["colour", "symbol", "symbol in space"])
def test_marks_differ_in_colour_and_in_symbol(attribute):
    looks = [style[attribute] for style in MARK_STYLES.values()]
    assert len(set(looks)) == len(looks)
