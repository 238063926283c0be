"""What the page on entropy claims, computed from its distributions, from codes and from throws."""

from itertools import product

import numpy as np
import pytest

from nnviz.core.analysis.information import cross_entropy, entropy, information, kl_divergence
from nnviz.core.objectives.losses import LOSSES
from nnviz.lessons.entropy import figures, messages
from nnviz.lessons.entropy.bars import bars, dragged, weights_of
from nnviz.lessons.entropy.page_values import values
from tests.lessons.claims import Claims, entropy_presets
from tests.lessons.claims.shortest_codes import lengths_per_outcome

DISTRIBUTIONS = np.random.default_rng(3).dirichlet(np.ones(5), 200)
UNIFORM = np.full(5, 0.2)


def certain_tells_nothing(settings):
    assert information(1.0, settings.unit) == 0.0


def one_in_n(settings):
    for n in (1, 2, 8, 100):
        assert information(1 / n, settings.unit) == pytest.approx(np.log(n) / (np.log(2) if _bits(settings) else 1))


def _bits(settings):
    return settings.unit == "bits"


def bits_and_digits(_settings):
    assert information(1 / 8) == pytest.approx(3 * information(1 / 2)) == 3.0
    for n_bits in range(1, 8):
        assert len({"".join(word) for word in product("01", repeat=n_bits)}) == 2**n_bits
    assert len({"".join(word) for word in product("0123456789", repeat=2)}) == 100


def information_adds_up(settings):
    p, q = DISTRIBUTIONS[:2]
    both = information(np.outer(p, q), settings.unit)
    assert both == pytest.approx(information(p, settings.unit)[:, None] + information(q, settings.unit))


def nat_in_bits(_settings):
    assert round(1.0 / np.log(2.0), 4) == 1.4427
    assert entropy(DISTRIBUTIONS, "bits") == pytest.approx(entropy(DISTRIBUTIONS, "nats") / np.log(2.0))


def most_when_fair(settings):
    of_coins = entropy(np.column_stack([figures.SHARES, 1.0 - figures.SHARES]), settings.unit)
    middle = int(np.argmax(of_coins))
    assert figures.SHARES[middle] == 0.5
    assert np.all(np.diff(of_coins[: middle + 1]) > 0.0)
    assert np.all(np.diff(of_coins[middle:]) < 0.0)
    assert of_coins[0] == of_coins[-1] == 0.0


def none_has_more(settings):
    n = int(settings.faces)
    others = np.random.default_rng(n).dirichlet(np.ones(n), 300)
    assert values(settings)["of_die"] == pytest.approx(float(entropy(np.full(n, 1.0 / n), settings.unit)))
    assert entropy(others, settings.unit).max() <= values(settings)["of_die"] + 1e-12


def as_near_as_one_likes(_settings):
    h, lengths = float(entropy([0.9, 0.1])), lengths_per_outcome()
    n = np.arange(1, len(lengths) + 1)
    assert np.all(lengths >= h)
    assert np.all(lengths < h + 1.0 / n)
    assert lengths[-1] < h + 0.01


def surprised_more(settings):
    p, q = DISTRIBUTIONS[:100], DISTRIBUTIONS[100:]
    assert np.all(cross_entropy(p, q, settings.unit) > entropy(p, settings.unit))
    extra = cross_entropy(p, q, settings.unit) - entropy(p, settings.unit)
    assert extra == pytest.approx(kl_divergence(p, q, settings.unit))


def zero_for_equals_another_when_swapped(settings):
    p, q = DISTRIBUTIONS[:100], DISTRIBUTIONS[100:]
    there, back = kl_divergence(p, q, settings.unit), kl_divergence(q, p, settings.unit)
    assert kl_divergence(p, p, settings.unit).max() == 0.0 < there.min()
    assert np.mean(np.abs(there - back) > 1e-3) > 0.9
    assert kl_divergence([0.3, 0.7], [0.7, 0.3]) == kl_divergence([0.7, 0.3], [0.3, 0.7])  # "mostly"


def infinite_one_way_only(settings):
    ruled_out, allowed = [0.5, 0.5, 0.0], [0.4, 0.4, 0.2]
    assert kl_divergence(allowed, ruled_out, settings.unit) == np.inf
    assert np.isfinite(kl_divergence(ruled_out, allowed, settings.unit))


