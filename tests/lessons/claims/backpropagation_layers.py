"""What the page on backpropagation claims of larger networks, computed from many of them."""

from functools import cache

import numpy as np

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.backpropagation.experiment import sizes_of
from tests.lessons.claims.once import once

SEEDS = range(5)
WIDTHS = (2, 8, 32)
SCALE = 1.4


@cache
def left_of_delta(activation, depth, width, scale, seed):
    deltas = sizes_of(activation, depth, width, scale, seed).deltas
    return deltas[0] / deltas[-2]


@once
def less_than_a_third_of_a_layer():
    for seed in SEEDS:
        for width in WIDTHS:
            assert left_of_delta("sigmoid", 20, width, SCALE, seed) < (1.0 / 3.0) ** 19
            assert left_of_delta("sigmoid", 8, width, SCALE, seed) < (1.0 / 3.0) ** 7
            assert left_of_delta("sigmoid", 20, width, SCALE, seed) < 1e-9


@once
def a_few_percent_each():
    lost = [1.0 - left_of_delta("ReLU", 20, 32, SCALE, seed) ** (1.0 / 19.0) for seed in SEEDS]
    assert min(lost) > 0.0
    assert max(lost) < 0.1


@once
def vanishes_and_explodes():
    for seed in SEEDS:
        for width in (8, 16, 32):
            assert left_of_delta("ReLU", 8, width, 0.2, seed) < 1e-4
            assert left_of_delta("ReLU", 8, width, 5.0, seed) > 1e3


@once
def much_alike_at_every_scale():
    for scale in (0.2, 1.0, SCALE, 5.0):
        for seed in SEEDS:
            hidden = sizes_of("ReLU", 20, 16, scale, seed).gradients[:-1]
            assert hidden.max() < 10.0 * hidden.min()


@once
def a_product_of_more_factors():
    for activation, scale, less in (("sigmoid", SCALE, True), ("ReLU", 0.5, True), ("ReLU", 5.0, False)):
        for seed in SEEDS:
            left = [left_of_delta(activation, depth, 16, scale, seed) for depth in (2, 5, 10, 20)]
            assert np.all(np.diff(left) < 0.0 if less else np.diff(left) > 0.0)


@once
def less_chance_in_wide_layers():
    for activation in ("sigmoid", "tanh", "swish"):
        narrow, wide = (
            np.std([np.log(left_of_delta(activation, 8, w, SCALE, seed)) for seed in range(12)]) for w in (4, 32)
        )
        assert wide < narrow


@cache
def mean_slope(activation, scale):
    rng = np.random.default_rng(3)
    chosen, a = ACTIVATIONS[activation], make_dataset("two Gaussians", 50, 1.0, 3).X.T.repeat(8, axis=0)
    slopes = []
    for _ in range(8):
        z = rng.normal(size=(16, 16)) * scale / 4.0 @ a
        a = chosen.value(z, np.empty_like(z))
        slopes.append(chosen.derivative(z, a, np.empty_like(z)).mean())
    return np.mean(slopes)


@once
def sigmoids_saturate():
    for activation in ("sigmoid", "tanh"):
        found = [mean_slope(activation, scale) for scale in (0.2, 1.0, 2.0, 5.0)]
        assert found == sorted(found, reverse=True)
