"""What the presets of the page on more than two classes say to watch, computed."""

from functools import cache

import numpy as np
from sklearn.linear_model import LogisticRegression

from nnviz.core.analysis.class_scores import reliability
from nnviz.core.objectives.softmax import softmax
from nnviz.core.training.advance import advance, initial_state, recording_of
from nnviz.lessons.softmax import frames
from nnviz.lessons.softmax.experiment import examples, experiments


@cache
def recorded(settings, step):
    """The recordings of both runs at a step."""
    found = {}
    for side, run in experiments(settings).items():
        state = initial_state(run)
        found[side] = recording_of(run, state)
        if step:
            recording, _ = advance(run, state, step, step)
            found[side] = recording
    return found


@cache
def at(settings, step):
    """What the page shows at a step."""
    recordings = recorded(settings, step)
    shown = frames.at_frames(settings, recordings) | frames.decided(settings, recordings)
    return {name: values[0] for name, values in shown.items()}


def held_out_probabilities(settings, step, side="softmax"):
    run = experiments(settings)[side]
    return run.loss.predict(run.model.outputs(recorded(settings, step)[side].weights[0], examples(settings).held_out.X))


def fifty_seven_of_sixty(settings):
    assert len(examples(settings).held_out.y) == 60
    for step in (100, 400, 3000):
        assert round(60 * at(settings, step)["softmax_accuracy"]) == 57


def no_probability_changes(settings):
    plain = settings.model_copy(update={"constant": 0.0})
    for step in (0, 20, 200):
        np.testing.assert_allclose(at(settings, step)["stable"], at(plain, step)["stable"], rtol=0, atol=1e-6)
        assert np.isnan(at(settings, step)["naive"]).any()
    power = np.exp(np.array([[1.0], [2.0], [3.0]]))
    np.testing.assert_allclose(softmax(np.log(7.0 * power)), softmax(np.log(power)), rtol=1e-14)


def which_happens_to_the_probabilities(settings):
    before = at(settings.model_copy(update={"constant": 0.0}), 20)["stable"]
    return 1 if np.allclose(at(settings, 20)["stable"], before, atol=1e-6) else 0


def close_to_a_third_in_order(settings):
    plain = settings.model_copy(update={"temperature": 1.0})
    for step in (20, 100):
        hot, cold = at(settings, step)["stable"], at(plain, step)["stable"]
        assert np.abs(hot - 1 / 3).max() < 0.15
        assert np.abs(cold - 1 / 3).max() > 0.4
        np.testing.assert_array_equal(np.argsort(hot), np.argsort(cold))


def sum_goes_to_zero(settings):
    start = at(settings, 0)["sum_of_weights"]
    assert start > 1.0
    assert at(settings, 200)["sum_of_weights"] < 0.01 * start
    free = settings.model_copy(update={"penalty": 0.0})
    np.testing.assert_allclose(at(free, 1000)["sum_of_weights"], start, rtol=1e-12)


def what_the_sum_does(settings):
    start, end = (at(settings, step)["sum_of_weights"] for step in (0, 200))
    return 1 if end < 0.01 * start else 0 if np.isclose(start, end) else 2


def versicolor_is_between(settings):
    last = at(settings, 1500)
    assert last["rest_loss"] > 2.0 * last["softmax_loss"]
    training = examples(settings).training
    for k, name in enumerate(examples(settings).class_names):
        fit = LogisticRegression(C=np.inf, tol=1e-6, max_iter=2000).fit(training.X, training.y == k)
        right = fit.score(training.X, training.y == k)
        assert right < 0.85 if name == "versicolor" else right > 0.95


def which_loss_is_lower(settings):
    last = at(settings, 1500)
    return 0 if last["softmax_loss"] < last["rest_loss"] else 1


def below_a_fifth_of_a_bit(settings):
    assert round(np.log2(examples(settings).n_classes), 2) == 1.58
    assert at(settings, 400)["softmax_bits"] < 0.2


def not_even_half(settings):
    assert max(at(settings, step)["softmax_accuracy"] for step in range(100, 1600, 100)) < 0.5


def bent_borders_follow(settings):
    assert min(at(settings, step)["softmax_accuracy"] for step in (400, 1000, 2000)) > 0.85


def surer_of_errors(settings):
    early, late = at(settings, 100), at(settings, 3000)
    assert early["softmax_accuracy"] == late["softmax_accuracy"]
    assert late["softmax_loss"] > 2.0 * early["softmax_loss"]
    y = examples(settings).held_out.y
    surest = []
    for step in (100, 3000):
        p = held_out_probabilities(settings, step)
        wrong = p.argmax(axis=0) != y
        surest.append(p.max(axis=0)[wrong].mean())
    assert surest[1] > surest[0]


def digits_over_95(settings):
    assert at(settings, 400)["softmax_accuracy"] > 0.95


def not_sure_enough(settings):
    assert at(settings, 100)["softmax_accuracy"] > 0.85
    p = held_out_probabilities(settings, 100)
    assert np.median(p.max(axis=0)) < 0.5
    found = reliability(examples(settings).held_out.y, p)
    seen = found.size > 0
    assert (found.accuracy[seen] > found.confidence[seen]).all()


def templates_over_95(settings):
    assert not recorded(settings, 0)["softmax"].weights.any()
    assert at(settings, 1500)["softmax_accuracy"] > 0.95


WATCH = {
    "Three Gaussians": fifty_seven_of_sixty,
    "A constant added to all logits": no_probability_changes,
    "Ten times as hot": close_to_a_third_in_order,
    "The redundant direction": sum_goes_to_zero,
    "The class in the middle": versicolor_is_between,
    "Penguins, in bits": below_a_fifth_of_a_bit,
    "Three arms, straight borders": not_even_half,
    "Three arms, 32 hidden neurons": bent_borders_follow,
    "Too sure": surer_of_errors,
    "Handwritten digits": digits_over_95,
    "Digits, not sure enough": not_sure_enough,
    "Digits without a hidden layer": templates_over_95,
}
RIGHT = {
    "A constant added to all logits": which_happens_to_the_probabilities,
    "The redundant direction": what_the_sum_does,
    "The class in the middle": which_loss_is_lower,
}
BECAUSE = {
    "A constant added to all logits": no_probability_changes,
    "The redundant direction": sum_goes_to_zero,
    "The class in the middle": versicolor_is_between,
}
