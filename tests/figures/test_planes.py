import numpy as np
import pytest

from nnviz.figures.planes import Plane, RecordedPlane, log_loss_for_display
from tests.figures.gallery import AXIS, PLANE


def test_displayed_levels_are_the_decimal_logarithm():
    loss = np.array([[1.0, 10.0], [0.01, 1000.0]])
    np.testing.assert_allclose(log_loss_for_display(loss), [[0, 1], [-2, 3]], atol=1e-15)


def test_an_exact_fit_lies_six_decades_below_the_rim():
    assert log_loss_for_display(np.array([[0.0, 100.0]]))[0, 0] == pytest.approx(-4)


def test_a_loss_that_is_zero_everywhere_stays_finite():
    assert np.isfinite(log_loss_for_display(np.zeros((2, 2)))).all()


def test_planes_of_several_steps_are_treated_one_by_one():
    losses = np.stack([PLANE.loss, 1e9 * PLANE.loss])
    each = [log_loss_for_display(loss) for loss in losses]
    np.testing.assert_array_equal(log_loss_for_display(losses), each)


def test_a_transposed_loss_is_refused():
    with pytest.raises(ValueError, match="shape"):
        Plane(AXIS, AXIS[:4], np.ones((13, 4)), "bias", "w1")


def test_a_loss_that_is_not_finite_is_refused():
    with pytest.raises(ValueError, match="finite"):
        Plane(AXIS, AXIS, np.full((13, 13), np.inf), "bias", "w1")


def test_hover_on_contours_shows_the_loss_and_not_its_logarithm():
    np.testing.assert_array_equal(PLANE.contours()["customdata"], PLANE.loss)


def test_contour_lines_of_a_surface_lie_within_the_loss():
    lines = PLANE.surface()["contours"]["z"]
    assert PLANE.loss.min() < lines["start"] < lines["end"] <= PLANE.loss.max()


def test_a_flat_plane_still_has_axes_of_some_length():
    flat = Plane(AXIS, AXIS, np.ones((13, 13)), "bias", "w1")
    lowest, highest = flat.ranges()["z"]
    assert lowest < 1 < highest
    assert flat.surface()["contours"]["z"]["size"] > 0


def test_a_recorded_plane_names_its_arrays_after_its_prefix():
    plane = RecordedPlane("direction 1", "direction 2", prefix="random_slice")
    assert plane.surface()["meta"] == {"now": {"x": "random_slice_x", "y": "random_slice_y", "z": "random_slice_loss"}}
    assert plane.contours()["meta"]["now"]["z"] == "random_slice_log_loss"
