import numpy as np
import pytest

from nnviz.core.training.clipping import clip_by_norm, clip_by_value, norm

GRADIENT = np.array([3.0, -4.0, 0.0])


def test_clipping_by_norm_shortens_to_the_limit_and_keeps_the_direction():
    np.testing.assert_allclose(clip_by_norm(GRADIENT, 1.0), [0.6, -0.8, 0.0], rtol=1e-15)


def test_a_gradient_within_the_limit_stays_as_it_is_to_the_last_bit():
    for limit in (5.0, 6.0, 1e300):
        assert (clip_by_norm(GRADIENT, limit) == GRADIENT).all()
        assert (clip_by_norm(np.stack([GRADIENT, GRADIENT]), limit) == GRADIENT).all()


def test_a_gradient_of_length_zero_stays_zero():
    assert clip_by_norm(np.zeros(3), 1.0).tolist() == [0.0, 0.0, 0.0]
    assert clip_by_norm(np.zeros((2, 3)), 1.0).tolist() == [[0.0, 0.0, 0.0]] * 2


def test_a_gradient_whose_squares_overflow_is_still_clipped():
    huge = GRADIENT * 1e200
    with np.errstate(over="ignore"):
        np.testing.assert_allclose(clip_by_norm(huge, 1.0), [0.6, -0.8, 0.0], rtol=1e-14)
        assert norm(huge) == pytest.approx(5e200, rel=1e-14)


def test_a_gradient_whose_squares_vanish_has_its_length():
    assert norm(GRADIENT * 1e-200) == pytest.approx(5e-200, rel=1e-14, abs=0.0)
    assert norm(np.zeros(3)) == 0.0


@pytest.mark.parametrize("entry", [np.nan, np.inf])
def test_a_gradient_that_is_not_finite_does_not_become_a_finite_step(entry):
    with np.errstate(all="ignore"):
        assert not np.isfinite(clip_by_norm(np.array([1.0, entry]), 1.0)).all()
        assert not np.isfinite(clip_by_norm(np.array([[1.0, entry], [3.0, 4.0]]), 1.0)[0]).all()
        assert not np.isfinite(norm(np.array([1.0, entry])))


def test_each_run_is_clipped_by_its_own_length():
    gradients = np.array([[3.0, 4.0], [0.3, 0.4], [np.nan, 1.0], [3e200, 4e200], [0.0, 0.0]])
    with np.errstate(all="ignore"):
        clipped = clip_by_norm(gradients, 1.0)
    expected = [[0.6, 0.8], [0.3, 0.4], [np.nan, np.nan], [0.6, 0.8], [0.0, 0.0]]
    np.testing.assert_allclose(clipped[[0, 1, 3, 4]], np.array(expected)[[0, 1, 3, 4]], rtol=1e-14)
    assert np.isnan(clipped[2]).any()


def test_lengths_do_not_depend_on_the_other_runs():
    gradients = np.random.default_rng(0).normal(size=(7, 33))
    beside = gradients.copy()
    beside[3] = np.inf
    with np.errstate(all="ignore"):
        kept = np.arange(7) != 3
        assert (norm(beside)[kept] == norm(gradients)[kept]).all()


def test_clipping_by_value_bounds_every_entry_and_may_turn_the_direction():
    assert clip_by_value(GRADIENT, 3.5).tolist() == [3.0, -3.5, 0.0]
