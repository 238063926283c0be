"""What the presets of the penalties page say, computed from their runs and their exact weights."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.penalties import LESSON, experiment
from nnviz.lessons.penalties.printed import PRINTED
from nnviz.runs.protocol import StepBudget
from tests.lessons.played import Played


@cache
def played(settings, n_steps):
    return Played("penalties", settings, n_steps)


@cache
def complete(settings):
    """The last frame of the whole run, by chunks with a stride as the browser asks for them."""
    chunk = LESSON.run.start(settings)
    while not chunk.ending:
        chunk = LESSON.run.resume(settings, chunk.checkpoint, StepBudget(1500, 16))
    return {name: array[-1] for name, array in chunk.frames.items()}


def as_printed(weights):
    """As NumPy prints them, apart from the padding between numbers."""
    return str(np.array(weights)).replace("[", "[ ").split()


def words_of(line):
    return line.replace("[", "[ ").split()


def stays_or_jumps(settings):
    run = played(settings, 1000)
    assert np.all(run["proximal_2"][300:] == 0.0)
    signs = np.sign(run["subgradient_2"][300:])
    assert np.all(signs != 0.0)
    assert np.count_nonzero(np.diff(signs)) > 40


def only_proximal(settings):
    run = played(settings, 1000)
    found = {method: (run[f"{method}_zeros"][-300:] == 1).all() for method in ("subgradient", "proximal")}
    return {(True, True): 0, (False, True): 1, (True, False): 2}[found["subgradient"], found["proximal"]]


def full_length_near_zero(settings):
    """From either side of 0 the step is ηλ against the gradient's part, which is far smaller."""
    weights = played(settings, 1000)["subgradient_2"][300:]
    steps = np.abs(np.diff(weights))
    assert steps.min() > 0.4 * settings.learning_rate * settings.penalty_strength
    stays_or_jumps(settings)


def zeros_most_of_the_time(settings):
    run = played(settings, 3000)
    assert np.mean(run["proximal_weights"][1000:, 2:] == 0.0) > 0.5
    assert np.std(run["proximal_1"][1000:]) > 0.01
    assert np.all(run["subgradient_weights"][1000:, 2:] != 0.0)


def shrinks_without_a_zero(settings):
    run, without = played(settings, 1000), played(settings.model_copy(update={"penalty_strength": 0.0}), 1000)
    for method in ("subgradient", "proximal"):
        assert run[f"{method}_zeros"][1:].max() == 0
        ends = [np.linalg.norm(one[f"{method}_weights"][-1, 2:]) for one in (run, without)]
        assert ends[0] < ends[1]


def shared_by_ridge(settings):
    run = played(settings, 1500)
    for method in ("subgradient", "proximal"):
        _, first, second = run[f"{method}_weights"][-1]
        assert first == pytest.approx(second, rel=1e-5)


def half_and_half(settings):
    whole = experiment.exact_now(settings)[1:].sum()
    first, second = played(settings, 1500)["proximal_weights"][-1, 1:]
    shares = np.array([[1.0, 0.0], [0.5, 0.5], [1.0, 1.0]])
    return int(np.argmin(np.abs(shares - np.array([first, second]) / whole).sum(axis=1)))


def halves_are_the_cheapest(settings):
    size = experiment.penalty(settings).size
    assert size(np.array([1.5, 1.5])) == size(np.array([3.0, 0.0])) / 2.0
    assert all(size(np.array([1.5 + d, 1.5 - d])) > size(np.array([1.5, 1.5])) for d in (-1.0, 0.1, 2.0))
    shared_by_ridge(settings)


def splits_differ(settings):
    run, exact = played(settings, 1500), experiment.exact_now(settings)
    ends = [exact, *(run[f"{method}_weights"][-1] for method in ("subgradient", "proximal"))]
    parts = np.array(ends)[:, 1:]
    assert parts.sum(axis=1) == pytest.approx(np.full(3, exact[1:].sum()), abs=0.02)
    assert np.ptp(parts[:, 0]) > 0.1
    values = [float(experiment.objective(settings, np.array([exact[0], a, exact[1:].sum() - a]))) for a in (0, 1, 2)]
    assert values == pytest.approx([values[0]] * 3)


