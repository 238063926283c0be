"""What the page on neurons claims, computed from its neuron, its activations and its random network."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.neurons import messages
from nnviz.lessons.neurons.experiment import NEURON, examples, experiment
from nnviz.lessons.neurons.page_values import values
from nnviz.lessons.neurons.settings import LABELS, NeuronSettings
from tests.lessons.claims import Claims, neurons_presets
from tests.lessons.claims import neurons_activations as activations
from tests.lessons.claims import neurons_networks as networks
from tests.lessons.claims.neurons_presets import least_loss, run_of
from tests.lessons.claims.once import once


def to_the_least_loss(settings):
    """Long and short enough steps end at the least loss, from wherever the sliders start."""
    is_log = settings.activation == "sigmoid" and settings.data == LABELS
    least = _least(settings.activation, settings.data, int(settings.seed), is_log)
    start = (settings.weight, settings.bias)
    assert _reached(settings.activation, settings.data, int(settings.seed), start) == pytest.approx(least, rel=1e-4)


@cache
def _least(activation, data, seed, is_log):
    settings = NeuronSettings(activation=activation, data=data, seed=seed)
    if is_log:
        return least_loss(settings)
    run = experiment(settings)
    A = np.column_stack([np.ones(len(run.y)), run.X[:, 0]])
    best = np.linalg.lstsq(A, run.y, rcond=None)[0]
    return float(np.mean((A @ best - run.y) ** 2))


@cache
def _reached(activation, data, seed, start):
    weight, bias = start
    settings = NeuronSettings(activation=activation, data=data, seed=seed, weight=weight, bias=bias, learning_rate=0.5)
    return run_of(settings, 1500)["training_loss"][-1]


@cache
def _starts(activation, data):
    corners = [(weight, bias) for weight in (-5.0, 0.5, 5.0) for bias in (-5.0, 0.0, 5.0)]
    return [
        run_of(NeuronSettings(activation=activation, data=data, weight=weight, bias=bias), 300)["training_loss"][-1]
        for weight, bias in corners
    ]


def some_starts_stay_above(settings):
    reached = _starts(settings.activation, settings.data)
    assert max(reached) > 1.005 * min(reached)


def each_pulls_with_its_error(settings):
    run = experiment(settings)
    z = NEURON.outputs(np.array([settings.bias, settings.weight]), run.X)
    d_z = run.loss.derivative(z, run.y, np.empty_like(z))
    np.testing.assert_allclose(d_z, run.loss.predict(z) - run.y, atol=1e-12)
    flat = NeuronSettings(bias=5.0)
    wrong = examples(LABELS, 0)[0][examples(LABELS, 0)[1] == 0.0][:, 0].max()
    far = 1.0 / (1.0 + np.exp(-(flat.bias + flat.weight * wrong)))
    assert far * (1.0 - far) < 0.005
    assert far > 0.99


def hardly_pull_where_it_is_flat(settings):
    run, chosen = experiment(settings), ACTIVATIONS[settings.activation]
    z = np.asarray(NEURON.outputs(np.array([settings.bias, settings.weight]), run.X))
    value = chosen.value(z, np.empty_like(z))
    slope = chosen.derivative(z, value, np.empty_like(z))
    d_z = run.loss.derivative(z, run.y, np.empty_like(z))
    np.testing.assert_allclose(d_z, 2.0 * (value - run.y) * slope, rtol=1e-9, atol=1e-12)


@once
def moves_against_the_weight():
    """The place of every sum, (z − b)/w, goes down for w > 0 and up for w < 0; the sums all grow."""
    for weight in (-2.0, 2.0):
        before, after = ((np.linspace(-5.0, 5.0, 11) - bias) / weight for bias in (0.0, 1.0))
        assert np.all((after - before) * weight < 0.0)
        x = np.array([[-1.0], [2.0]])
        grown = NEURON.outputs(np.array([1.0, weight]), x) - NEURON.outputs(np.array([0.0, weight]), x)
        assert grown == pytest.approx([1.0, 1.0])


def downhill(settings):
    gentle = settings.model_copy(update={"learning_rate": 0.001})
    assert np.all(np.diff(run_of(gentle, 20)["training_loss"]) <= 0.0)


@cache
def _after_twenty(settings):
    return run_of(settings, 20)["training_loss"][-1]


def faster_then_flat_or_diverging(settings):
    fixed = {"inner_activation": "none", "hidden_layers": 3.0, "neurons": 4.0}
    rates = [settings.model_copy(update={**fixed, "learning_rate": rate}) for rate in (0.001, 0.003, 0.01)]
    after = [_after_twenty(at) for at in rates]
    assert after[0] * (1.0 + 1e-9) >= after[1]
    assert after[1] * (1.0 + 1e-9) >= after[2]
    assert _ends_of_long_steps(settings.data) == {"none": True} | dict.fromkeys(activations.BENDING, False)


@cache
def _ends_of_long_steps(data):
    """Which activation's run diverges with a rate of 10."""
    stuck = run_of(NeuronSettings(activation="tanh", learning_rate=10.0), 200)
    assert np.ptp(stuck["training_loss"][-50:]) < 1e-6
    assert stuck["training_loss"][-1] > 3.0 * run_of(NeuronSettings(activation="tanh"), 3000)["training_loss"][-1]
    return {
        name: run_of(NeuronSettings(activation=name, data=data, learning_rate=10.0), 400).diverged
        for name in ACTIVATIONS
    }


