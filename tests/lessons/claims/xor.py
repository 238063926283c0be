"""What the XOR page claims, computed."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.xor import messages, page_values
from nnviz.lessons.xor.experiment import data, experiments, fits_notebook, learning_rate, model
from nnviz.lessons.xor.messages import PRINTED, notebook_fit
from nnviz.lessons.xor.settings import XorSettings
from nnviz.user_data import examples
from tests.lessons.claims import Claims
from tests.lessons.claims.xor_classes import falls_where_sure, is_briers_score, so_much_shorter_where_all_are_equal

SIDES = ("squared", "log")


@cache
def right_over_steps(settings, side, n_steps):
    """The share of examples on the right side after every step."""
    run = experiments(settings)[side]
    recording, _ = advance(run, initial_state(run), n_steps)
    return ((run.model.outputs(recording.weights, run.X) > 0.0) == (run.y == 1.0)).mean(axis=-1)


def first_with_all(settings, side, n_steps=3000):
    right = right_over_steps(settings, side, n_steps) == 1.0
    return int(np.argmax(right)) + 1 if right.any() else None


def log_loss_is_first(settings):
    assert (first_with_all(settings, "log"), first_with_all(settings, "squared")) == (107, 369)


@cache
def predictions(settings, side, n_steps):
    """The predictions before the first step and after every step: (1 + n_steps, n)."""
    run = experiments(settings)[side]
    recording, _ = advance(run, initial_state(run), n_steps)
    weights = np.vstack([initial_state(run).weights, recording.weights])
    return run.loss.predict(run.model.outputs(weights, run.X))


def first_sure_of_all(settings, side):
    sure = (np.abs(predictions(settings, side, 3000) - experiments(settings)[side].y) < 0.02).all(axis=-1)
    return int(np.argmax(sure)) if sure.any() else None


def slopes(settings, side):
    """The mean of σ′ = q(1 − q) over the examples, before the first step and after every step."""
    q = predictions(settings, side, 3000)
    return (q * (1.0 - q)).mean(axis=-1)


def the_factor_first_and_saturation_later(settings):
    assert learning_rate(settings, "squared") == 4.0 * learning_rate(settings, "log")
    assert [first_with_all(settings, side) for side in SIDES] == [111, 107]
    assert [first_sure_of_all(settings, side) for side in SIDES] == [1057, 273]
    assert slopes(settings, "squared")[111] > 0.15
    assert slopes(settings, "squared")[1057] < 0.02


def both_agree_with_the_notebook(settings):
    for side in SIDES:
        assert messages.is_notebooks(settings, side)
        printed = np.array(PRINTED[side].split(", "), dtype=float)
        np.testing.assert_allclose(notebook_fit(side)[0], printed, rtol=1e-9)


def two_can_and_seed_4_cannot(settings):
    assert all(first_with_all(settings, side) is not None for side in SIDES)
    assert all(first_with_all(settings.model_copy(update={"seed": 4}), side) is None for side in SIDES)


def three_at_most(settings):
    one = settings.model_copy(update={"neurons": 1})
    for seed in range(3):
        for side in SIDES:
            assert right_over_steps(one.model_copy(update={"seed": seed}), side, 3000).max() <= 0.75


def classes_are_parted(settings, n_steps=4000):
    assert max(right_over_steps(settings, side, n_steps)[-1] for side in SIDES) > 0.9


def first_answer(settings):
    return 1 if first_with_all(settings, "log") < first_with_all(settings, "squared") else 0


def three_is_the_answer(settings):
    best = max(right_over_steps(settings, side, 3000).max() for side in SIDES)
    return int(np.argmin(np.abs(best - np.array([0.5, 0.75, 1.0]))))


def spiral_takes_a_thousand(settings):
    for side in SIDES:
        right = right_over_steps(settings, side, 4000)
        assert right[:1000].max() < 0.98 <= right.max()


def a_quarter_as_hard_or_less(settings):
    """Until the log loss has all points σ′ is near ¼, its most, and four times the rate makes up for nearly all."""
    slope = slopes(settings, "squared")
    assert slope.max() <= 0.25
    assert slope[1:108].mean() > 0.245
    log_loss_is_first(settings)
    the_factor_first_and_saturation_later(settings.model_copy(update={"same_first_step": True}))


def pulls_are_so_much_weaker(settings):
    """On z, the squared error's derivative of an example over that of the log loss is σ′ or 2σ′, at most 1/factor."""
    z = np.linspace(-12.0, 12.0, 401)
    for y in (0.0, 1.0):
        of = [run.loss.derivative(z, np.full_like(z, y), np.empty_like(z)) for run in experiments(settings).values()]
        ratio = np.abs(of[0] / of[1])
        factor = learning_rate(settings.model_copy(update={"same_first_step": True}), "squared")
        assert ratio.max() == pytest.approx(settings.learning_rate / factor)
        assert abs(z[ratio.argmax()]) < 0.1
        assert ratio[[0, -1]].max() < 1e-4