def two_minima_and_the_lower_one(settings):
    for seed in range(40):
        seeded = settings.model_copy(update={"seed": seed})
        exact = experiment.exact_now(seeded)
        assert exact[1] == pytest.approx(3.67, abs=0.3)
        moved = np.repeat(exact[None], 4, axis=0)
        moved[:, 1] = (0.0, 1e-3, -1e-3, exact[1])
        at_zero, *beside, lowest = experiment.objective(seeded, moved)
        assert lowest < at_zero < min(beside)
        run = experiment.sides(seeded)["subgradient"].experiment
        assert advance(run, initial_state(run), 600)[1].weights[1] == pytest.approx(exact[1], abs=0.2)


def printed_digits(name):
    """The run ends at what the notebook prints."""

    def check(settings):
        assert settings == PRINTED[name].settings
        assert as_printed(complete(settings)["subgradient_weights"]) == words_of(PRINTED[name].digits[0])

    return check


def eight_printed_sizes(settings):
    last = complete(settings)
    for place, line in enumerate(PRINTED["ridge_batch_sizes"].digits):
        size, printed = line.split(": ")
        assert experiment.SIZES[place] == int(size)
        assert as_printed([last["trained_0"][place], last["trained_1"][place]]) == words_of(printed)
    assert np.all(np.diff(last["trained_0"]) > 0.0)
    assert np.all(np.diff(last["trained_1"]) > 0.0)
    assert np.all(np.diff(experiment.exact_by_size(settings), axis=0) > 0.0)


def cured(settings):
    exact = experiment.exact_by_size(settings)
    assert np.all(exact == exact[0])
    ends, divided = played(settings, 300), complete(PRINTED["ridge_batch_sizes"].settings)
    for weight in ("trained_0", "trained_1"):
        assert np.ptp(ends[weight][-1]) < 0.1 * np.ptp(divided[weight])


def as_scikit_learn_prints(name):
    def check(settings):
        assert as_printed(experiment.exact_now(settings)) == words_of(PRINTED[name].digits[0])

    return check


def both_methods_end_at_the_printed_digits(settings):
    last = complete(settings)
    for method in ("subgradient", "proximal"):
        assert as_printed(last[f"{method}_weights"]) == words_of(PRINTED["lasso_gd"].digits[0])
        assert np.abs(last[f"{method}_weights"]).min() > 3.0
    X, y, _ = experiment.data(settings)
    A, w = design_matrix(X), experiment.exact_now(settings)
    sklearn_gradient = A.T @ (A @ w - y) / len(y) + 1.0 * np.sign(w)
    assert np.abs(sklearn_gradient).max() < 1e-9


def ridge_keeps_some(settings):
    as_scikit_learn_prints("ridge_exact_noise")(settings)
    assert 0.0 < abs(experiment.exact_now(settings)[-1]) < 0.1


def not_yet_there(settings):
    printed_digits("ridge_gd_noise")(settings)
    off = complete(settings)["subgradient_weights"] - experiment.exact_now(settings)
    A = design_matrix(experiment.data(settings)[0])
    slowest = np.linalg.eigh(A.T @ A)[1][:, 0]
    assert np.abs(off).max() > 0.01
    assert abs(off @ slowest) > 0.99 * np.linalg.norm(off)
    assert slowest[0] * slowest[2] < 0.0
    assert abs(slowest[1]) < 0.01


def one_point_of_an_oscillation(settings):
    printed_digits("lasso_gd_noise")(settings)
    assert complete(settings)["proximal_weights"][-1] == 0.0
    last = played(settings, 1000)["subgradient_2"][-100:]
    assert last.min() < 0.0 < last.max()
    assert f"{last[-1]:.4f}" == "-0.0025"


WATCH = {
    "Lasso: exact zero or oscillation": stays_or_jumps,
    "Lasso in small batches": zeros_most_of_the_time,
    "Ridge never reaches zero": shrinks_without_a_zero,
    "Copied feature, ridge": shared_by_ridge,
    "Copied feature, lasso": splits_differ,
    "p = 0.5: two minima": two_minima_and_the_lower_one,
    "Notebook: ridge in batches of 64": printed_digits("ridge_64"),
    "Notebook: eight batch sizes": eight_printed_sizes,
    "Eight batch sizes, λ not divided": cured,
    "Notebook: exact ridge": as_scikit_learn_prints("ridge_exact"),
    "Notebook: lasso": both_methods_end_at_the_printed_digits,
    "Notebook: exact ridge, useless feature": ridge_keeps_some,
    "Notebook: ridge, useless feature": not_yet_there,
    "Notebook: lasso, useless feature": one_point_of_an_oscillation,
}
