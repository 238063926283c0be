"""What the page on more than two classes claims, computed."""

import numpy as np
from scipy.special import expit

from nnviz.core.data.digits import N_DIGITS
from nnviz.core.objectives.softmax import naive_softmax, softmax
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.softmax import page_values
from nnviz.lessons.softmax.experiment import examples, experiments, inside
from nnviz.lessons.softmax.settings import SoftmaxSettings
from nnviz.user_data.examples import ChosenData
from tests.lessons.claims import Claims
from tests.lessons.claims.softmax_presets import (
    BECAUSE,
    RIGHT,
    WATCH,
    at,
    held_out_probabilities,
    recorded,
    sum_goes_to_zero,
)


def formula_fails_at_the_ends_of_double_precision(settings):
    with np.errstate(over="ignore", under="ignore"):
        assert np.isinf(np.exp(710.0))
        assert np.exp(-746.0) == 0.0
    assert np.isnan(naive_softmax(np.full((3, 1), 746.0))).all()
    assert np.isnan(naive_softmax(np.full((3, 1), -746.0))).all()


def formula_divides_infinity(settings):
    assert np.isnan(naive_softmax(np.full((3, 1), settings.constant))).all()


def no_power_is_above_one(settings):
    z = initial_logits(settings)
    powers = np.exp(z - z.max(axis=0))
    np.testing.assert_array_equal(powers.max(axis=0), 1.0)


def initial_logits(settings):
    run = experiments(settings)["softmax"]
    return run.model.outputs(initial_state(run).weights, run.X)


def no_probability_changes_by_a_constant(settings):
    z = initial_logits(settings)
    np.testing.assert_allclose(softmax(z + 10.0), softmax(z), rtol=1e-12)
    np.testing.assert_allclose(np.exp(z / 20.0 + 3.0), np.exp(3.0) * np.exp(z / 20.0), rtol=1e-13)


def common_vector_changes_nothing(settings):
    run = experiments(SoftmaxSettings())["softmax"]
    W = initial_state(run).weights.reshape(3, 3)
    before, after = (softmax(run.model.outputs(w.ravel(), run.X)) for w in (W, W + np.array([1.0, -2.0, 3.0])))
    np.testing.assert_allclose(after, before, rtol=1e-12)


def two_are_the_sigmoid(settings):
    z = initial_logits(settings)[:2]
    np.testing.assert_allclose(softmax(z)[0], expit(z[0] - z[1]), rtol=1e-11, atol=1e-15)


def gradients_add_up_to_zero(settings):
    run = experiments(SoftmaxSettings())["softmax"]
    recording, _ = advance(run, initial_state(run), 5)
    np.testing.assert_allclose(recording.gradient.reshape(5, 3, 3).sum(axis=1), 0.0, atol=1e-15)


def the_least_squares_sum_to_zero(settings):
    sum_goes_to_zero(SoftmaxSettings(learning_rate=0.5, penalty=0.03))


def penalty_shortens(settings):
    lengths, sure = [], []
    for penalty in (0.0, 0.01, 0.1, 1.0):
        tried = SoftmaxSettings(penalty=penalty)
        weights = recorded(tried, 1000)["softmax"].weights[0].reshape(3, 3)[:, 1:]
        lengths.append(np.linalg.norm(weights))
        sure.append(held_out_probabilities(tried, 1000).max(axis=0).mean())
    assert np.all(np.diff(lengths) < 0.0)
    assert np.all(np.diff(sure) < 0.0)


def hotter_is_more_equal(settings):
    spreads = [np.ptp(at(SoftmaxSettings(temperature=T), 50)["stable"]) for T in (0.1, 1.0, 5.0, 10.0)]
    assert np.all(np.diff(spreads) < 0.0)
    assert spreads[0] > 0.99


def digits_are_these(settings):
    known = examples(settings)
    assert len(known.training.y) + len(known.held_out.y) == N_DIGITS
    assert known.training.X.shape[1] == 64


