"""What the page on batch normalisation claims, computed."""

import numpy as np
import pytest

from nnviz.core.models.batch_norm import AFTER, BEFORE
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.batch_normalization import messages, page_values
from nnviz.lessons.batch_normalization.experiment import experiments
from nnviz.lessons.batch_normalization.page_values import passes_a_factor_on
from nnviz.lessons.batch_normalization.settings import BatchNormSettings
from nnviz.user_data import examples
from tests.lessons.claims import Claims
from tests.lessons.claims.batch_normalization_presets import (
    WATCH,
    hidden_weights_never_move,
    layers_at,
    only_the_share,
    scores,
    seeded,
    trained,
)
from tests.lessons.claims.batch_normalization_statistics import (
    averages_follow_and_jump,
    estimates_the_variance_of_all,
    from_at_most_sixty,
    inputs_come_through_at_inference,
    misses_by_one_over_the_root,
    normalised,
    one_is_its_own_mean,
    only_what_follows_learns,
    the_same_but_for_one_thing,
)
from tests.lessons.claims.once import once

PLACES = ("layer_1", "layer_2", "layer_3")


def a_factor_is_taken_out():
    z = 3.0 * np.random.default_rng(1).standard_normal((4, 50)) + 1.0
    for factor in (0.5, 2.0, 100.0):
        np.testing.assert_allclose(normalised(factor * z)[0], normalised(z)[0], atol=1e-5)
    tiny = 1e-4
    assert np.abs(normalised(tiny * z)[0] - normalised(z)[0]).max() > 0.1


def a_factor_after(settings):
    """Of the weights of a layer that is normalised after this activation."""
    run = experiments(settings)["normalised"]
    z = np.random.default_rng(2).standard_normal((4, 50))
    one, ten = (normalised(run.model.activated(0, factor * z, None)[1])[0] for factor in (1.0, 10.0))
    assert np.allclose(one, ten, atol=1e-3) == passes_a_factor_on(settings.activation)


def layers_stay_alive():
    """After 500 steps at the rate 2 every normalised layer tells examples apart; a plain one is dead for most seeds."""
    n_dead = 0
    for seed in range(6):
        for depth_spread in (values.std(axis=1).max() for values in layers_at(at_first(seed), "normalised", 500, 500)):
            assert depth_spread > 0.1
        loss = scores(at_first(seed), "beside", 500)[1]
        run, recording = trained(at_first(seed), "beside", 500)
        if not np.isfinite(loss[-1]):
            continue
        layers = layers_at(at_first(seed), "beside", 500, 500)
        if any(np.all(values == 0.0) for values in layers):
            n_dead += 1
            outputs = run.model.outputs(recording.weights[-1:], run.X, {})
            assert np.ptp(outputs) < 1e-12
            assert loss[-1] >= page_values.constant_loss(run.y) - 1e-12
    assert n_dead >= 3


def at_first(seed):
    return seeded(BatchNormSettings(), seed)


def the_least_for_a_constant(settings):
    """No single output has a smaller mean log loss, nor have outputs of many classes that are the same for all."""
    run = experiments(settings)["beside"]
    if run.loss.of_classes:
        no_answer_beats_the_shares(run, page_values.values(settings)["constant_loss"])
        return
    outputs = np.linspace(-6.0, 6.0, 4001)
    least = min(float(run.loss.value(np.full(run.y.shape, z), run.y).mean()) for z in outputs[::40])
    floor = page_values.values(settings)["constant_loss"]
    assert floor - 1e-12 <= least <= floor + 0.01


def no_answer_beats_the_shares(run, floor):
    Y = run.loss.targets(run.y, run.model.n_outputs)
    best = np.log(Y.mean(axis=1, keepdims=True))
    assert run.loss.value(best + 0.0 * Y, Y).mean() == pytest.approx(floor)
    for shift in np.random.default_rng(4).normal(size=(50, len(Y), 1)):
        assert run.loss.value(best + shift + 0.0 * Y, Y).mean() >= floor


def after_diverges_and_before_does_not():
    for place in (BEFORE, AFTER):
        settings = BatchNormSettings(**dict.fromkeys(PLACES, place))
        for seed in range(6):
            for rate in (5.0, 10.0):
                run = experiments(seeded(settings, seed).model_copy(update={"learning_rate": rate}))["normalised"]
                recording, _ = advance(run, initial_state(run), 300, 300)
                assert (recording.diverged_at or 300) <= 25 if place == AFTER else recording.diverged_at is None


CLAIMS = Claims(
    watch=WATCH,
    right={"One example at a step": only_the_share},
    because={"One example at a step": hidden_weights_never_move},
    sentences={
        "A positive factor on all of a neuron's incoming weights": once(a_factor_is_taken_out),
        "it takes it out too": a_factor_after,
        "it does not: there larger weights change the shape": a_factor_after,
        "So a step that is too long need not blow up the layers behind": once(layers_stay_alive),
        "Without this, one long step can push every ReLU": once(layers_stay_alive),
        "Then the output is the same for every input": the_least_for_a_constant,
        "Large learning rates are a difference": once(after_diverges_and_before_does_not),
        "with all else as at the start, the seeds 0 to 5 all diverge": once(after_diverges_and_before_does_not),
        "misses that of many by about": once(misses_by_one_over_the_root),
        "So small batches add noise to every step": once(misses_by_one_over_the_root),
        "One example is its own mean": once(one_is_its_own_mean),
        "A batch of one example is its own mean": once(one_is_its_own_mean),
        "so only what follows the last normalised layer can learn": only_what_follows_learns,
        "At inference the averages let the input through": inputs_come_through_at_inference,
        "everything else is the same: points, first weights": the_same_but_for_one_thing,
        "the averages follow sooner, but jump with every batch": once(averages_follow_and_jump),
        "which estimates that of all the data": once(estimates_the_variance_of_all),
        "over at most 60 training points": from_at_most_sixty,
    },
    computed={
        "Of the learning rates": messages.summary,
        "**normalised**:": messages.summary,
        "This browser has no data of your own": examples.ChosenData.notice,
        "of your rows are held out": examples.ChosenData.notice,
    },
    definitions={
        "Ioffe and Szegedy (2015)": "a source and what it says",
        "Santurkar et al. (2018)": "a source and what it says",
        "That it works is an observation": "what is not claimed",
        "each example's gradient depends on all others": "the mean is a sum over all; tests/core checks the gradient",
        "The features that enter the network want the same": "what standardising is; the page on feature scaling",
        "Inside the network mean and deviation change": "they are functions of the weights",
        "Try both, for every layer on its own": "an instruction",
        "One step of a smaller batch sees fewer examples": "what a batch is",
        "Only inference uses them": "the equation of the averages; tests/core checks training and inference",
        "How many examples there are to learn from": "what N is",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of every point's random": "what the noise is",
        "The average that inference uses": "what is read",
        "The deviation that inference uses": "what is read",
        "The same neuron's": "what is read",
        "The function that every hidden neuron applies": "what an activation is",
        "whose moving averages are traced": "what the choice is",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "steps get less noisy": "a mean of more",
        "the boundary can have more bends": "what a neuron adds",
        "the classes overlap more": "what noise is",
        "the draws are others": "what a seed is",
        "the run learns faster, until steps overshoot": "what a rate is; checked for the laboratory",
        "which number a neuron has means nothing": "neurons of a layer have no order",
        "what is learnt depends less on chance": "the law of large numbers",
        "after 300 steps; no point where": "what the picture shows",
        "predictions at the same step": "what the picture shows",
    },
)
