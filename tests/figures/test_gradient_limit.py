import numpy as np

from nnviz.figures.gradient_limit import AFTER, BEFORE, circle, gradient_limit, square

NAMES = ("∂L/∂bias", "∂L/∂w2")


def test_the_limit_by_norm_is_a_circle_of_gradients_of_that_length():
    np.testing.assert_allclose(np.hypot(*circle(5.0)), 5.0)


def test_the_limit_by_value_is_a_square_of_gradients_whose_larger_entry_has_that_size():
    np.testing.assert_allclose(np.maximum(*np.abs(square(5.0))), 5.0)


def test_both_axes_have_one_unit_so_that_a_circle_is_round():
    layout = gradient_limit([BEFORE, AFTER], NAMES, 8.0, circle(5.0)).layout
    assert layout.yaxis.scaleanchor == "x"
    assert tuple(layout.xaxis.range) == tuple(layout.yaxis.range) == (-8.0, 8.0)


def test_without_a_limit_only_the_arrows_are_drawn():
    assert [trace.name for trace in gradient_limit([BEFORE], NAMES, 8.0, None).data] == ["before clipping"]


def test_arrows_follow_the_run():
    assert BEFORE.trace().meta == {"now": {"x": "gradient_x", "y": "gradient_y"}}
