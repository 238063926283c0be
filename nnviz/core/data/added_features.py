"""Features made of features: squares, the product and sines, so that a linear model can bend.

A square has the reach of its feature, and a product that of both: x²/max|x| and x₁x₂/√(max|x₁| max|x₂|), with the
largest of the training examples, so that one learning rate suits them all. A sine is as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.data.datasets import Dataset
from nnviz.core.data.provenance import extended
from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class AddedFeature:
    """A feature made of the features at the places `of`, counted from 0.

    `value` takes these columns (n, k) and the largest |x| of each (k,), and gives (n,); `formula` is what it computes,
    in LaTeX, and `source` the same in NumPy, of a matrix X of training examples.
    """

    of: tuple[int, ...]
    value: Callable[[FloatArray, FloatArray], FloatArray]
    formula: str
    source: str


def _square(x: FloatArray, largest: FloatArray) -> FloatArray:
    squares: FloatArray = x[:, 0] ** 2 / largest[0]
    return squares


def _product(x: FloatArray, largest: FloatArray) -> FloatArray:
    products: FloatArray = x[:, 0] * x[:, 1] / np.sqrt(largest[0] * largest[1])
    return products


def _sine(x: FloatArray, largest: FloatArray) -> FloatArray:
    sines: FloatArray = np.sin(x[:, 0])
    return sines


ADDED_FEATURES: dict[str, AddedFeature] = {
    "x1²": AddedFeature((0,), _square, r"\frac{x_1^2}{\max|x_1|}", "X[:, 0] ** 2 / np.abs(X[:, 0]).max()"),
    "x2²": AddedFeature((1,), _square, r"\frac{x_2^2}{\max|x_2|}", "X[:, 1] ** 2 / np.abs(X[:, 1]).max()"),
    "x1·x2": AddedFeature(
        (0, 1),
        _product,
        r"\frac{x_1 x_2}{\sqrt{\max|x_1| \max|x_2|}}",
        "X[:, 0] * X[:, 1] / np.sqrt(np.abs(X[:, 0]).max() * np.abs(X[:, 1]).max())",
    ),
    "sin x1": AddedFeature((0,), _sine, r"\sin x_1", "np.sin(X[:, 0])"),
    "sin x2": AddedFeature((1,), _sine, r"\sin x_2", "np.sin(X[:, 1])"),
}
"""The word of an added feature -> how it is made."""


@dataclass(frozen=True, eq=False)
class FeatureMap:
    """The features of some examples and, after them, those that are made of these: x ↦ (x, φ(x)).

    `largest` (n_features,) is the largest |x| of each feature of the training examples.
    """

    words: tuple[str, ...]
    largest: FloatArray

    @classmethod
    def of(cls, words: Sequence[str], X: FloatArray) -> "FeatureMap":
        """The map for training examples X (n, n_features); a feature that is 0 throughout counts as reaching 1."""
        largest = np.abs(X).max(axis=0)
        return cls(tuple(words), np.where(largest > 0.0, largest, 1.0))

    def apply(self, X: FloatArray) -> FloatArray:
        """X (n, n_features) with a column for each added feature."""
        added = [ADDED_FEATURES[word] for word in self.words]
        columns = [one.value(X[:, one.of], self.largest[list(one.of)]) for one in added]
        return np.column_stack([X, *columns]) if columns else X

    def extend(self, dataset: Dataset) -> Dataset:
        """The data set with the added features, whose true weights are 0 where there are true weights."""
        if not self.words:
            return dataset
        weights, provenance = dataset.true_weights, dataset.provenance
        for word in self.words:
            provenance = extended(provenance, word)
        return replace(
            dataset,
            X=self.apply(dataset.X),
            feature_names=(*dataset.feature_names, *(named(word, dataset.feature_names) for word in self.words)),
            true_weights=None if weights is None else np.append(weights, np.zeros(len(self.words))),
            provenance=provenance if np.abs(dataset.X).max(axis=0).all() else None,
        )


def available(switched: Mapping[str, bool], n_features: int) -> tuple[str, ...]:
    """The words of the features that are switched on and can be made of so many."""
    return tuple(word for word, one in ADDED_FEATURES.items() if switched[word] and max(one.of) < n_features)


def named(word: str, feature_names: Sequence[str]) -> str:
    """The name of an added feature of data whose features are called by letters such as x; else its word."""
    short = len(feature_names) == 1 and len(feature_names[0]) == 1
    return word.replace("x1", feature_names[0]) if short else word
