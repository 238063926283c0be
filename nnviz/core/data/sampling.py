"""A random order of examples in which the classes stay mixed, for subsets and splits."""

import numpy as np

from nnviz.core.types import FloatArray, IntArray


def balanced_order(labels: FloatArray, rng: np.random.Generator) -> IntArray:
    """A random permutation whose first n entries hold the classes in their shares of the whole, for every n.

    The k-th of the n_c examples of a class (in random order) is placed at k/n_c, so the first entries hold one
    example of every class. With equal labels it is a plain random permutation.

    labels (n_samples,) -> indices (n_samples,).
    """
    shuffled = rng.permutation(len(labels))
    place = np.empty(len(labels))
    for label in np.unique(labels):
        members = labels[shuffled] == label
        place[members] = np.arange(members.sum()) / members.sum()
    order: IntArray = shuffled[np.argsort(place, kind="stable")]
    return order
