"""What the laboratory claims, computed."""

import math
from functools import cache

import numpy as np
import pytest

from nnviz.lessons.lab import frames
from nnviz.lessons.lab.experiment import experiment, loss_name, model, penalty
from nnviz.lessons.lab.settings import LabSettings
from nnviz.user_data import examples
from tests.lessons.claims import Claims
from tests.lessons.claims.lab_limits import (
    clipped_steps_are_bounded,
    converges_below,
    diverges_above,
    small_batches_diverge_earlier,
)
from tests.lessons.claims.lab_models import (
    added_features_reach_as_far,
    has_an_output_for_each_class,
    runs_softmax_regression,
)
from tests.lessons.claims.lab_presets import (
    arrives_and_jitters,
    changed,
    course_of_the_validation_loss,
    diverges,
    dropout_turns_later,
    explodes_in_the_steepest_direction,
    gradient_grows,
    level_of_a_straight_boundary,
    played,
    settles_near_0_4,
    stays_as_good_as_guessing,
    the_bias_creeps,
    the_corners_are_right,
    turns_and_rises,
)


@cache
def zeros(kind, step):
    settings = LabSettings(
        penalty=kind, penalty_strength=20.0, penalty_step=step, learning_rate=0.01, batch_size=math.inf
    )
    return (played(settings, 400)["shown_weights"][200:, 1] == 0.0).mean()


def exact_zeros(settings):
    for kind in ("L1", "elastic net"):
        assert zeros(kind, "proximal") == 1.0
        assert zeros(kind, "subgradient") < 0.5
    assert zeros("L2", "proximal") == zeros("L2", "subgradient") == 0.0


def equally_steep_along_every_weight(settings):
    """The squared error of standardised features has one curvature along every axis, however correlated they are."""
    for name in ("toy line", "unequal scales", "iris petals", "moons"):
        run = experiment(LabSettings(data=name, standardise=True))
        A = np.column_stack([np.ones(len(run.y)), run.X])
        assert np.diag(A.T @ A / len(A)) == pytest.approx(np.ones(A.shape[1]))


def runs_linear_regression(settings):
    assert loss_name(settings) == "mean squared error"
    assert not model(settings).hidden


def penalty_is_as_said(settings):
    w = np.array([3.0, -2.0])
    expected = {"L2": 13.0, "L1": 5.0, "elastic net": 9.0}
    for kind, size in expected.items():
        made = penalty(changed(settings, penalty=kind, penalty_strength=2.0))
        assert made.size(w) == size


def stronger_penalties_shrink(settings):
    runs = [played(LabSettings(penalty_strength=s), 600) for s in (0.0, 0.1, 1.0, 10.0)]
    assert np.all(np.diff([abs(run["shown_weights"][-1, 1]) for run in runs]) < 0.0)
    assert np.all(np.diff([run["training_loss"][-1] for run in runs]) > 0.0)


def faster_until_it_diverges(settings):
    runs = [played(LabSettings(learning_rate=rate), 100) for rate in (0.01, 0.03, 0.1, 10.0)]
    assert np.all(np.diff([run["training_loss"][50] for run in runs[:3]]) < 0.0)
    assert runs[-1].diverged


def larger_batches_are_calmer(settings):
    runs = [played(LabSettings(batch_size=size), 1500) for size in (1, 8, 64)]
    assert np.all(np.diff([np.std(run["path_x"][700:]) for run in runs]) < 0.0)


CLAIMS = Claims(
    watch={
        "Toy line, η = 0.01": arrives_and_jitters,
        "Toy line, η = 1": explodes_in_the_steepest_direction,
        "XOR without a hidden layer": stays_as_good_as_guessing,
        "XOR with a hidden layer": the_corners_are_right,
        "Overfit": turns_and_rises,
        "… cured by dropout": dropout_turns_later,
        "… cured by L2": settles_near_0_4,
        "Exploding gradient": gradient_grows,
        "… cured by clipping": the_bias_creeps,
    },
    right={
        "Toy line, η = 1": diverges,
        "XOR without a hidden layer": level_of_a_straight_boundary,
        "Overfit": course_of_the_validation_loss,
    },
    because={
        "Toy line, η = 1": explodes_in_the_steepest_direction,
        "XOR without a hidden layer": stays_as_good_as_guessing,
        "Overfit": turns_and_rises,
    },
    sentences={
        "A smaller batch has a curvature of its own": small_batches_diverge_earlier,
        "this model's descent": converges_below,
        "converges here at every learning rate": converges_below,
        "Above it, it": diverges_above,
        "Clipped steps cannot explode": clipped_steps_are_bounded,
        "With L1 and the elastic net proximal steps reach exact zeros": exact_zeros,
        "Then no learning rate has to suit features": equally_steep_along_every_weight,
        "Linear regression treats the classes": runs_linear_regression,
        "so linear regression runs": runs_linear_regression,
        "so softmax regression runs": runs_softmax_regression,
        "with a logit for each of the": runs_softmax_regression,
        "has an output for each of the": has_an_output_for_each_class,
        "What is added to the loss, times λ": penalty_is_as_said,
        "L2 is the sum of w², L1 that of |w|": penalty_is_as_said,
        "the model gets simpler, and the training loss larger": stronger_penalties_shrink,
        "the run learns faster, until steps overshoot": faster_until_it_diverges,
        "steps get less noisy": larger_batches_are_calmer,
        "a square or a product reaches no farther": added_features_reach_as_far,
        "made as large as the features": added_features_reach_as_far,
    },
    computed={
        "Every step takes the gradient": experiment,
        "needs one feature or two features": examples.ChosenData.notice,
        "Anderson (1935)": examples.own_kind,
        "at most six weights are shown": frames.at_frames,
    },
    definitions={
        "as another feature.": "what the switch does",
        "sets the bias of neuron 1.2": "how a weight is written; test_lab_edited_weights.py sets some",
        "1.2 is the second of the first layer": "a name",
        "usual sizes are 8 to 1,024": "a custom",
        "A gradient longer than this is shortened": "what clipping is",
        "is a signal: look at the learning rate first": "an instruction",
        "An epoch is over when": "what an epoch is",
        "Ezekiel (1930)": "a source",
        "Fisher (1936)": "a source",
        "Gorman": "a source",
        "Give every feature mean 0": "what standardising is",
        "How often every training example has been used": "what an epoch is",
        "It decides the points": "what the seed is for",
        "Mean loss over the examples held out": "what the validation loss is",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of what chance adds": "what the noise is",
        "The function that every hidden neuron applies": "what an activation is",
        "The link in the address bar holds": "what a link is; tests/web has its tests",
        "The proximal step goes to the exact minimum": "what a proximal step is",
        "The same on the examples held out": "what is read",
        "The same weights, for the features as measured": "what is read",
        "kept for validation and never used to train": "what held out means",
        "the height of the fit is pulled to 0 as well": "what a penalty does to what it counts",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "fewer steps are shortened": "a greater limit is exceeded less often",
        "more winding functions become possible": "a deeper network can do what a shallower one can",
        "beyond some rate the network learns too little": "at a rate of 1 nothing is left",
        "the axis is that of the next weight": "what the number is",
        "the draws are others": "what a seed is",
        "the function gets more pieces": "what a neuron adds",
        "the points say less about the pattern": "what noise is",
        "fewer points are left to learn from": "what is held out is not learnt from",
        "what is learnt depends less on chance": "the law of large numbers",
        "at every step, on an axis of your choice": "what the picture shows",
    },
)