def is_standardised(settings):
    X = examples(settings).training.X
    np.testing.assert_allclose(X.mean(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(X.std(axis=0), 1.0, rtol=1e-12)


def both_runs_share_all_but_the_loss(settings):
    first, second = experiments(settings).values()
    np.testing.assert_array_equal(initial_state(first).weights, initial_state(second).weights)
    assert first.model == second.model
    assert first.loss is not second.loss


def borders_are_straight(settings):
    run = experiments(SoftmaxSettings())["softmax"]
    w = initial_state(run).weights
    here, there = np.array([[0.0, 0.0]]), np.array([[1.0, 2.0]])
    middle = run.model.outputs(w, (here + there) / 2.0)
    np.testing.assert_allclose(middle, (run.model.outputs(w, here) + run.model.outputs(w, there)) / 2.0, rtol=1e-12)


def inside_names_a_run(settings):
    assert inside(settings) in experiments(settings)
    both_runs_share_all_but_the_loss(settings)


CLAIMS = Claims(
    watch=WATCH,
    right=RIGHT,
    because=BECAUSE,
    sentences={
        "A high temperature makes all classes equally probable": hotter_is_more_equal,
        "the probabilities get more equal, and their order stays": hotter_is_more_equal,
        "A penalty decides: of all weights": the_least_squares_sum_to_zero,
        "the gradients of all classes add up to 0": gradients_add_up_to_zero,
        "Here too one class could do without weights": common_vector_changes_nothing,
        "As it is written the formula fails beyond": formula_fails_at_the_ends_of_double_precision,
        "with logits as high as that": formula_divides_infinity,
        "with logits as low as that": formula_divides_infinity,
        "then no power is above 1": no_power_is_above_one,
        "The handwritten digits are": digits_are_these,
        "both features are standardised": is_standardised,
        "so the border between them is straight": borders_are_straight,
        "of two on the same examples": inside_names_a_run,
        "The second run has the same outputs": both_runs_share_all_but_the_loss,
        "Two classes need one logit": two_are_the_sigmoid,
        "A constant": no_probability_changes_by_a_constant,
        "each power is multiplied with": no_probability_changes_by_a_constant,
        "all powers of e grow by one factor": no_probability_changes_by_a_constant,
        "the weights get shorter, and the probabilities less certain": penalty_shortens,
    },
    computed={
        "A model of 3 classes has 3 outputs": page_values.values,
        "A model of 10 classes has 10 outputs": page_values.values,
        "A model that guesses": page_values.values,
        "weights and biases.": page_values.values,
        "are held out: they are hollow": page_values.values,
        "The data are": page_values.values,
        "The logits are linear in the": page_values.values,
        "The logits come from a network": page_values.values,
        "These 3 answers are": page_values.values,
        "These 10 answers are": page_values.values,
        "of your rows are held out": ChosenData.notice,
        "This browser has no data of your own": ChosenData.notice,
    },
    definitions={
        "A nat is the surprise": "what the units are",
        "All powers are positive": "a sum over itself",
        "Anderson (1935)": "a source",
        "Fisher (1936)": "a source",
        "Gorman": "a source",
        "How often every training example has been used": "what an epoch is",
        "It changes its bars, never the training": "the field does not restart a run",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of every point's random": "what the noise is",
        "The function that every hidden neuron applies": "what an activation is",
        "The same for one class against the rest": "what is read",
        "The same in training": "what is read",
        "The same in bits": "1 nat is 1/ln 2 bits",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "Three classes in the plane": "what the data are",
        "another example is followed": "what the slider does",
        "steps get less noisy": "a mean of more",
        "the classes overlap more": "what noise is",
        "the draws are others": "what a seed is",
        "the run learns faster, until steps overshoot": "what a rate is; checked for the laboratory",
        "what is learnt depends less on chance": "the law of large numbers",
        "every example held out, at the mean": "what the picture shows",
        "larger points stand for more": "what the picture shows",
        "of both runs, the same measure": "what the picture shows",
    },
)
