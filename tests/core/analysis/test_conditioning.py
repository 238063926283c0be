from fractions import Fraction

import numpy as np
import pytest

from nnviz.core.analysis.conditioning import METHODS, SHIFTS, by_inverse, by_qr, condition_number, slope_errors

EPSILON = np.finfo(np.float64).eps


@pytest.fixture(scope="module")
def line():
    rng = np.random.default_rng(3)
    x = rng.standard_normal(60)
    return x, 6.0 + 4.0 * x + rng.standard_normal(60)


def test_both_methods_agree_where_the_columns_differ(line):
    x, y = line
    A = np.column_stack([np.ones(60), x])
    for solve in METHODS.values():
        np.testing.assert_allclose(solve(A, y), np.linalg.lstsq(A, y, rcond=None)[0], rtol=1e-12)


def test_qr_loses_at_most_as_many_digits_as_the_condition_number_has(line):
    condition, errors = slope_errors(*line)
    assert (errors["QR"] < 100.0 * EPSILON * condition).all()


def test_the_inverse_loses_twice_as_many_digits():
    curves = []
    for seed in range(30):
        rng = np.random.default_rng(seed)
        x = rng.standard_normal(60)
        condition, errors = slope_errors(x, 6.0 + 4.0 * x + rng.standard_normal(60))
        curves.append([condition, *errors.values()])
    condition, inverse, qr = np.median(curves, axis=0)
    rising = (condition > 1e3) & (condition < 1e7)
    slopes = [np.polyfit(np.log10(condition[rising]), np.log10(error[rising]), 1)[0] for error in (inverse, qr)]
    np.testing.assert_allclose(slopes, [2.0, 1.0], atol=0.2)


def test_the_condition_number_grows_like_the_shift(line):
    condition, _ = slope_errors(*line)
    far = SHIFTS > 1e3
    np.testing.assert_allclose(condition[far] * line[0].std() / (2.0 * SHIFTS[far]), 1.0, rtol=0.01)


def test_units_do_not_change_the_condition_number(line):
    A = np.column_stack([np.ones(60), line[0]])
    assert condition_number(A * [1.0, 1e6]) == pytest.approx(condition_number(A))


def test_the_slope_that_tells_the_errors_is_exact(line):
    x, y = line
    x = np.round(x * 2.0**20) / 2.0**20
    xs, ys = [Fraction(value) for value in x], [Fraction(value) for value in y]
    n, mean_x, mean_y = len(xs), sum(xs) / len(xs), sum(ys) / len(ys)
    exact = sum((a - mean_x) * (b - mean_y) for a, b in zip(xs, ys, strict=True)) / sum((a - mean_x) ** 2 for a in xs)
    assert n == 60
    _, errors = slope_errors(x, y)
    A = np.column_stack([np.ones(60), x + SHIFTS[10]])
    assert errors["QR"][10] == pytest.approx(abs(by_qr(A, y)[1] - float(exact)) / float(exact), abs=10 * EPSILON)


def test_a_singular_matrix_has_no_inverse_and_gives_no_number():
    assert np.isnan(by_inverse(np.ones((3, 2)), np.arange(3.0))).all()
