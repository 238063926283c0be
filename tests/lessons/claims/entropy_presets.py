"""What the presets of the page on entropy say, computed from their distributions."""

import numpy as np
import pytest

from nnviz.core.analysis.information import entropy, information, kl_divergence
from nnviz.lessons.entropy import figures
from nnviz.lessons.entropy.bars import bars


def one_bit_the_most(settings):
    assert (
        figures.sums(settings)[0].entropy == 1.0 == entropy(np.column_stack([figures.SHARES, 1 - figures.SHARES])).max()
    )
    assert figures.sums(settings)[0].divergence == 0.0


def the_rest_is_kl(settings):
    found = figures.sums(settings)[0]
    assert round(found.entropy, 3) == 0.469
    assert found.cross_entropy == pytest.approx(1.0)
    assert found.divergence == pytest.approx(1.0 - found.entropy)


def two_bits_the_most(settings):
    assert information(bars(settings).p) == pytest.approx([2.0] * 4)
    others = np.random.default_rng(0).dirichlet(np.ones(4), 500)
    assert entropy(others).max() < figures.sums(settings)[1].entropy == 2.0


def one_two_three_three(settings):
    assert information(bars(settings).p) == pytest.approx([1.0, 2.0, 3.0, 3.0])
    assert figures.sums(settings)[1].entropy == pytest.approx(1.75)
    assert figures.sums(settings)[1].cross_entropy == pytest.approx(2.0)


def questions_on_average(settings):
    return [1.5, 1.75, 2.0].index(float(entropy(bars(settings).p)))


def sum_of_the_products(_settings):
    p = np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8])
    assert p @ [1, 2, 3, 3] == 1.75 == entropy(p)


def runs_out_of_the_picture(settings):
    assert bars(settings).p[3] == pytest.approx(0.1)
    assert bars(settings).q[3] == 0.0
    assert figures.sums(settings)[1].divergence == np.inf
    figure = figures.stacked(settings)
    (divergence,) = [trace for trace in figure.data if trace.name == "KL(p‖q)"]
    assert divergence.x[1] > figure.layout.xaxis.range[1]


def missing_outcome(settings):
    return 2 if np.isinf(kl_divergence(bars(settings).p, bars(settings).q)) else 0


def weight_of_a_tenth(settings):
    assert information(0.0) == np.inf
    assert bars(settings).p[bars(settings).q == 0.0] == pytest.approx([0.1])


def nothing_is_infinite(settings):
    assert bars(settings).p[3] == 0.0 < bars(settings).q[3]
    found = figures.sums(settings)[1]
    assert np.isfinite([found.entropy, found.divergence, found.cross_entropy]).all()


def log_loss_of_a_label(settings):
    found = figures.sums(settings)[1]
    assert found.entropy == 0.0
    assert found.cross_entropy == found.divergence == pytest.approx(-np.log(0.7))
    assert round(found.divergence, 3) == 0.357


WATCH = {
    "A fair coin, known": one_bit_the_most,
    "A biased coin, believed fair": the_rest_is_kl,
    "Four equal outcomes": two_bits_the_most,
    "Halves, quarters, eighths": one_two_three_three,
    "q misses an outcome": runs_out_of_the_picture,
    "p misses an outcome": nothing_is_infinite,
    "A label and a prediction": log_loss_of_a_label,
}
RIGHT = {"Halves, quarters, eighths": questions_on_average, "q misses an outcome": missing_outcome}
BECAUSE = {"Halves, quarters, eighths": sum_of_the_products, "q misses an outcome": weight_of_a_tenth}
