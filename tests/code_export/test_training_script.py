"""The script of every page that trains, run for its presets, finds the losses and weights that the page streams."""

import numpy as np
import pytest

from nnviz.code_export.data_code import SOURCES
from nnviz.code_export.trained import Trains
from nnviz.code_export.training_script import training_script
from nnviz.core.data.class_datasets import CLASS_DATASETS
from nnviz.core.data.datasets import DATASETS
from nnviz.core.data.labels import LABELS
from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from tests.code_export.executed import executed, imported

LESSONS = [lesson for lesson in discover().values() if isinstance(lesson.run, Trains) and lesson.code is None]
PRESETS = [
    pytest.param(lesson, preset.settings, id=f"{lesson.slug}: {preset.name}")
    for lesson in LESSONS
    for preset in lesson.presets
]
SGD_SIDES = ("show_1", "show_8", "show_yours", "show_all")
LOSSES = {
    "gradient-descent": [f"loss_{place}" for place in range(6)],
    "stochastic-gradient-descent": [f"training_loss_{side}" for side in SGD_SIDES],
    "logistic-regression": ["cross_entropy"],
    "xor": ["squared_loss", "log_loss"],
    "dropout": ["scaled_training_loss", "inverted_training_loss", "without_training_loss"],
    "batch-normalization": ["normalised_training_loss", "beside_training_loss"],
}
"""The page -> the streamed array with the loss of each run; elsewhere it is `training_loss`."""

PRECISION = {np.dtype(np.float64): 1e-12, np.dtype(np.float32): 1e-6}  # the digits that an array travels with
MOST_UPDATES = 3000
FEW = {"batch-normalization": 40}
"""Steps where the learning rate is so large that a difference in the last digit grows tenfold in twenty steps."""


def steps_for(lesson, settings):
    """Some steps of the page, fewer where a step is many updates."""
    steps = FEW.get(lesson.slug, 150)
    while max(part.n_updates for part in lesson.run.trained(settings, steps).values()) > MOST_UPDATES:
        steps //= 4
    return steps


def streamed(lesson, settings, steps):
    start = lesson.run.start(settings)
    return start.then(lesson.run.resume(settings, start.checkpoint, StepBudget(steps)))


def results_of(names):
    """(weights, losses) of each run of a script."""
    return list(names["results"].values()) if "results" in names else [(names["w"], names["losses"])]


BESIDE_THE_WEIGHTS = ("diverged_at", "moving mean", "moving variance")


def end_weights(chunk, n_runs):
    """The weights (n_runs, P) at the end of a chunk; None where the page does not send them."""
    arrays = [array for name, array in chunk.checkpoint.arrays.items() if not name.endswith(BESIDE_THE_WEIGHTS)]
    return [row for array in arrays for row in np.atleast_2d(array)][:n_runs]


@pytest.mark.parametrize(("lesson", "settings"), PRESETS)
def test_a_script_finds_the_losses_and_weights_of_its_page(lesson, settings):
    steps = steps_for(lesson, settings)
    check_results(lesson, settings, steps, executed(training_script([lesson.run.trained(settings, steps)])))


def check_results(lesson, settings, steps, names):
    """Compare what a script leaves behind with the losses and weights that its page streams for these steps."""
    chunk, found = streamed(lesson, settings, steps), results_of(names)
    compared = 0
    for array, (_, losses) in zip(LOSSES.get(lesson.slug, ["training_loss"]), found, strict=False):
        if array not in chunk.frames:
            continue
        expected = np.asarray(chunk.frames[array])
        side = array.removeprefix("training_loss_")
        at = chunk.frames.get(f"updates_{side}", chunk.frames["step"])
        same = np.isfinite(expected) & (np.asarray(at) < len(losses))
        precision = PRECISION[expected.dtype]
        np.testing.assert_allclose(np.array(losses)[at[same]], expected[same], rtol=precision, atol=0.01 * precision)
        compared += same.sum()
    for expected, (weights, _) in zip(end_weights(chunk, len(found)), found, strict=False):
        if not chunk.ending.startswith("Diverged") and np.isfinite(expected).all():
            assert np.abs(weights - expected).max() <= 1e-12 * np.abs(expected).max()
            compared += 1
    assert compared


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_script_imports_numpy_and_for_its_picture_matplotlib(lesson):
    text = training_script([lesson.run.trained(lesson.settings(), 10)])
    assert imported(text) == {"numpy", "matplotlib.pyplot"}
    assert max(map(len, text.splitlines())) <= 120


def moved(lesson, before, after, at, steps):
    """The state after `steps`, of which those from `at` on are under other settings; and the script's weights."""
    start = lesson.run.start(before)
    reached = lesson.run.resume(before, start.checkpoint, StepBudget(at)).checkpoint
    ended = lesson.run.resume(after, reached, StepBudget(steps - at))
    text = training_script([lesson.run.trained(before, at), lesson.run.trained(after, steps)])
    return ended, results_of(executed(text)), text


