import warnings

import numpy as np
import pytest
from scipy.special import expit, log_expit

from nnviz.core.analysis.floating_point import (
    LOG_COMPLEMENTS,
    LOG_SIGMOIDS,
    SIGMOIDS,
    naive_quotient,
    stable_log_complement,
    stable_log_sigmoid,
    stable_sigmoid,
    watched,
)

ALL = [*SIGMOIDS.values(), *LOG_SIGMOIDS.values(), *LOG_COMPLEMENTS.values()]


@pytest.mark.parametrize("formula", ALL)
def test_no_formula_lets_a_warning_out_at_a_thousand(formula):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for t in (-1000.0, 0.0, 1000.0):
            watched(formula, t)


def test_the_naive_sigmoid_overflows_at_minus_a_thousand_and_ends_at_the_right_number():
    seen = watched(SIGMOIDS["naive"], -1000.0)
    assert seen.exceptions == ("overflow",)
    assert seen.value == 0.0


def test_the_naive_quotient_is_undefined_at_a_thousand():
    seen = watched(naive_quotient, 1000.0)
    assert seen.exceptions == ("overflow", "invalid value")
    assert np.isnan(seen.value)


@pytest.mark.parametrize("formula", [stable_sigmoid, stable_log_sigmoid, stable_log_complement])
@pytest.mark.parametrize("t", [-1000.0, -40.0, 0.0, 40.0, 1000.0])
def test_the_stable_formulas_raise_nothing(formula, t):
    assert watched(formula, t).exceptions == ()


def test_the_stable_sigmoid_is_the_librarys():
    t = np.linspace(-800, 800, 3201)
    # e^t has t times the relative error of t; below the smallest normal number the library rounds to 0.
    np.testing.assert_allclose(stable_sigmoid(t), expit(t), rtol=2e-13, atol=np.finfo(float).tiny)


def test_the_stable_logarithms_are_the_librarys():
    t = np.linspace(-1000, 1000, 4001)
    np.testing.assert_allclose(stable_log_sigmoid(t), log_expit(t), rtol=1e-14, atol=0)
    np.testing.assert_allclose(stable_log_complement(t), log_expit(-t), rtol=1e-14, atol=0)


@pytest.mark.parametrize(("registry", "t"), [(LOG_SIGMOIDS, -1000.0), (LOG_COMPLEMENTS, 40.0)])
def test_the_naive_logarithm_is_infinite_where_the_true_one_is_an_ordinary_number(registry, t):
    naive, stable = watched(registry["naive"], t), watched(registry["stable"], t)
    assert "divide by zero" in naive.exceptions
    assert naive.value == -np.inf
    assert stable.value == pytest.approx(-abs(t), rel=1e-12)


@pytest.mark.parametrize("registry", [SIGMOIDS, LOG_SIGMOIDS, LOG_COMPLEMENTS])
def test_all_formulas_agree_where_nothing_is_extreme(registry):
    t = np.linspace(-5, 5, 101)
    for formula in registry.values():
        np.testing.assert_allclose(formula(t), registry["stable"](t), rtol=1e-12)
