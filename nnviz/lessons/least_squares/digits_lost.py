"""How many digits of the slope two ways to compute it lose, as x moves away from 0."""

import numpy as np

from nnviz.core.analysis.conditioning import slope_errors
from nnviz.core.data.scaling import standardise
from nnviz.core.types import FloatArray
from nnviz.lessons.least_squares.own_rows import chosen
from nnviz.lessons.least_squares.samples import effective, sample
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.page.in_pieces import Pieces, in_pieces


@in_pieces(maxsize=32)
def digits_lost(settings: LeastSquaresSettings) -> Pieces[tuple[FloatArray, dict[str, FloatArray]]]:
    """The condition numbers (S,) and each method's relative errors of the slope (S,); one's own x is standardised."""
    drawn = sample(effective(settings))
    drawn = standardise(drawn)[0] if chosen(settings).is_own else drawn
    found = slope_errors(drawn.X[:, 0], drawn.y)
    yield  # what is said and drawn of it is another piece
    return found


def at_the_worst(settings: LeastSquaresSettings) -> tuple[float, dict[str, float]]:
    """The largest condition number at which every method gives a number, and their errors there."""
    condition, errors = digits_lost(settings)
    known = np.flatnonzero(np.all([np.isfinite(error) for error in errors.values()], axis=0))
    worst = known[np.argmax(condition[known])]
    return float(condition[worst]), {name: float(error[worst]) for name, error in errors.items()}
