"""From the settings to the runs: the data, the start, and six learning rates trained in one pass."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.random import RandomState

from nnviz.core.data.datasets import Dataset, make_dataset
from nnviz.core.data.provenance import Provenance, extended
from nnviz.core.models.network import Network
from nnviz.core.notebook import chain
from nnviz.core.notebook.published import SEED, replay
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.figures.colours import PALETTE
from nnviz.lessons.gradient_descent.settings import (
    BIAS_RANGE,
    FIXED_RATES,
    NOTEBOOK,
    NOTEBOOK_START,
    OWN,
    OWN_REACH,
    SLOPE_RANGE,
    GradientDescentSettings,
)
from nnviz.user_data.examples import ChosenData
from nnviz.user_data.standardised_line import standardised_line

N_STEPS = 3000
TABLE_STEPS = (10, 50, 100, 500, 1000, N_STEPS)
DIVERGED_ABOVE = 1e15
ROUNDING_ERROR = 1e-24  # of a loss: that of weights near 10 with errors in their last digits is below 1e-27
MODEL, LOSS = Network(1), LOSSES["mean squared error"]


@dataclass(frozen=True)
class Rate:
    """One of the runs: its place among them, the switch that shows it, and how it is drawn."""

    place: int
    value: float
    switch: str
    colour: str
    dash: str
    name: str


_LOOKS = (
    ("reddish purple", "longdashdot"),
    ("blue", "dash"),
    ("bluish green", "dashdot"),
    ("orange", "longdash"),
    ("black", "dot"),
)


def rates(settings: GradientDescentSettings) -> list[Rate]:
    """All runs: the five rates that are always trained, then the slider's."""
    found = [
        Rate(place, value, switch, PALETTE[colour], dash, f"{value:g}")
        for place, ((switch, value), (colour, dash)) in enumerate(zip(FIXED_RATES.items(), _LOOKS, strict=True))
    ]
    own = settings.learning_rate
    return [*found, Rate(len(found), own, "show_yours", PALETTE["vermillion"], "solid", f"{own:g} (yours)")]


def shown(settings: GradientDescentSettings) -> list[Rate]:
    """The runs that are drawn."""
    return [rate for rate in rates(settings) if getattr(settings, rate.switch)]


@lru_cache(maxsize=64)
def _dataset(name: str, n_samples: int, noise: float, x_spread: float, seed: int) -> Dataset:
    drawn = make_dataset("toy line", n_samples, noise, seed)
    if name == NOTEBOOK:
        X, y = chain.toy(RandomState(SEED), {})["toy"]
        return replace(drawn, X=X, y=y, provenance=Provenance.of("notebook", data="toy"))
    slope = 4.0  # of y over x, whatever the spread of x
    X, y = x_spread * drawn.X, drawn.y + slope * (x_spread - 1.0) * drawn.X[:, 0]
    return replace(drawn, X=X, y=y, provenance=extended(drawn.provenance, "wider x", slope=slope, x_spread=x_spread))


def chosen(settings: GradientDescentSettings) -> ChosenData:
    """The data of the settings before they are drawn: their name, and one's own if these are chosen and there."""
    return standardised_line(settings.data, settings.own_data, instead=OWN)


@lru_cache(maxsize=64)
def _own(own: ChosenData, x_spread: float, seed: int) -> Dataset:
    drawn = own.draw(1, 0.0, seed)
    if x_spread == 1.0:
        return drawn
    return replace(drawn, X=x_spread * drawn.X, provenance=extended(drawn.provenance, "stretched x", x_spread=x_spread))


def data(settings: GradientDescentSettings) -> Dataset:
    """The examples: y = 6 + 4x + noise, from the seed or from the notebook's stream, or one's own, standardised."""
    given, seed = chosen(settings), int(settings.seed)
    if given.is_own:
        return _own(given, settings.x_spread, seed)
    return _dataset(given.name, int(settings.n_samples), settings.noise, settings.x_spread, seed)


@lru_cache(maxsize=64)
def _bowl(dataset: Dataset) -> Bowl:
    return Bowl.of(dataset.X, dataset.y)


def bowl(settings: GradientDescentSettings) -> Bowl:
    """The loss over the two weights."""
    return _bowl(data(settings))


@lru_cache(maxsize=1)
def _notebook_start() -> FloatArray:
    """The standard normal draw from which the notebook's 3,000 steps start."""
    _, experiment = next(replay(chain.CHAIN, "gd_3000"))
    return initial_state(experiment).weights


def start(settings: GradientDescentSettings) -> FloatArray:
    """The weights (2,) from which every run starts."""
    if settings.start == NOTEBOOK_START:
        return _notebook_start()
    return np.array([settings.start_w0, settings.start_w1])


def starts_at_the_minimum(settings: GradientDescentSettings) -> bool:
    """Whether the start meets every example to the last bit, so that the gradient is 0 and no run ever moves."""
    examples = data(settings)
    return np.array_equal(MODEL.outputs(start(settings), examples.X), examples.y)


def starts_a_rounding_error_away(settings: GradientDescentSettings) -> bool:
    """Whether nothing but rounding keeps the start from the minimum."""
    return bool(bowl(settings).excess(start(settings)) < ROUNDING_ERROR)


def ranges(settings: GradientDescentSettings) -> list[tuple[float, float]]:
    """The part of the plane that is shown, for bias and slope.

    Around the minimum of one's own data it reaches OWN_REACH, and as far as the start where that lies beyond: x has
    the mean 0, so no run that converges is ever farther from the minimum in either weight than at the start.
    """
    if not chosen(settings).is_own:
        return [BIAS_RANGE, SLOPE_RANGE]
    optimum = bowl(settings).optimum
    away = np.abs(start(settings) - optimum)
    reach = np.where(away > OWN_REACH, 1.1 * away, OWN_REACH)
    return list(zip((optimum - reach).tolist(), (optimum + reach).tolist(), strict=True))


def experiment(settings: GradientDescentSettings) -> Experiment:
    """All runs in one pass: the same data, the same start, a learning rate each."""
    return _experiment(settings, np.array([rate.value for rate in rates(settings)]))


def _experiment(settings: GradientDescentSettings, learning_rate: float | FloatArray) -> Experiment:
    examples = data(settings)
    return Experiment(
        X=examples.X,
        y=examples.y,
        model=MODEL,
        loss=LOSS,
        optimizer=GradientDescent(learning_rate),
        initial_weights=start(settings),
        divergence_limit=DIVERGED_ABOVE,
        provenance=examples.provenance,
    )


@lru_cache(maxsize=64)
def estimates(settings: GradientDescentSettings) -> FloatArray:
    """The weights of the slider's run after TABLE_STEPS, NaN where it has diverged: (len(TABLE_STEPS), 2)."""
    run = _experiment(settings, settings.learning_rate)
    recording, _ = advance(run, initial_state(run), N_STEPS)
    table: FloatArray = recording.weights[np.array(TABLE_STEPS) - 1]
    return table