def touches_the_curve(settings):
    shares = np.column_stack([figures.SHARES, 1.0 - figures.SHARES])
    q = np.array([0.3, 0.7])
    line = cross_entropy(shares, q, settings.unit)
    assert np.diff(line, 2) == pytest.approx(0.0, abs=1e-12)
    gap = line - entropy(shares, settings.unit)
    assert gap == pytest.approx(kl_divergence(shares, q, settings.unit), abs=1e-12)
    assert figures.SHARES[np.argmin(gap)] == pytest.approx(0.3)


def label_and_prediction(_settings):
    for q in (0.05, 0.7, 0.99):
        label, predicted = [0.0, 1.0], [1.0 - q, q]
        assert entropy(label) == 0.0
        log_loss = LOSSES["log loss"].value(np.log([q / (1 - q)]), np.ones(1))[0]
        assert kl_divergence(label, predicted, "nats") == pytest.approx(-np.log(q))
        assert cross_entropy(label, predicted, "nats") == pytest.approx(log_loss)


def infinitely_much(settings):
    assert cross_entropy([0.0, 1.0], [1.0, 0.0], settings.unit) == np.inf


def least_at_p(settings):
    p = np.array([settings.heads, 1.0 - settings.heads])
    costs = cross_entropy(p, np.column_stack([figures.SHARES, 1.0 - figures.SHARES]), settings.unit)
    lowest = int(np.argmin(costs))
    assert figures.SHARES[lowest] == pytest.approx(settings.heads, abs=0.006)
    assert np.all(np.diff(costs[1 : lowest + 1]) < 0.0)  # the ends may be infinite
    assert np.all(np.diff(costs[lowest:-1]) > 0.0)
    assert cross_entropy(p, p, settings.unit) == pytest.approx(entropy(p, settings.unit))


def twice_the_faces(_settings):
    for n in range(1, 11):
        assert information(1 / (2 * n)) - information(1 / n) == pytest.approx(1.0)


def rarer_tells_more(settings):
    assert np.all(np.diff(information(figures.PROBABILITIES, settings.unit)) < 0.0)


def others_keep_their_proportions(settings):
    weights = bars(settings).weights["p"]
    for typed in dragged(weights, 0)["texts"][1:]:
        moved = np.array(weights_of(typed))
        assert moved[1:] == pytest.approx(np.array(weights[1:]), rel=1e-6)


CLAIMS = Claims(
    watch=entropy_presets.WATCH,
    right=entropy_presets.RIGHT,
    because=entropy_presets.BECAUSE,
    sentences={
        "One that was certain tells nothing": certain_tells_nothing,
        "equally likely outcomes tells": one_in_n,
        "One in eight tells 3 bits": bits_and_digits,
        "so their information adds up": information_adds_up,
        "A nat is": nat_in_bits,
        "differ by this factor alone": nat_in_bits,
        "A coin tells most when it is fair": most_when_fair,
        "equal faces has the entropy": none_has_more,
        "fewer are not enough": as_near_as_one_likes,
        "is surprised more than necessary": surprised_more,
        "is the extra cost": surprised_more,
        "and it is mostly another when": zero_for_equals_another_when_swapped,
        "It is infinite as soon as": infinite_one_way_only,
        "The other way round nothing is infinite": infinite_one_way_only,
        "is a straight line in": touches_the_curve,
        "The gap between line and curve": touches_the_curve,
        "A label is a distribution that is certain": label_and_prediction,
        "So its cross entropy with the prediction": label_and_prediction,
        "one contradicting label costs infinitely much": infinitely_much,
        "its entropy grows up to p = 0.5": most_when_fair,
        "the cross entropy falls until q = p": least_at_p,
        "twice the faces are one bit more": twice_the_faces,
        "the rarer, the more it tells": rarer_tells_more,
        "drag a bar: the others keep their proportions": others_keep_their_proportions,
    },
    computed={"H(p) + KL(p‖q) =": messages.summary},
    definitions={
        "drag one bar of": "an instruction",
        "how many bits does each outcome take?": "a question to the reader, whose answer is in the table",
        "The number of faces of a fair die": "defines the die",
        "The true probabilities, one number per outcome": "says what to type",
        "The expected probabilities, one number per outcome": "says what to type",
        "bits come from logarithms to base 2": "defines the units",
        "entropy, and what the wrong belief costs": "names the parts of a figure",
    },
)
