"""The laboratory's picture of the model and its data, by what is predicted, and from how many features."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures.actual_against_predicted import actual_against_predicted
from nnviz.figures.class_curves import class_curves
from nnviz.figures.class_decisions import class_confusion
from nnviz.figures.class_examples import ClassExamples
from nnviz.figures.class_regions import class_regions
from nnviz.figures.decision_region import decision_region
from nnviz.figures.examples import Examples
from nnviz.figures.fit import fitted_line, probability_curve
from nnviz.figures.neuron_picture import neuron_curve, neuron_surface
from nnviz.lessons.lab import diagram, experiment
from nnviz.lessons.lab.frames import curve_x, region_grid
from nnviz.lessons.lab.settings import LabSettings
from nnviz.runs.class_arrays import are_straight


def fit(settings: LabSettings) -> Any:
    """The model over its data (curves, a decision region, predictions), who is taken for whom, or a hidden neuron."""
    known, neuron, classes = experiment.data(settings), diagram.shown_neuron(settings), experiment.class_names(settings)
    examples = _class_examples(settings) if classes else _examples(settings)
    if diagram.shows_confusion(settings):
        return class_confusion(known.training.class_names or ("0", "1"), "confusion")
    if neuron is not None and known.n_features == 1:
        return neuron_curve(examples, diagram.places(settings)[:, 0], neuron)
    if neuron is not None:
        points = diagram.plane(settings)
        return neuron_surface(examples, points.x, points.y, neuron)
    if isinstance(examples, ClassExamples):
        return _curves(settings, examples) if known.n_features == 1 else _regions(settings, examples)
    return FITS[known.training.task, known.n_features](settings, examples)


def _line(settings: LabSettings, examples: Examples) -> Any:
    x = curve_x(settings)
    return fitted_line(examples, x, _true_line(settings, x))


def _probability(settings: LabSettings, examples: Examples) -> Any:
    return probability_curve(examples, curve_x(settings))


def _region(settings: LabSettings, examples: Examples) -> Any:
    grid = region_grid(settings)
    return decision_region(examples, grid.x, grid.y)


def _curves(settings: LabSettings, examples: ClassExamples) -> Any:
    return class_curves(examples, curve_x(settings))


def _regions(settings: LabSettings, examples: ClassExamples) -> Any:
    grid = region_grid(settings)
    return class_regions(examples, grid.x, grid.y, straight=are_straight(experiment.experiment(settings)))


FITS: dict[tuple[str, int], Callable[[LabSettings, Examples], Any]] = {
    ("regression", 1): _line,
    ("regression", 2): lambda settings, examples: actual_against_predicted(examples),
    ("classification", 1): _probability,
    ("classification", 2): _region,
}
"""Task and number of features -> the picture of the model and its data."""


def _examples(settings: LabSettings) -> Examples:
    data = experiment.data(settings)
    training, validation = data.training, data.validation
    return Examples(
        X=data.shown(training),
        y=training.y,
        feature_names=training.feature_names[: data.n_features],
        target_name=training.target_name,
        X_validation=data.shown(validation) if validation else None,
        y_validation=validation.y if validation else None,
        class_names=training.class_names,
    )


def _class_examples(settings: LabSettings) -> ClassExamples:
    """The same where there are more than two classes."""
    data = experiment.data(settings)
    training, validation = data.training, data.validation or data.training.first(0)
    names = training.feature_names[: data.n_features]
    held_out = data.shown(validation), validation.y
    return ClassExamples(data.shown(training), training.y, *held_out, names, experiment.class_names(settings))


def _true_line(settings: LabSettings, x: FloatArray) -> FloatArray | None:
    weights = experiment.data(settings).training.true_weights
    return None if weights is None else np.asarray(weights[0] + weights[1] * x)
