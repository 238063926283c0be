"""What a classifier of two features answers over its examples, whether there are two classes or more."""

from nnviz.core.data.datasets import Dataset
from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.class_examples import ClassExamples, class_scatters
from nnviz.figures.class_regions import class_regions
from nnviz.figures.decision_region import decision_region
from nnviz.figures.examples import Examples, scatter

AnyExamples = Examples | ClassExamples
FEWEST_OF_MANY = 3
"""From so many classes on a model has an output for each."""


def examples_of(dataset: Dataset) -> AnyExamples:
    """The examples of a data set of classes, as pictures of two classes take them, or of more."""
    X, y, names = dataset.X, dataset.y, dataset.feature_names
    if len(dataset.class_names) < FEWEST_OF_MANY:
        return Examples(X, y, names, dataset.target_name, class_names=dataset.class_names)
    return ClassExamples(X, y, X[:0], y[:0], names, dataset.class_names)


def answers(examples: AnyExamples, x: FloatArray, y: FloatArray, region: str) -> go.Figure:
    """Draw the probability of class 1 of two, or a colour for each of more classes, on the grid x (n_x,), y (n_y,).

    `region` names the recorded array of two, of which `decision_region` tells; the names of those of `class_regions`
    begin with it.
    """
    if isinstance(examples, ClassExamples):
        return class_regions(examples, x, y, prefix=f"{region}_")
    return decision_region(examples, x, y, region)


def clouds(examples: AnyExamples) -> list[go.Scatter]:
    """The examples alone, a cloud for each class and part."""
    if isinstance(examples, ClassExamples):
        return class_scatters(examples)
    return list(map(scatter, examples.clouds_by_class()))
