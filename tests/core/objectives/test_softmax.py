import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logsumexp
from scipy.special import softmax as reference_softmax

from nnviz.core.objectives.softmax import (
    cross_entropy,
    log_sum_exp,
    naive_softmax,
    one_against_rest,
    one_hot,
    softmax,
)

generator = np.random.default_rng(5)
z = generator.normal(0.0, 4.0, size=(3, 4, 30))
labels = generator.integers(0, 4, 30).astype(float)
logits = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=6).map(lambda values: np.array(values)[:, None])


def test_softmax_and_log_sum_exp_are_the_reference_librarys():
    np.testing.assert_allclose(softmax(z), reference_softmax(z, axis=-2), rtol=1e-14)
    np.testing.assert_allclose(log_sum_exp(z), logsumexp(z, axis=-2), rtol=1e-14)


@given(logits)
def test_probabilities_are_finite_and_sum_to_one_at_any_logits(z):
    p = softmax(z)
    assert np.isfinite(p).all()
    assert p.min() >= 0.0
    assert p.sum() == pytest.approx(1.0, abs=1e-15)


@given(st.lists(st.integers(-500, 500), min_size=2, max_size=6), st.integers(-(2**40), 2**40))
def test_adding_a_constant_to_all_logits_changes_no_digit_of_the_probabilities(values, constant):
    """Integers of this size add without rounding, so what is left is the softmax's own doing."""
    z = np.array(values, dtype=float)[:, None]
    assert (softmax(z + constant) == softmax(z)).all()


def test_logits_of_a_thousand_are_exact_where_the_formula_as_written_is_undefined():
    for top in (1000.0, -1000.0, 1e300):
        z = np.array([[top], [top], [top - np.log(2.0) if abs(top) < 1e6 else top]])
        assert np.isnan(naive_softmax(z)).any()
        assert softmax(z).sum() == pytest.approx(1.0, abs=1e-15)
    np.testing.assert_allclose(softmax(np.array([[1000.0], [999.0]]))[:, 0], expit([1.0, -1.0]), rtol=1e-15)
    assert log_sum_exp(np.array([[-1000.0], [-1000.0]]))[0] == -1000.0 + np.log(2.0)


def test_the_formula_as_written_is_the_same_where_nothing_overflows():
    np.testing.assert_allclose(naive_softmax(z), softmax(z), rtol=1e-13)


def test_cross_entropy_is_minus_the_logarithm_of_the_right_classs_probability():
    right = np.take_along_axis(softmax(z), labels.astype(int)[None, None], axis=-2)[..., 0, :]
    np.testing.assert_allclose(cross_entropy(z, one_hot(labels, 4)), -np.log(right), rtol=1e-12)


def test_cross_entropy_is_exact_where_the_probability_rounds_to_zero_or_one():
    sure = np.array([[1000.0, -1000.0, 40.0], [-1000.0, 1000.0, 0.0]])
    values = cross_entropy(sure, one_hot(np.zeros(3), 2))
    assert values[:2].tolist() == [0.0, 2000.0]
    assert values[2] == pytest.approx(np.exp(-40.0), rel=1e-12, abs=0.0)


def test_a_logit_that_is_not_finite_gives_a_loss_that_is_not():
    for bad in (np.nan, np.inf):
        with np.errstate(invalid="ignore"):
            assert not np.isfinite(cross_entropy(np.array([[0.0], [bad]]), one_hot(np.zeros(1), 2))[0])


def test_one_against_the_rest_divides_sigmoids_by_their_sum_and_never_by_zero():
    np.testing.assert_allclose(one_against_rest(z), expit(z) / expit(z).sum(axis=-2, keepdims=True), rtol=1e-12)
    np.testing.assert_allclose(one_against_rest(np.full((3, 1), -1e4)), np.full((3, 1), 1 / 3), rtol=1e-15)
