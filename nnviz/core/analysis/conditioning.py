"""Why least squares is not computed with an inverse: digits lost by A'A and by QR as the columns become alike."""

from collections.abc import Callable

import numpy as np

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray

SHIFTS = 2.0 ** np.arange(0, 28)
"""What is added to x, in powers of two: adding them to x of twenty binary places rounds nothing."""

BINARY_PLACES = 20


def condition_number(A: FloatArray) -> float:
    """κ = σmax/σmin of A (n_samples, P) with all its columns scaled to length 1.

    Units are no difficulty: least squares loses no digits when a column is counted in other units (van der Sluis
    1969), but it does when columns point in nearly the same direction, and this κ measures that alone.
    """
    return float(np.linalg.cond(A / np.linalg.norm(A, axis=0)))


def by_inverse(A: FloatArray, y: FloatArray) -> FloatArray:
    """The formula w = (A'A)⁻¹A'y, as the textbook writes it; NaN where A'A has become singular in floating point."""
    try:
        weights: FloatArray = np.linalg.inv(A.T @ A) @ (A.T @ y)
    except np.linalg.LinAlgError:
        weights = np.full(A.shape[1], np.nan)
    return weights


def by_qr(A: FloatArray, y: FloatArray) -> FloatArray:
    """The solution of Rw = Q'y with A = QR."""
    Q, R = np.linalg.qr(A)
    weights: FloatArray = np.linalg.solve(R, Q.T @ y)
    return weights


METHODS: dict[str, Callable[[FloatArray, FloatArray], FloatArray]] = {"inverse of A'A": by_inverse, "QR": by_qr}
"""Ways to compute the least squares weights of A (n_samples, P) and y, by the word that the user sees."""


def slope_errors(x: FloatArray, y: FloatArray) -> tuple[FloatArray, dict[str, FloatArray]]:
    """The condition numbers κ of [1, x + s] for every s of SHIFTS, and every method's relative error of the slope.

    A shift moves the line, not its slope; so the slope at shift 0, where κ is small, tells the error of all others.
    x is rounded to twenty binary places first, so that x + s is exact and the data are the same at every shift.

    x (n,), y (n,). Returns κ (S,) and errors (S,) by the names of METHODS: |slope − slope₀| / |slope₀|.
    """
    x = np.round(x * 2.0**BINARY_PLACES) / 2.0**BINARY_PLACES
    centred = x - x.mean()
    slope = float(centred @ (y - y.mean())) / float(centred @ centred)
    designs = [design_matrix((x + shift)[:, None]) for shift in SHIFTS]
    errors = {
        name: np.array([abs(solve(A, y)[1] - slope) for A in designs]) / (abs(slope) or 1.0)
        for name, solve in METHODS.items()
    }
    return np.array([condition_number(A) for A in designs]), errors
