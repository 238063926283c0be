"""The page on more than two classes: what its pictures hold is what its runs say."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from nnviz.core.analysis.class_scores import confusion_counts
from nnviz.core.data.class_datasets import CLASS_DATASETS, DIGITS
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.softmax import LESSON, frames
from nnviz.lessons.softmax.experiment import examples, experiments, grid
from nnviz.lessons.softmax.messages import notice
from nnviz.lessons.softmax.pictures import WRONG, side_by_side, wrong_ones
from nnviz.lessons.softmax.settings import SIDES, SoftmaxSettings


def recordings(settings, n_steps=40):
    return {side: advance(run, initial_state(run), n_steps)[0] for side, run in experiments(settings).items()}


@pytest.mark.parametrize("inside", SIDES)
def test_a_class_leads_where_its_margin_is_above_zero_and_nowhere_else(inside):
    settings = SoftmaxSettings(inside=SIDES[inside], hidden="8 neurons")
    made = recordings(settings)
    found = frames.answers(settings, made)
    run = experiments(settings)[inside]
    z = run.model.outputs(made[inside].weights, grid(settings).X)
    for k in range(3):
        said = (z.argmax(axis=-2) == k).reshape(found[f"margin_{k}"].shape)
        np.testing.assert_array_equal(found[f"margin_{k}"] > 0.0, said)
        assert not found[f"lead_{k}"][~said].any()


def test_the_borders_of_a_linear_model_are_straight_and_meet_in_one_point():
    settings = SoftmaxSettings()
    found = frames.answers(settings, recordings(settings))
    ends = np.stack([found["border_x"][-1], found["border_y"][-1]], axis=1).reshape(3, 3, 2)[:, :2]
    assert np.isfinite(ends).all()
    apart = [np.linalg.norm(ends[0] - other[:, None], axis=2).min() for other in ends[1:]]
    assert max(apart) < 1e-5


def test_one_class_against_the_rest_is_as_many_logistic_regressions():
    settings = SoftmaxSettings(penalty=0.01)
    run, made = experiments(settings)["rest"], recordings(settings, 60)["rest"]
    W = made.weights.reshape(60, 3, 3)
    for k in range(3):
        start = initial_state(run).weights.reshape(3, 3)[k]
        alone = replace(
            run, y=(run.y == k) * 1.0, model=Network(2), loss=LOSSES["log loss"], initial_weights=start, provenance=None
        )
        np.testing.assert_allclose(W[:, k], advance(alone, initial_state(alone), 60)[0].weights, rtol=1e-10, atol=1e-12)


def test_the_probabilities_of_one_class_against_the_rest_are_sigmoids_over_their_sum():
    settings = SoftmaxSettings(inside=SIDES["rest"], example=7)
    made = recordings(settings)
    run = experiments(settings)["rest"]
    x = examples(settings).held_out.X[6:7]
    p = expit(run.model.outputs(made["rest"].weights, x)[..., 0])
    at = frames.decided(settings, made)
    corners = frames.corners(3)
    np.testing.assert_allclose(at["example_x"][:, 0], (p / p.sum(axis=1, keepdims=True)) @ corners[:, 0], atol=1e-6)


def test_a_constant_and_a_temperature_change_the_bars_and_nothing_else():
    plain, moved = SoftmaxSettings(), SoftmaxSettings(constant=1000.0, temperature=2.0)
    first, second = (frames.at_frames(settings, recordings(settings)) for settings in (plain, moved))
    differing = {name for name in first if not np.array_equal(first[name], second[name], equal_nan=True)}
    assert differing == {"scaled_logits", "stable", "naive"}
    np.testing.assert_allclose(second["scaled_logits"], first["scaled_logits"] / 2.0 + 1000.0, rtol=1e-6)
    assert np.isnan(second["naive"]).all()
    assert "∞" in notice(moved)
    assert not notice(plain)


def test_bits_are_nats_over_the_logarithm_of_two():
    nats, bits = (frames.at_frames(s, recordings(s)) for s in (SoftmaxSettings(), SoftmaxSettings(unit="bits")))
    np.testing.assert_allclose(bits["softmax_shown"], nats["softmax_shown"] / np.log(2.0), rtol=1e-6)


def test_every_cell_of_the_confusion_is_counted_over_all_that_is_held_out():
    settings = SoftmaxSettings(data="penguins")
    found = frames.decided(settings, recordings(settings, 5))["confusion"]
    assert (found.sum(axis=1) == len(examples(settings).held_out.y)).all()


@pytest.mark.parametrize("name", CLASS_DATASETS)
def test_no_example_is_both_learnt_from_and_held_out_and_no_class_is_missing(name):
    known = examples(SoftmaxSettings(data=name))
    assert len(known.held_out.y) >= 50
    assert set(known.held_out.y) == set(known.training.y) == set(range(known.n_classes))


def test_the_pictures_shown_are_those_taken_for_another_the_surest_errors_first():
    settings = SoftmaxSettings(data=DIGITS, hidden="8 neurons")
    held_out = examples(settings).held_out
    run, made = experiments(settings)["softmax"], recordings(settings, 300)["softmax"]
    p = run.loss.predict(run.model.outputs(made.weights[-1:], held_out.X))
    found = wrong_ones(held_out, p)
    shown = np.isfinite(found["wrong_x"][0])
    n_wrong = len(held_out.y) - int(np.trace(confusion_counts(held_out.y, p)[0]))
    assert shown.sum() == min(n_wrong, WRONG.n_rows * WRONG.n_columns)
    assert (found["wrong_right"][0][shown] != found["wrong_called"][0][shown]).all()
    called = p[0].argmax(axis=0)
    surest = np.argmax(np.where(called != held_out.y, p[0].max(axis=0), 0.0))
    np.testing.assert_array_equal(found["wrong_pictures"][0][:8, :8], 16.0 * held_out.X[surest].reshape(8, 8))


def test_pictures_lie_in_rows_and_columns():
    pictures = np.arange(7.0)[None, :, None, None] * np.ones((1, 7, 8, 8))
    whole = side_by_side(pictures, WRONG, -1.0)
    assert whole.shape == (1, WRONG.n_rows * WRONG.height, WRONG.n_columns * WRONG.width)
    assert whole[0, 0, WRONG.width] == 1.0
    assert whole[0, WRONG.height, 0] == 5.0
    assert whole[0, 8, 0] == -1.0


def test_a_weight_of_zero_is_in_the_middle_of_the_colours_and_the_largest_at_their_end():
    weights = np.zeros((1, 10, 64))
    weights[0, 0, 0], weights[0, 1, 0] = 2.0, -1.0
    shown = frames.pictured_weights(weights)["weight_pictures"]
    assert (shown[0, 0, 0], shown[0, 0, 9], shown[0, 3, 3]) == (100, 25, 50)


def test_at_most_four_numbers_and_one_picture_lead():
    assert LESSON.leads == ("answers",)
    assert [readout.name for readout in LESSON.headlines] == [
        "step",
        "held-out-loss",
        "held-out-accuracy",
        "rest-accuracy",
    ]
