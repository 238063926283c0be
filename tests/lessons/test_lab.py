"""What the laboratory says about its model, its steps and the learning rate that is too large."""

import math
from itertools import product

import numpy as np
import pytest

from nnviz.core.data.class_datasets import classes_in_plane
from nnviz.core.data.datasets import DATASETS
from nnviz.lessons.lab.experiment import chosen, experiment, loss_name, model
from nnviz.lessons.lab.messages import explain_divergence, stable_learning_rate
from nnviz.lessons.lab.presets import PRESETS
from nnviz.lessons.lab.settings import PENALTY_KINDS, LabSettings
from nnviz.user_data.control import OWN_DATA
from tests.lessons.played import LESSONS, Played
from tests.user_data.tables import own_text

LAB = LESSONS["lab"]
N_STEPS = 3000
ALL = {"batch_size": math.inf, "validation_share": 0.0, "n_samples": 50}
PENALISED = [
    LabSettings(penalty=kind, penalty_step=step, penalise_bias=bias, penalty_strength=strength, data=data, **ALL)
    for kind, step, bias, strength, data in product(
        PENALTY_KINDS, ("proximal", "subgradient"), (False, True), (0.1, 10.0), ("toy line", "unequal scales")
    )
]
each_penalised = pytest.mark.parametrize(
    "settings", PENALISED, ids=lambda s: f"{s.penalty}, {s.penalty_step}, {s.penalise_bias}, {s.penalty_strength}"
)


def hovers(settings):
    return settings.penalty != "L2" and settings.penalty_step == "subgradient"


