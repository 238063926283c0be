"""What the presets of the page on stochastic gradient descent say, computed from their runs."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.lessons.stochastic_gradient_descent.messages import notice
from nnviz.lessons.stochastic_gradient_descent.runs import experiment
from nnviz.lessons.stochastic_gradient_descent.settings import PICTURES, SGDSettings


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def pictures_aside(settings):
    return changed(settings, **{name: getattr(SGDSettings(), name) for name in PICTURES})


@cache
def _compared(settings):
    return runs.comparison(settings)


def comparison(settings):
    """The four runs of the settings, made once for all checks."""
    return _compared(pictures_aside(settings))


def excess(settings, switch):
    """The loss of all examples above its minimum: at the start and after every update of a run."""
    compared = comparison(settings)
    return compared.bowl.excess(compared.runs[switch].weights)


def gradients_at_rest(settings):
    """The gradient of every example at the least squares weights: (n_samples, 2)."""
    compared = comparison(settings)
    A = design_matrix(compared.X)
    return 2.0 * (A @ compared.bowl.optimum - compared.y)[:, None] * A


def published_weights(settings):
    run = comparison(settings).runs["show_1"]
    assert run.n_samples == 1000
    for epoch, printed in PRINTED["sgd"].items():
        assert run.weights[1000 * int(epoch)] == pytest.approx(numbers_in(printed), abs=5.1e-9)


def one_of_six(settings):
    starts = []
    for size, printed in PRINTED["batch_sizes"].items():
        own = changed(settings, batch_size=int(size))
        run = comparison(own).runs["show_yours"]
        assert run.weights[-1] == pytest.approx(numbers_in(printed), abs=5.1e-9)
        assert notice(own) == ""
        starts.append(run.weights[0].tolist())
    assert len({tuple(start) for start in starts}) == 6
    assert settings.batch_size == 16


def alike_against_steps(settings):
    """After as many steps the losses of all sizes are within a third; after as many examples they are not."""
    for seed in range(12):
        own = changed(settings, seed=seed)
        after = np.array([excess(own, switch)[[5, 10, 20]] for switch in comparison(own).runs])
        assert np.all(np.ptp(np.log(after), axis=0) < np.log(1.75))
        by_examples = [excess(own, switch)[-1] for switch in comparison(own).runs]
        assert max(by_examples) > 50.0 * min(by_examples)
    assert comparison(settings).runs["show_all"].batch_size == comparison(settings).n_samples


def larger_ones_are_calmer(settings):
    """At the minimum single gradients point everywhere; their mean over a batch is shorter, the larger the batch."""
    gradients = gradients_at_rest(settings)
    angles = np.sort(np.arctan2(gradients[:, 1], gradients[:, 0]))
    assert np.diff(angles).max() < np.pi / 2.0
    rng = np.random.default_rng(2)
    lengths = [
        np.mean([np.linalg.norm(gradients[rng.permutation(200)[:size]].mean(axis=0)) for _ in range(300)])
        for size in (1, 8, 64)
    ]
    assert np.all(np.diff(lengths) < 0.0)
    late = {switch: comparison(settings).runs[switch].weights for switch in ("show_1", "show_8")}
    assert np.all(late["show_1"][5000:].std(axis=0) > 3.0 * late["show_8"][625:].std(axis=0))


def settles_near_the_variance(settings):
    loss = comparison(settings).runs["show_1"].updates.loss
    assert len(loss) == 100_000
    parts = np.split(loss, 10)[1:]
    assert [np.mean(part) for part in parts] == pytest.approx([settings.noise**2] * 9, rel=0.05)
    widths = [np.quantile(part, 0.95) for part in parts]
    assert min(widths) > 3.0
    assert max(widths) < 1.1 * min(widths)
    before_the_step(settings)


def before_the_step(settings):
    """The loss of an update is that of its example at the weights before it."""
    compared, run = comparison(settings), experiment(settings, 1)
    order = run.random_source.of_epoch(0, compared.n_samples, 0).order[:5]
    weights = compared.runs["show_1"].weights[:5]
    fitted = (design_matrix(compared.X)[order] * weights).sum(axis=1)
    assert compared.runs["show_1"].updates.loss[:5] == pytest.approx((fitted - compared.y[order]) ** 2)


def thrown_about_by_large_x(settings):
    compared = comparison(settings)
    assert compared.runs["show_all"].updates.diverged_at is None
    assert excess(settings, "show_all")[-1] < 1e-3 * excess(settings, "show_all")[0]
    single = excess(settings, "show_1")
    assert single.max() > 100.0 * single[0]
    run, away = experiment(settings, 1), compared.runs["show_1"].weights - compared.bowl.optimum
    orders = [run.random_source.of_epoch(epoch, 200, 0).order for epoch in range(int(settings.n_epochs))]
    x = np.abs(compared.X[np.concatenate(orders), 0])
    longer = np.linalg.norm(away[1:], axis=1) > 2.0 * np.linalg.norm(away[:-1], axis=1)
    far = longer & (np.linalg.norm(away[:-1], axis=1) > 5.0)
    assert far.any()
    assert x[far].min() > 1.2


def comes_to_rest(settings):
    assert settings.noise == 0.0
    assert np.abs(gradients_at_rest(settings)).max() < 1e-12
    assert comparison(settings).runs["show_1"].weights[-1] == pytest.approx([6.0, 4.0], rel=1e-10)


def rests(settings):
    usual = comparison(changed(SGDSettings(), n_epochs=20, learning_rate=settings.learning_rate))
    assert usual.runs["show_1"].weights[2000:].std(axis=0).min() > 0.05
    return int(np.allclose(comparison(settings).runs["show_1"].weights[-1], [6.0, 4.0]))


WATCH = {
    "The notebook: one example": published_weights,
    "The notebook: batches of 16": one_of_six,
    "Who is cheaper?": alike_against_steps,
    "It never rests": larger_ones_are_calmer,
    "All updates": settles_near_the_variance,
    "A large step": thrown_about_by_large_x,
    "No noise": comes_to_rest,
}
