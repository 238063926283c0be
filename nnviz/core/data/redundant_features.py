"""Features that explain nothing new, added to a data set: what a penalty is there to find."""

from dataclasses import replace

import numpy as np

from nnviz.core.data.datasets import Dataset
from nnviz.core.data.provenance import Provenance, extended
from nnviz.core.rng_keys import REDUNDANT, generator
from nnviz.core.types import FloatArray


def with_useless_features(dataset: Dataset, n_useless: int, correlation: float, seed: int) -> Dataset:
    """The data set with standard Normal features of true weight 0, each correlated with its first feature.

    uⱼ = ρ·(x₁ − mean)/deviation + √(1 − ρ²)·eⱼ with e ~ N(0, 1). More features leave the first ones as they are.
    Raises ValueError for a correlation outside [−1, 1].
    """
    if not -1.0 <= correlation <= 1.0:
        raise ValueError(f"a correlation lies between -1 and 1, not {correlation}")
    first = dataset.X[:, 0]
    deviation = first.std()
    standardised = (first - first.mean()) / deviation if deviation > 0.0 else np.zeros_like(first)
    random_source = generator(seed, REDUNDANT).standard_normal((n_useless, len(first))).T
    useless = correlation * standardised[:, None] + np.sqrt(1.0 - correlation**2) * random_source
    names = tuple(f"useless {j + 1}" for j in range(n_useless)) if n_useless > 1 else ("useless",) * n_useless
    told = extended(dataset.provenance, "useless features", n_useless=n_useless, correlation=correlation, seed=seed)
    return _extended(dataset, useless, names, told)


def with_copied_feature(dataset: Dataset) -> Dataset:
    """The data set with its first feature once more as the last; the true weights keep theirs on the first."""
    return _extended(
        dataset,
        dataset.X[:, :1],
        (f"copy of {dataset.feature_names[0]}",),
        extended(dataset.provenance, "copied feature"),
    )


def _extended(dataset: Dataset, columns: FloatArray, names: tuple[str, ...], provenance: Provenance | None) -> Dataset:
    true_weights, weights = dataset.true_weights, np.zeros(len(names))
    return replace(
        dataset,
        X=np.column_stack([dataset.X, columns]),
        feature_names=(*dataset.feature_names, *names),
        true_weights=None if true_weights is None else np.concatenate([true_weights, weights]),
        provenance=provenance,
    )