def not_probabilities(settings):
    assert values(settings)["is_log_loss"] is False
    assert set(experiment(settings).y) == {0.0, 1.0}
    assert max(ACTIVATIONS[settings.activation].bounds) == np.inf


CLAIMS = Claims(
    watch=neurons_presets.WATCH,
    right={
        "A dead ReLU": neurons_presets.nothing_at_all,
        "Deep, but a line": neurons_presets.straight_lines_only,
    },
    because={
        "A dead ReLU": neurons_presets.slope_0_where_it_is_0,
        "Deep, but a line": neurons_presets.five_hundred_weights_and_a_line,
    },
    sentences={
        "It squeezes every sum into a probability": activations.a_probability_at_most_a_quarter_steep,
        "Its slope is at most 1/4, and almost 0 where |z| is large": activations.a_probability_at_most_a_quarter_steep,
        "A sigmoid stretched to go from −1 to 1": activations.a_stretched_sigmoid,
        "Its slope is 1 or 0, never in between": activations.one_or_zero,
        "A ReLU that lets a hundredth of the negative sums through": activations.a_small_slope,
        "it falls a little below 0 before it rises": activations.a_little_below_0,
        "Its slope is 1 everywhere": activations.one_everywhere,
        "if its steps are short enough": to_the_least_loss,
        "at every step moves": downhill,
        "there are starts that stay above the least mean squared error": some_starts_stay_above,
        "Each pulls with its error": each_pulls_with_its_error,
        "they hardly pull": hardly_pull_where_it_is_flat,
        "That makes 8 weights and 3 biases": networks.eight_weights_and_three_biases,
        "that on the screen is deep": networks.deep_from_two_layers,
        "that on the screen is shallow": networks.shallow_with_one,
        "So every layer is a linear function of the layer before": networks.line_of_the_network,
        "With none it is a straight line": networks.line_of_the_network,
        "is what is left of the network on the screen": networks.line_of_the_network,
        "Without activations, the random network": networks.line_of_the_network,
        "no neuron that counts passes its bend": networks.no_neuron_passes_its_bend,
        "stays within a thousandth of": networks.within_a_thousandth,
        "the same weights can make a curve": networks.weights_can_make_a_curve,
        "above 0 the curve gets steeper; below 0, where it is turned over, flatter": activations.steeper_away_from_0,
        "The weight makes the curve steeper or turns it over": activations.steeper_away_from_0,
        "for w > 0 the curve moves to the left, for w < 0 to the right": moves_against_the_weight,
        "more bends become possible, but only if there is an activation inside": networks.more_bends,
        "without activations it stays one straight line, however deep": networks.more_bends,
        "the run learns faster, until steps overshoot": faster_then_flat_or_diverging,
        "the labels count as the numbers 0 and 1": not_probabilities,
    },
    computed={
        "goes as far as": values,
        "least squares gives b": messages.summary,
        "only; these targets go from": messages.notice,
    },
    definitions={
        "**A bias is the weight of a unit that is always 1.**": "says what a bias is",
        "A 3-2-1 network": "the title of a figure",
        "for short 3-2-1, is three such models": "names a network",
        "The index of a weight says where it comes from": "says how the formulas above it name weights",
        "There is more to deep networks than their depth": "names what the page leaves out",
        "The neurons are the same.": "the model at the top of the page",
        "what a 1 hands on is a bias": "explains a figure",
        "of all examples at every step": "explains a figure",
        "the draws are others, of the same kind": "says what a seed is",
    },
)
