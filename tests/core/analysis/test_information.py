import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnviz.core.analysis.information import UNITS, cross_entropy, distribution, entropy, information, kl_divergence

BASE = {"bits": 2, "nats": np.e}
WEIGHTS = st.one_of(st.just(0.0), st.floats(1e-12, 1e6))


@st.composite
def pairs(draw):
    """Two distributions over the same outcomes, zeros among them."""
    n = draw(st.integers(1, 8))
    weights = draw(arrays(float, (2, n), elements=WEIGHTS).filter(lambda w: (w.max(axis=1) > 0).all()))
    return distribution(weights)


@given(pairs(), st.sampled_from(list(UNITS)))
def test_entropy_plus_divergence_is_cross_entropy(pair, unit):
    p, q = pair
    total = entropy(p, unit) + kl_divergence(p, q, unit)
    np.testing.assert_allclose(total, cross_entropy(p, q, unit), rtol=1e-12, atol=1e-12)


@given(pairs(), st.sampled_from(list(UNITS)))
def test_entropy_and_divergence_agree_with_scipy(pair, unit):
    p, q = pair
    np.testing.assert_allclose(entropy(p, unit), scipy.stats.entropy(p, base=BASE[unit]), rtol=1e-12, atol=1e-12)
    reference = scipy.stats.entropy(p, q, base=BASE[unit])
    np.testing.assert_allclose(kl_divergence(p, q, unit), reference, rtol=1e-12, atol=1e-12)


@given(pairs())
def test_the_divergence_is_infinite_exactly_where_q_misses_an_outcome_of_p(pair):
    p, q = pair
    missed = bool(((p > 0) & (q == 0)).any())
    assert np.isinf(kl_divergence(p, q)) == np.isinf(cross_entropy(p, q)) == missed


@given(pairs())
def test_the_divergence_is_never_negative_and_zero_from_itself(pair):
    p, q = pair
    assert kl_divergence(p, q) >= 0
    assert kl_divergence(p, p) == 0


def test_an_outcome_that_never_happens_adds_nothing():
    assert entropy([0.5, 0.5, 0.0]) == entropy([0.5, 0.5]) == 1.0
    assert cross_entropy([0.5, 0.5, 0.0], [0.5, 0.5, 0.0]) == 1.0
    assert entropy([1.0, 0.0]) == 0.0


def test_a_divergence_that_is_infinite_one_way_is_finite_the_other():
    assert np.isinf(kl_divergence([0.5, 0.5], [1.0, 0.0]))
    assert kl_divergence([1.0, 0.0], [0.5, 0.5]) == 1.0


@pytest.mark.parametrize("n", [1, 2, 6, 20])
def test_a_fair_die_has_the_logarithm_of_its_faces_and_no_distribution_more(n):
    assert entropy(np.full(n, 1 / n), "nats") == pytest.approx(np.log(n), abs=1e-14)
    others = distribution(np.random.default_rng(n).random((50, n)) + 1e-3)
    assert (entropy(others, "nats") <= np.log(n) + 1e-14).all()


def test_an_outcome_in_eight_carries_three_bits():
    np.testing.assert_array_equal(information([1 / 8, 1.0, 0.0]), [3.0, 0.0, np.inf])


def test_a_bit_is_the_information_of_a_fair_coin_and_a_nat_is_larger():
    assert entropy([0.5, 0.5], "bits") == 1.0
    assert entropy([0.5, 0.5], "nats") == pytest.approx(np.log(2), rel=1e-15)


def test_leading_axes_broadcast():
    p, q = distribution(np.arange(1.0, 13.0).reshape(4, 3)), distribution([1.0, 2.0, 3.0])
    values = kl_divergence(p, q)
    assert values.shape == (4,)
    np.testing.assert_allclose(values, [kl_divergence(row, q) for row in p], rtol=1e-14)


@given(arrays(float, 5, elements=WEIGHTS).filter(lambda w: w.max() > 0))
def test_weights_become_a_distribution_in_their_proportions(weights):
    p = distribution(weights)
    assert p.sum() == pytest.approx(1.0, abs=1e-14)
    np.testing.assert_allclose(p * weights.max(), p.max() * weights, rtol=1e-12)


def test_huge_and_tiny_weights_do_not_overflow():
    np.testing.assert_array_equal(distribution([1e308, 1e308]), [0.5, 0.5])
    np.testing.assert_array_equal(distribution([5e-324, 5e-324]), [0.5, 0.5])


@pytest.mark.parametrize("weights", [[0.0, 0.0], [-1.0, 2.0], [np.nan, 1.0], [np.inf, 1.0]])
def test_what_is_no_set_of_weights_is_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        distribution(weights)


@pytest.mark.parametrize("p", [[0.5, 0.6], [1.5, -0.5], [np.nan, 1.0]])
def test_what_is_no_distribution_is_refused(p):
    with pytest.raises(ValueError, match="distribution"):
        entropy(p)
    with pytest.raises(ValueError, match="distribution"):
        cross_entropy([0.5, 0.5], p)


def test_an_unknown_unit_is_refused():
    with pytest.raises(KeyError):
        entropy([1.0], "hartleys")
