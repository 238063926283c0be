"""From the settings to two experiments that differ in their loss alone, and to what is shown of them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, plane_grid
from nnviz.core.data.datasets import Dataset, split
from nnviz.core.data.digits import N_DIGITS
from nnviz.core.data.scaling import standardise
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.softmax.settings import HIDDEN, SIDES, THREE_GAUSSIANS, SoftmaxSettings
from nnviz.user_data.examples import ChosenData
from nnviz.user_data.table import NUMBERED

HELD_OUT = 1.0 / 3.0
MOST_OWN_ROWS = 1500
DIVERGED_ABOVE = 1e15
N_REGION = 40


@dataclass(frozen=True, eq=False)
class Examples:
    """The examples to learn from and those held out, and what the classes are called."""

    training: Dataset
    held_out: Dataset
    class_names: tuple[str, ...]

    @property
    def n_classes(self) -> int:
        """K."""
        return len(self.class_names)


def chosen(settings: SoftmaxSettings) -> ChosenData:
    """The data set of the settings before it is drawn."""
    return ChosenData(
        settings.data,
        settings.own_data,
        instead=THREE_GAUSSIANS,
        standardised=True,
        most_rows=MOST_OWN_ROWS,
        held_out=HELD_OUT,
    )


def examples(settings: SoftmaxSettings) -> Examples:
    """The examples of the settings; what was measured is standardised, and digits are points from 0 to 1."""
    return _examples(chosen(settings), int(settings.n_samples), settings.noise, int(settings.seed))


@lru_cache(maxsize=32)
def _examples(data: ChosenData, n_samples: int, noise: float, seed: int) -> Examples:
    kind = data.kind
    if data.is_own:
        return Examples(*data.draw_parts((1, 1), 0.0, seed), kind.class_names or NUMBERED)
    whole = data.draw(kind.n_rows or n_samples, noise, seed)
    training, held_out = split(whole, HELD_OUT, seed)
    if held_out is None:
        raise ValueError("nothing is held out")
    if kind.n_rows not in {None, N_DIGITS}:
        training, scale = standardise(training)
        held_out, _ = standardise(held_out, scale)
    return Examples(training, held_out, kind.class_names)


def model(settings: SoftmaxSettings) -> Network:
    """The features, the hidden layers, and an output for each class."""
    known = examples(settings)
    hidden = HIDDEN[settings.hidden]
    activation = settings.activation if hidden else "tanh"
    return Network(known.training.X.shape[1], hidden, activation, n_outputs=known.n_classes)


@lru_cache(maxsize=32)
def experiments(settings: SoftmaxSettings) -> dict[str, Experiment]:
    """One run per loss: the same examples, start and draws."""
    training = examples(settings).training
    return {
        side: Experiment(
            X=training.X,
            y=training.y,
            model=model(settings),
            loss=CLASS_LOSSES[word],
            optimizer=GradientDescent(settings.learning_rate, int(settings.batch_size)),
            penalty=Penalty("L2", settings.penalty) if settings.penalty else None,
            random_source=KeyedSource(int(settings.seed)),
            initial_weights=_start(settings),
            divergence_limit=DIVERGED_ABOVE,
            provenance=training.provenance,
        )
        for side, word in SIDES.items()
    }


def _start(settings: SoftmaxSettings) -> FloatArray | None:
    """Zeros for the pictures of digits, so that all that their weights show is learnt; else what the seed draws."""
    pictured = settings.is_digits and not HIDDEN[settings.hidden]
    return np.zeros(model(settings).n_parameters) if pictured else None


def inside(settings: SoftmaxSettings) -> str:
    """The run that the pictures show."""
    return next(side for side, word in SIDES.items() if word == settings.inside)


def followed(settings: SoftmaxSettings) -> int:
    """The place of the followed example among those held out."""
    return min(int(settings.example), len(examples(settings).held_out.y)) - 1


@lru_cache(maxsize=32)
def grid(settings: SoftmaxSettings) -> PlaneGrid:
    """Where the regions over two features are drawn."""
    known = examples(settings)
    first, second = np.vstack([known.training.X, known.held_out.X]).T
    return plane_grid(padded_range(first, 0.1), padded_range(second, 0.1), N_REGION)
