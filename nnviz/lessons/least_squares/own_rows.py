"""One's own rows as a sample, and the population that its redraws come from: the line that fits the rows."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.analysis.inference import RegressionTable, regression_table
from nnviz.core.data.datasets import Dataset
from nnviz.core.data.provenance import Provenance
from nnviz.core.rng_keys import DATA, generator
from nnviz.lessons.least_squares.settings import CLOSE, OWN, SAME_X, SIZES, LeastSquaresSettings
from nnviz.user_data.examples import ChosenData

ROUNDING = 1e-12
"""The share of the largest target below which the deviation of residuals is rounding, and counts as 0."""


def chosen(settings: LeastSquaresSettings) -> ChosenData:
    """The sample of the settings before it is drawn: its name, and one's own rows if these are chosen and there."""
    return ChosenData(settings.data, settings.own_data, instead=OWN, most_rows=SIZES[-1])


@dataclass(frozen=True, eq=False)
class OwnFit:
    """The rows in a random order, so that the first of them are a sample as well, and the table of their fit."""

    rows: Dataset
    table: RegressionTable

    @property
    def deviation(self) -> float:
        """The estimated deviation of the noise, s = √(Σe²/(N − 2)) in units of the target; 0 on an exact line."""
        deviation = float(np.sqrt(self.table.scale))
        return deviation if deviation > ROUNDING * float(np.abs(self.rows.y).max()) else 0.0


def own_fit(settings: LeastSquaresSettings) -> OwnFit:
    """The fit of one's own rows; the seed decides their order, and which ones where there are too many."""
    return _own_fit(chosen(settings), int(settings.seed))


@lru_cache(maxsize=32)
def _own_fit(own: ChosenData, seed: int) -> OwnFit:
    given = own.draw(1, 0.0, seed)
    return OwnFit(given.rows(generator(seed, DATA).permutation(len(given.y))), regression_table(given.X, given.y))


def own_recipe(settings: LeastSquaresSettings) -> Provenance:
    """The rows in the order in which they were given, for a script. Raises LookupError where there are none."""
    provenance = chosen(settings).draw(1, 0.0, int(settings.seed)).provenance
    if provenance is None:
        raise LookupError("the sample is drawn and not given")
    return provenance


def as_population(settings: LeastSquaresSettings) -> LeastSquaresSettings:
    """The settings under which samples come from the fitted line: its weights, its residuals' deviation, the same x."""
    fit = own_fit(settings)
    bias, slope = fit.table.estimates.tolist()
    acting = {"n_samples": len(fit.rows.y), "true_bias": bias, "true_slope": slope, "noise": fit.deviation}
    return settings.model_copy(update={**acting, "redrawn": SAME_X, "axis": CLOSE})
