"""Standardised features, and the way back: weights in the units of the data."""

from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.data.datasets import Dataset
from nnviz.core.data.provenance import extended
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Scale:
    """What was taken out of the features: their mean and deviation, both (n_features,)."""

    mean: FloatArray
    deviation: FloatArray

    def apply(self, X: FloatArray) -> FloatArray:
        """(x − mean) / deviation, for X (..., n_features)."""
        return (X - self.mean) / self.deviation

    def weights_in_original_units(self, weights: FloatArray) -> FloatArray:
        """Weights of the standardised features as weights of the features themselves.

        wⱼ = vⱼ / σⱼ and b = c − Σⱼ vⱼ μⱼ / σⱼ, for weights (..., 1 + n_features), bias first. The model's outputs
        are the same.
        """
        slopes = weights[..., 1:] / self.deviation
        return np.concatenate([weights[..., :1] - (slopes * self.mean).sum(axis=-1, keepdims=True), slopes], axis=-1)

    def weights_in_standard_units(self, weights: FloatArray) -> FloatArray:
        """The inverse: vⱼ = wⱼ σⱼ and c = b + Σⱼ wⱼ μⱼ, for weights (..., 1 + n_features), bias first."""
        bias = weights[..., :1] + (weights[..., 1:] * self.mean).sum(axis=-1, keepdims=True)
        return np.concatenate([bias, weights[..., 1:] * self.deviation], axis=-1)


def standardise(dataset: Dataset, scale: Scale | None = None) -> tuple[Dataset, Scale]:
    """The data set with every feature at mean 0 and population standard deviation 1, and the scale taken out.

    With a `scale` (validation takes the training data's) that one is used. A constant feature is only centred: its
    deviation counts as 1, so it becomes a column of zeros. The names say that the units changed, and the true weights
    change with them.
    """
    own = scale is None
    if scale is None:
        constant = np.ptp(dataset.X, axis=0) == 0.0
        scale = Scale(
            mean=np.where(constant, dataset.X[0], dataset.X.mean(axis=0)),
            deviation=np.where(constant, 1.0, dataset.X.std(axis=0)),
        )
    true_weights = dataset.true_weights
    retold = own and bool(np.ptp(dataset.X, axis=0).all())
    standardised = replace(
        dataset,
        X=scale.apply(dataset.X),
        feature_names=tuple(f"{name}, standardised" for name in dataset.feature_names),
        true_weights=None if true_weights is None else scale.weights_in_standard_units(true_weights),
        provenance=extended(dataset.provenance, "standardised") if retold else None,
    )
    return standardised, scale


def standardise_target(dataset: Dataset) -> Dataset:
    """The data set with its target at mean 0 and population standard deviation 1.

    True weights change with it: (b − ȳ)/σ and w/σ. The name says that the unit changed. Raises ValueError for a
    constant target.
    """
    if np.ptp(dataset.y) == 0.0:
        raise ValueError("a constant target cannot be standardised")
    mean, deviation = dataset.y.mean(), dataset.y.std()
    true_weights = dataset.true_weights
    if true_weights is not None:
        true_weights = np.append(true_weights[0] - mean, true_weights[1:]) / deviation
    return replace(
        dataset,
        y=(dataset.y - mean) / deviation,
        target_name=f"{dataset.target_name}, standardised",
        true_weights=true_weights,
        provenance=extended(dataset.provenance, "standardised target"),
    )
