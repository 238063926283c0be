"""From the laboratory's settings to an experiment: data, model, loss, penalty, optimizer."""

import math
from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.analysis.landscape import Slice, coordinate_slice, filter_normalised_slice
from nnviz.core.data.added_features import FeatureMap, available
from nnviz.core.data.datasets import Dataset, split
from nnviz.core.data.scaling import Scale, standardise
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import log_loss_of
from nnviz.core.objectives.losses import SQUARED_ERROR
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.training.advance import Experiment, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.lab.edited_weights import weight_edits
from nnviz.lessons.lab.remembered import Remembered
from nnviz.lessons.lab.settings import FEATURES, TOY_LINE, LabSettings
from nnviz.user_data.examples import ChosenData

SQUARED, LOG_LOSS, CROSS_ENTROPY = "mean squared error", "log loss", "cross entropy"
DIVERGED_ABOVE = 1e15
"""The batch loss at which a run is called diverged: far beyond any picture, long before floating point ends."""


@dataclass(frozen=True, eq=False)
class LabData:
    """The examples as the model sees them: the features of the data first, then those that were added to them.

    `scale` is what was taken out of all features, if it was.
    """

    training: Dataset
    validation: Dataset | None
    scale: Scale | None
    added: FeatureMap

    @property
    def n_features(self) -> int:
        """Those of the data, over which pictures are drawn."""
        return len(self.added.largest)

    def shown(self, part: Dataset) -> FloatArray:
        """The features of the data (n, n_features), as the model sees them."""
        return part.X[:, : self.n_features]

    def inputs(self, X: FloatArray) -> FloatArray:
        """What the model sees at X (n, n_features), places in a picture."""
        if not self.added.words:
            return X
        if self.scale is None:
            return self.added.apply(X)
        own = slice(self.n_features)
        measured = X * self.scale.deviation[own] + self.scale.mean[own]
        return np.column_stack([X, self.scale.apply(self.added.apply(measured))[:, self.n_features :]])


def chosen(settings: LabSettings) -> ChosenData:
    """The data set of the settings before it is drawn."""
    return ChosenData(settings.data, settings.own_data, instead=TOY_LINE)


def class_names(settings: LabSettings) -> tuple[str, ...]:
    """The names of the classes, where there are more than two and the model has an output for each."""
    kind = chosen(settings).kind
    return kind.class_names if kind.n_outputs > 1 else ()


@Remembered
def data(settings: LabSettings) -> LabData:
    """The data set of the settings, split and, when asked, standardised by the training part's mean and deviation."""
    drawn = chosen(settings).draw(int(settings.n_samples), settings.noise, int(settings.seed))
    training, validation = split(drawn, settings.validation_share, int(settings.seed))
    added = FeatureMap.of(added_features(settings), training.X)
    training, validation = added.extend(training), added.extend(validation) if validation else None
    if not settings.standardise:
        return LabData(training, validation, None, added)
    training, scale = standardise(training)
    return LabData(training, standardise(validation, scale)[0] if validation else None, scale, added)


def added_features(settings: LabSettings) -> tuple[str, ...]:
    """The words of the features that are added to those of the data."""
    switched = {word: getattr(settings, field) for word, field in FEATURES.items()}
    return available(switched, chosen(settings).kind.n_features)


def all_features(settings: LabSettings) -> FloatArray:
    """The features of the data, of all examples, held out or not: (n, n_features)."""
    examples = data(settings)
    parts = [examples.training, examples.validation] if examples.validation else [examples.training]
    return np.concatenate([examples.shown(part) for part in parts])


def hidden(settings: LabSettings) -> tuple[int, ...]:
    """The neurons of each hidden layer; none for a model that is no network."""
    sizes = (settings.neurons_1, settings.neurons_2, settings.neurons_3, settings.neurons_4)
    return tuple(int(size) for size in sizes[: int(settings.hidden_layers)]) if settings.model == "network" else ()


def loss_name(settings: LabSettings) -> str:
    """Squared error where a number is predicted or the model is linear regression, else log loss.

    Of more than two classes the log loss is called cross entropy, and linear regression predicts none of them.
    """
    kind = chosen(settings).kind
    if kind.n_outputs > 1:
        return CROSS_ENTROPY
    probability = kind.task == "classification" and settings.model != "linear regression"
    return LOG_LOSS if probability else SQUARED


@Remembered
def experiment(settings: LabSettings) -> Experiment:
    """The run of the settings."""
    training = data(settings).training
    return Experiment(
        X=training.X,
        y=training.y,
        model=model(settings),
        loss=SQUARED_ERROR if loss_name(settings) == SQUARED else log_loss_of(model(settings).n_outputs),
        optimizer=GradientDescent(
            learning_rate=settings.learning_rate,
            batch_size=None if math.isinf(settings.batch_size) else int(settings.batch_size),
            clip_norm=settings.clip_norm,
            proximal=settings.penalty_step == "proximal",
        ),
        penalty=penalty(settings),
        random_source=KeyedSource(int(settings.seed)),
        divergence_limit=DIVERGED_ABOVE,
        provenance=training.provenance,
        edits=weight_edits(settings.edited_weights, model(settings)),
    )


@Remembered
def model(settings: LabSettings) -> Network:
    """The network of the settings, with an output for each of more than two classes.

    Without hidden layers it is linear, logistic or softmax regression.
    """
    sizes = hidden(settings)
    return Network(
        n_features=chosen(settings).kind.n_features + len(added_features(settings)),
        hidden=sizes,
        activation=settings.activation,
        hidden_dropout=settings.dropout_rate if sizes else 0.0,
        n_outputs=chosen(settings).kind.n_outputs,
    )


def penalty(settings: LabSettings) -> Penalty | None:
    """The penalty of the settings, None at a strength of 0."""
    if settings.penalty_strength == 0.0:
        return None
    return Penalty(settings.penalty, settings.penalty_strength, bias=settings.penalise_bias)


def steps_per_epoch(settings: LabSettings) -> int:
    """Steps in which every training example is used once."""
    n_samples = len(data(settings).training.y)
    return math.ceil(n_samples / min(settings.batch_size, n_samples))


def pair(settings: LabSettings) -> tuple[int, int]:
    """The two weights along the axes of the plane, two different ones whatever was asked."""
    n = model(settings).n_parameters
    first = min(int(settings.first_weight) or n - 1, n) - 1
    second = min(int(settings.second_weight) or n, n) - 1
    return (first, second) if first != second else (first, (first + 1) % n)


def is_plane_known(settings: LabSettings) -> bool:
    """Whether the model has just two weights, so that one plane shows the whole loss and every path lies on it."""
    return model(settings).n_parameters == 2


def optimum(settings: LabSettings) -> FloatArray | None:
    """The least squares weights where the model is linear and has just one answer."""
    run = experiment(settings)
    if run.model.hidden or loss_name(settings) != SQUARED:
        return None
    try:
        return least_squares(run.X, run.y)
    except ValueError:
        return None


def plane_through(settings: LabSettings, weights: FloatArray, n_points: int) -> Slice:
    """The slice of the loss that the settings ask for, through these weights (P,)."""
    if settings.plane == "two random directions" and not is_plane_known(settings):
        plane, axis = (
            filter_normalised_slice(model(settings), weights, int(settings.seed)),
            np.linspace(-1, 1, n_points),
        )
        return replace(plane, a=axis, b=axis)
    seen = [weights, initial_state(experiment(settings)).weights]
    best = optimum(settings)
    seen += [best] if best is not None else []
    return coordinate_slice(weights, *pair(settings)).showing(np.array(seen), n=n_points, least_width=2.0)