def starts_from_the_seed(settings):
    assert not fits_notebook(settings)
    first, second = (initial_state(run).weights for run in experiments(settings).values())
    np.testing.assert_array_equal(first, second)


def starts_differ(settings):
    first, second = (initial_state(run).weights for run in experiments(settings).values())
    assert not np.array_equal(first, second)


def one_neuron_cannot(settings):
    three_at_most(XorSettings(start="drawn from the seed"))


def no_line_separates(settings):
    A = np.column_stack([np.ones(4), data(XorSettings()).X])
    signs = np.where(data(XorSettings()).y == 1.0, 1.0, -1.0)
    assert np.linalg.norm(A.T @ signs) < 1e-12


def has_no_output_bias(settings):
    assert fits_notebook(XorSettings())
    assert model(XorSettings()).n_parameters == 16


CLAIMS = Claims(
    watch={
        "The notebook's start": log_loss_is_first,
        "The same first step": the_factor_first_and_saturation_later,
        "The notebook's two fits": both_agree_with_the_notebook,
        "Two neurons are enough": two_can_and_seed_4_cannot,
        "One neuron is not": three_at_most,
        "Noisy XOR": classes_are_parted,
        "Circle": classes_are_parted,
        "Spiral, eight neurons": spiral_takes_a_thousand,
        "Moons": classes_are_parted,
    },
    right={"The notebook's start": first_answer, "One neuron is not": three_is_the_answer},
    because={"The notebook's start": a_quarter_as_hard_or_less, "One neuron is not": three_at_most},
    sentences={
        "point pulls at least": pulls_are_so_much_weaker,
        "Where all classes are equally probable, the derivative": so_much_shorter_where_all_are_equal,
        "And it falls towards 0 where the network is sure": falls_where_sure,
        "The first is the score of Brier": is_briers_score,
        "Each loss starts from the weights that the notebook drew": starts_differ,
        "this network starts from weights drawn from the seed": starts_from_the_seed,
        "One neuron never can": one_neuron_cannot,
        "one neuron cannot do XOR, two can": one_neuron_cannot,
        "No straight line separates its two classes": no_line_separates,
        "The notebook's network has none": has_no_output_bias,
    },
    computed={
        "On these four points the log loss": page_values.values,
        "The notebook prints the predictions made before": page_values.values,
        "Here are": page_values.values,
        "Here is 1 hidden neuron": page_values.values,
        "the first weights it is": page_values.values,
        "At the first weights": page_values.values,
        "from which softmax makes probabilities": page_values.values,
        "Your features are standardised here": examples.ChosenData.notice,
        "Every error is below 0.02 after": page_values.values,
        "This browser has no data of your own": examples.ChosenData.notice,
    },
    definitions={
        "A hidden neuron sees a straight line": "where a weighted sum is 0",
        "Both gradients pass through the output": "the chain rule",
        "Both runs see the same ones": "what a batch is",
        "Raises the rate of the squared error": "what the switch does",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of every point's random": "what the noise is",
        "The function that every hidden neuron applies": "what an activation is",
        "The notebook draws a new start": "what the choice is",
        "The output adds these surfaces": "what the output is",
        "Each output adds these surfaces": "what the outputs are",
        "of more than two classes, for the own class": "what is read",
        "The same for both, but for": "what the rate is",
        "on the right side of 0.5": "what is read",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "This only rescales the learning rate": "sums of four halves and of four",
        "Two lines are enough for XOR": "the strip between two lines",
        "Two runs start from the same weights": "what the runs are",
        "steps get less noisy": "a mean of more",
        "the classes overlap more": "what noise is",
        "the draws are others": "what a seed is",
        "the run learns faster, until steps overshoot": "what a rate is; checked for the laboratory",
        "what is learnt depends less on chance": "the law of large numbers",
        "XOR says 1 when": "what XOR is",
        "predictions of the same points": "what the picture shows",
        "its sum is 0 on the line": "what the picture shows",
    },
)