MOVES = {
    "the learning rate": ({}, {"learning_rate": 0.1}),
    "the batch size": ({"batch_size": 64}, {"batch_size": 8}),
    "a penalty comes": ({}, {"penalty_strength": 0.05}),
    "another penalty": ({"penalty_strength": 0.05, "penalty": "L1"}, {"penalty_strength": 0.1, "penalty": "L2"}),
    "its step": ({"penalty_strength": 0.05}, {"penalty_strength": 0.05, "penalty_step": "subgradient"}),
    "what it touches": ({"penalty_strength": 0.05}, {"penalty_strength": 0.05, "penalise_bias": True}),
    "dropout comes": ({}, {"dropout_rate": 0.3}),
    "clipping comes": ({}, {"clip_norm": 0.1}),
    "all examples": ({}, {"batch_size": float("inf")}),
}
NETWORK = {"data": "circle", "model": "network", "activation": "ReLU"}


@pytest.mark.parametrize("model", [{}, NETWORK], ids=["line", "network"])
@pytest.mark.parametrize("move", MOVES)
def test_a_script_moves_the_control_that_was_moved(model, move):
    lesson = discover()["lab"]
    first, second = ({**model, **words} for words in MOVES[move])
    before, after = lesson.settings(**first), lesson.settings(**second)
    ended, ((weights, _),), text = moved(lesson, before, after, 37, 90)
    expected = ended.checkpoint.arrays["weights"]
    assert np.abs(weights - expected).max() <= 1e-12 * np.abs(expected).max()
    assert ("if step == 37:" in text) == (model != {} or move != "dropout comes")  # a line has nothing to drop


@pytest.mark.parametrize("slug", ["dropout", "batch-normalization", "penalties"])
def test_a_control_that_moves_moves_in_every_run_of_a_script(slug):
    lesson = discover()[slug]
    before = lesson.settings()
    after = before.model_copy(update={"learning_rate": 0.05, "batch_size": 16})
    ended, found, _ = moved(lesson, before, after, 20, 60)
    for expected, (weights, _) in zip(end_weights(ended, len(found)), found, strict=True):
        assert np.abs(weights - expected).max() <= 1e-12 * np.abs(expected).max()


def test_what_a_run_does_not_use_is_not_in_its_script():
    lesson = discover()["lab"]
    text = training_script([lesson.run.trained(lesson.settings(), 100)])
    assert len(text.partition("# %% The picture")[0].splitlines()) < 70
    for word in ("sigmoid", "penalty", "dropout", "clip", "layers", "activation"):
        assert word not in text


EXTREMES = {
    "penalties": {"correlation": -0.9, "data": "useless features"},
    "lab": {"data": "spiral", "model": "network", "hidden_layers": 1, "activation": "swish", "batch_size": 1},
    "gradient-descent": {"x_spread": 0.5, "seed": 7},
    "feature-scaling": {"centre": -20, "scale": 3},
    "logistic-regression": {"true_bias": -2, "true_weight": -3},
}


@pytest.mark.parametrize("slug", EXTREMES)
def test_a_script_has_the_very_examples_of_the_page(slug):
    lesson = discover()[slug]
    parts = lesson.run.trained(lesson.settings.parse(EXTREMES[slug]), 5)
    names, run = executed(training_script([parts])), next(iter(parts.values())).experiment
    np.testing.assert_allclose(names["X"], run.X, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(names["y"], run.y, rtol=1e-13, atol=1e-15)


def test_every_data_set_that_is_drawn_has_a_text():
    drawn = {name for name, kind in (DATASETS | CLASS_DATASETS).items() if kind.n_rows is None}
    assert drawn | set(LABELS) <= set(SOURCES)


@pytest.mark.parametrize("name", DATASETS)
def test_every_data_set_is_made_again_by_its_text(name):
    lesson = discover()["lab"]
    parts = lesson.run.trained(lesson.settings(data=name, n_samples=40, standardise=True), 5)
    names, run = executed(training_script([parts])), next(iter(parts.values())).experiment
    np.testing.assert_allclose(names["X"], run.X, rtol=1e-13, atol=1e-14)
    np.testing.assert_array_equal(names["y"], run.y)


@pytest.mark.parametrize("name", CLASS_DATASETS)
def test_every_data_set_of_more_than_two_classes_is_made_again_by_its_text(name):
    lesson = discover()["softmax"]
    text = training_script([lesson.run.trained(lesson.settings(data=name), 5)])
    names, run = executed(text), next(iter(lesson.run.trained(lesson.settings(data=name), 5).values())).experiment
    np.testing.assert_allclose(names["X"], run.X, rtol=1e-13, atol=1e-14)
    np.testing.assert_array_equal(names["y"], run.y)
    assert len(text) < 150_000
