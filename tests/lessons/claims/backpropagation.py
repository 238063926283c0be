"""What the page on backpropagation claims, computed from the two neurons."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.backpropagation import figures, messages
from nnviz.lessons.backpropagation.checks import STEPS, differences, disagreement, dropped_factor
from nnviz.lessons.backpropagation.experiment import chain_rule, start
from nnviz.lessons.backpropagation.settings import ALL, DROPPED, KEPT, LOSS_NAMES, BackpropagationSettings
from tests.lessons.claims import Claims, backpropagation_presets
from tests.lessons.claims import backpropagation_layers as layers
from tests.lessons.claims.backpropagation_presets import run_of
from tests.lessons.claims.once import once


def gradient(settings):
    return chain_rule(settings, start(settings)).gradient()


def with_constants(settings):
    return (settings.model_copy(update={"constants": kept}) for kept in (KEPT, DROPPED))


@cache
def curves_of_the_pull():
    """The pull over the margin, from very wrong to very right: of the squared error, and of the log loss."""
    return tuple(np.asarray(line.y) for line in figures.pull(BackpropagationSettings()).data[:2])


@once
def wrong_and_flat_hardly_pulls():
    squared, _ = curves_of_the_pull()
    assert squared[0] < 0.01 * squared.max()


@once
def the_more_wrong_the_stronger():
    _, log = curves_of_the_pull()
    assert np.all(np.diff(log) < 0.0)


def hidden_slopes_remain(settings):
    for loss in ("squared error", "log loss"):
        rule = chain_rule(settings.model_copy(update={"loss": loss}), start(settings))
        factors, products = rule.factors(), rule.products()
        np.testing.assert_allclose(
            products[..., 0], products[..., 2] * factors["∂t/∂z"] * factors["∂z/∂k"], rtol=1e-12, atol=1e-300
        )


def length_and_not_direction(settings):
    kept, dropped = with_constants(settings)
    np.testing.assert_allclose(gradient(dropped), dropped_factor(dropped) * gradient(kept), rtol=1e-11)


def no_comparing_of_rates(settings):
    """The factor differs between losses and between batch sizes; where it is not 1 the check shows it."""
    found = {
        (loss, example): dropped_factor(BackpropagationSettings(loss=loss, constants=DROPPED, example=example))
        for loss, _ in LOSS_NAMES
        for example in (ALL, 1)
    }
    assert sorted(found.values()) == [0.5, 1.0, 4.0, 8.0]
    assert lowest_disagreement(settings.loss) > 1.0


@cache
def lowest_disagreement(loss):
    return disagreement(BackpropagationSettings(example=ALL, constants=DROPPED, loss=loss)).min()


def half_the_sum_of_squares(settings):
    dropped = settings.model_copy(update={"loss": "squared error", "constants": DROPPED})
    own = differences(dropped, LOSS_NAMES["squared error", DROPPED], 6e-6)
    np.testing.assert_allclose(gradient(dropped), own, rtol=1e-5, atol=1e-9)


def wrong_and_still_downhill(settings):
    kept, dropped = with_constants(settings)
    assert gradient(kept) @ gradient(dropped) >= 0.0


def flat_at_what_is_missing(settings):
    between = np.median(disagreement(settings)[(STEPS > 1e-6) & (STEPS < 1e-3)])
    assert between == pytest.approx(abs(dropped_factor(settings) - 1.0), rel=1e-2)


def wide_ones_are_wrong_by_h_squared(settings):
    apart = disagreement(settings.model_copy(update={"constants": KEPT}))
    truncated = (10.0 * STEPS[apart.argmin()] < STEPS) & (STEPS < 0.11) & (apart > 1e3 * apart.min())
    if np.count_nonzero(truncated) > 4:
        slope = np.polyfit(np.log10(STEPS[truncated]), np.log10(apart[truncated]), 1)[0]
        assert slope == pytest.approx(2.0, abs=0.25)
    assert apart[0] > 10.0 * apart.min()


def sum_grows_and_output_nears_1(settings):
    for name, total, output in (("b0", "k", "z"), ("b1", "t", "ŷ")):
        least, more = (settings.model_copy(update={name: value}) for value in (0.5, 1.5))
        before, after = (chain_rule(at, start(at)).forward() for at in (least, more))
        assert after[total] - before[total] == pytest.approx(1.0)
        assert np.all((after[output] > before[output]) | (after[output] > 1.0 - 1e-12))
    slope = ACTIVATIONS["sigmoid"].derivative
    t = np.linspace(-8.0, 8.0, 161)
    found = slope(t, 1.0 / (1.0 + np.exp(-t)), np.empty_like(t))
    assert t[found.argmax()] == pytest.approx(0.0)


@once
def steepest_by_a_quarter_of_the_weight():
    x = np.linspace(-10.0, 10.0, 2_001)
    for bias in (-3.0, 0.5, 8.0):
        for weight in (-8.0, -1.0, 1.0, 8.0):
            output = 1.0 / (1.0 + np.exp(-(bias + weight * x)))
            assert np.abs(np.diff(output)).max() / 1e-2 == pytest.approx(abs(weight) / 4.0, rel=2e-3)


@cache
def losses(settings, n_steps):
    return run_of(settings, n_steps)["training_loss"]


def faster_then_jumps(settings):
    """Of small rates the larger has the lower loss after twenty steps; of large ones none diverges, one jumps."""
    fixed = settings.model_copy(update={"depth": 8.0, "width": 16.0, "weight_scale": 1.4})
    after = [losses(fixed.model_copy(update={"learning_rate": rate}), 20)[-1] for rate in (0.01, 0.03, 0.1)]
    assert after[0] * (1.0 + 1e-9) >= after[1]
    assert after[1] * (1.0 + 1e-9) >= after[2]
    assert not run_of(fixed.model_copy(update={"learning_rate": 10.0}), 200).diverged
    jumpy = losses(BackpropagationSettings(example=ALL, constants=DROPPED, learning_rate=10.0), 200)
    assert np.diff(jumpy).max() > 0.1


CLAIMS = Claims(
    watch=backpropagation_presets.WATCH,
    right={"Certain and wrong, squared error": backpropagation_presets.hardly_at_all},
    because={"Certain and wrong, squared error": backpropagation_presets.flat_and_hardly_moving},
    sentences={
        "An example that is certain and wrong stands where": wrong_and_flat_hardly_pulls,
        "The more wrong, the stronger the pull": the_more_wrong_the_stronger,
        "The slopes of the *hidden* sigmoids remain, in both cases": hidden_slopes_remain,
        "A constant changes the length of the gradient, not its direction": length_and_not_direction,
        "So its step with the rate": length_and_not_direction,
        "rates cannot be compared across losses then, nor across batch sizes": no_comparing_of_rates,
        "half the *sum* of the squared errors": half_the_sum_of_squares,
        "A derived gradient may be wrong and still go downhill": wrong_and_still_downhill,
        "the missing constants make it lie at": flat_at_what_is_missing,
        "Wide ones are wrong by about": wide_ones_are_wrong_by_h_squared,
        "a layer on average passes on less than a third": layers.less_than_a_third_of_a_layer,
        "layers of 32 lose a few percent each": layers.a_few_percent_each,
        "vanishes with ReLU too, and at scale 5 it explodes": layers.vanishes_and_explodes,
        "the product is much alike in all hidden": layers.much_alike_at_every_scale,
        "what arrives at the first layer is a product of more factors": layers.a_product_of_more_factors,
        "the sizes depend less on chance": layers.less_chance_in_wide_layers,
        "but sigmoid and tanh saturate, and their slopes shrink": layers.sigmoids_saturate,
        "the neuron's sum grows by as much": sum_grows_and_output_nears_1,
        "Its slope is largest where the sum is 0": sum_grows_and_output_nears_1,
        "its largest slope is |w|/4": steepest_by_a_quarter_of_the_weight,
        "the run learns faster, until steps overshoot": faster_then_jumps,
        "The notebook leaves the 2 out of its formulas": half_the_sum_of_squares,
        "The notebook leaves 2/N of the squared error": length_and_not_direction,
    },
    computed={
        "and finite differences agree to": messages.summary,
        "Without its constants the gradient is": messages.summary,
        "what arrives at a neuron (δ) is multiplied by": messages.summary,
    },
    definitions={
        "is multiplied, edge by edge, with one factor for every step": "says what backward means",
        "So the work is done once": "follows from the formula above it",
        "That is all there is to *backpropagation*": "names it",
        "Two neurons stand in a row, both with the sigmoid": "names the model",
        "one sees what becomes of the gradient on its way back": "an instruction",
        "there is no constant to drop from the log loss": "1/N = 1",
        "is multiplied with the weights": "the chain rule of a layer",
        "times what came in": "the chain rule of a weight",
        "one farther to the right": "says how the examples are numbered",
        "The example whose gradient is taken apart, or the batch": "defines the setting",
        "The derivative of the loss by each of them": "defines a readout",
        "Hidden layers of the larger networks": "defines the setting",
        "Neurons in each layer of the larger networks": "defines the setting",
        "The weights' standard deviation times √n": "defines the setting",
        "It decides the examples and the larger networks' weights": "says what the seed decides",
        "the draws are others, of the same kind": "says what a seed is",
        "a line ends where nothing arrives": "explains a figure",
        "What arrives in larger networks": "the title of a figure",
        "by layer: what arrives at a neuron, times what came in": "explains a figure",
    },
)