@each_penalised
def test_below_the_limit_descent_on_all_data_converges(settings):
    limit = min(stable_learning_rate(settings), 100.0)
    played = Played("lab", settings.model_copy(update={"learning_rate": 0.95 * limit}), N_STEPS)
    loss = played["objective"]
    assert not played.diverged
    assert loss[-1] <= loss[N_STEPS // 2] * (1.0 + 1e-9) or hovers(settings)
    assert loss.max() < 1e3 * loss[0] if hovers(settings) else loss[-1] <= loss[0]


@each_penalised
def test_above_the_limit_descent_on_all_data_diverges_unless_weights_may_stay_at_zero(settings):
    limit = stable_learning_rate(settings)
    may_stay = settings.penalty != "L2" and settings.penalty_step == "proximal"
    if math.isfinite(limit) and not may_stay:
        assert Played("lab", settings.model_copy(update={"learning_rate": 1.1 * limit}), N_STEPS).diverged
    assert ("unless the weights that would overshoot stay at 0" in LAB.text(settings)) == (
        may_stay and math.isfinite(limit)
    )


def test_a_curved_penalty_raises_the_limit_of_proximal_steps_and_lowers_that_of_subgradient_steps():
    plain = LabSettings(**ALL)
    strong = LabSettings(penalty_strength=10.0, **ALL)
    assert stable_learning_rate(plain) < stable_learning_rate(strong) <= 1.0
    rough = strong.model_copy(update={"penalty_step": "subgradient", "penalty": "elastic net"})
    assert stable_learning_rate(rough) == pytest.approx(2.0 / 12.1, rel=0.02)
    assert stable_learning_rate(strong.model_copy(update={"penalise_bias": True})) == math.inf


@each_penalised
def test_the_text_writes_the_step_that_is_taken(settings):
    text = LAB.text(settings)
    assert ("The proximal step" in text) == (settings.penalty_step == "proximal")
    assert (r"w \leftarrow w -" in text) == (settings.penalty_step == "subgradient")


@pytest.mark.parametrize("model_name", LAB.settings.controls()["model"].texts)
@pytest.mark.parametrize(("data", "n_layers"), [*product(DATASETS, (0.0, 2.0))])
def test_the_text_names_the_model_that_runs_and_defines_its_prediction(model_name, data, n_layers):
    settings = LabSettings(model=model_name, data=data, hidden_layers=n_layers)
    text, is_probability = LAB.text(settings), loss_name(settings) == "log loss"
    assert (r"\hat y = \sigma(z)" in text) == is_probability
    assert (r"\hat y = z" in text) == (not is_probability)
    kind = "a network" if model(settings).hidden else "logistic regression" if is_probability else "linear regression"
    assert f"The model is {kind}:" in text


def test_the_help_of_the_data_names_every_set_at_its_task():
    choice = LAB.settings.controls()["data"]
    numbers, classes = choice.help.split(", a class for the others: ")
    first_of_three = choice.options.index(classes_in_plane()[0])
    assert classes == f"one of two, or from {classes_in_plane()[0]} on of three."
    for place, name in enumerate(choice.options[:-1]):
        kind = chosen(LabSettings(data=name)).kind
        assert (name in numbers) == (kind.task == "regression")
        assert kind.task == "regression" or kind.n_outputs == (1 if place < first_of_three else 3)


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("standardise", [False, True])
def test_a_diverged_run_is_told_only_what_would_help(own, standardise):
    words = {"data": OWN_DATA, "own_data": own_text("regression", 2)} if own else {"data": "unequal scales"}
    settings = LabSettings(**words, learning_rate=0.3, standardise=standardise, penalty_strength=0.1)
    said = explain_divergence(settings, 5)
    assert ("tandardise" in said) == (
        not standardise
        and stable_learning_rate(settings.model_copy(update={"standardise": True})) > 0.3
        and stable_learning_rate(settings) < 0.3
    )


def test_proximal_steps_are_advised_where_they_converge():
    rough = LabSettings(penalty_strength=10.0, penalty_step="subgradient", learning_rate=0.2)
    assert "take the proximal step" in explain_divergence(rough, 45)
    assert "take the proximal step" not in explain_divergence(rough.model_copy(update={"learning_rate": 2.0}), 45)


def preset(name):
    return next(preset for preset in PRESETS if preset.name == name)


def test_no_cure_of_overfitting_is_said_to_keep_the_loss_down_where_it_rises():
    runs = {
        name: Played("lab", preset(name).settings, 20000)["validation_loss"]
        for name in ("Overfit", "… cured by dropout", "… cured by L2")
    }
    plain, dropout, ridge = runs.values()
    assert "turns later and rises far less" in preset("… cured by dropout").watch
    assert dropout.argmin() > 5 * plain.argmin()
    assert dropout[-1] - dropout.min() < 0.1 * (plain[-1] - plain.min())
    assert "settles near 0.4" in preset("… cured by L2").watch
    assert np.abs(ridge[1000:] - 0.4).max() < 0.05


def test_the_largest_rate_overshoots_ever_farther_in_the_steepest_direction_only():
    settings = preset("Toy line, η = 1").settings
    run = experiment(settings)
    A = np.column_stack([np.ones(len(run.y)), run.X])
    best = np.linalg.lstsq(A, run.y, rcond=None)[0]
    played = Played("lab", settings, 60)
    along = (played["shown_weights"] - best) @ np.linalg.eigh(A.T @ A)[1][:, -1]
    assert np.all(np.sign(along[1:]) == -np.sign(along[:-1]))
    assert np.abs(along[-10:]).min() > 3.0 * np.abs(along[:10]).max()
    assert np.any(np.diff(played["batch_loss"][1:]) < 0.0)
    assert "by more than the last" not in preset("Toy line, η = 1").watch


def test_batches_of_one_can_diverge_below_the_limit():
    ends = []
    for seed in range(5):
        settings = LabSettings(batch_size=1, learning_rate=0.5, seed=seed)
        assert settings.learning_rate < stable_learning_rate(settings)
        assert "its steps can diverge earlier" in LAB.text(settings)
        ends.append(Played("lab", settings, 2000).diverged)
    assert any(ends)


def test_a_sentence_about_the_limit_is_one_paragraph():
    for settings in PENALISED:
        about = next(part for part in LAB.text(settings).split("\n\n") if "With all examples" in part)
        assert about.rstrip().endswith(".")
