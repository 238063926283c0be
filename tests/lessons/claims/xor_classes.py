"""What the XOR page claims of its two losses where data of one's own have more than two classes, computed."""

import numpy as np

from nnviz.core.objectives.softmax import one_hot, softmax
from nnviz.lessons.xor.experiment import experiments, is_many, learning_rate, n_classes


def so_much_shorter_where_all_are_equal(settings):
    """On z, at equal logits; and both gradients are what the page says of any logits."""
    runs, K, (z, Y) = experiments(settings), n_classes(settings), some_logits(n_classes(settings))
    equal, ratio = np.zeros_like(z), learning_rate(settings.model_copy(update={"same_first_step": True}), "squared")
    squared, log = (run.loss.derivative(equal, Y, np.empty_like(z)) for run in runs.values())
    np.testing.assert_allclose(ratio / settings.learning_rate * squared, log, rtol=1e-12)
    p = softmax(z)
    J = p[:, None] * (np.eye(K)[:, :, None] - p[None])
    told = 2.0 * np.einsum("kjn,jn->kn", J, p - Y)
    np.testing.assert_allclose(runs["squared"].loss.derivative(z, Y, np.empty_like(z)), told, rtol=1e-10, atol=1e-15)
    np.testing.assert_allclose(runs["log"].loss.derivative(z, Y, np.empty_like(z)), p - Y, atol=1e-15)


def falls_where_sure(settings):
    """With one output it is σ′ = q(1 − q); of many classes the squared error pulls neither what is right nor wrong."""
    if not is_many(settings):
        return
    z, Y = some_logits(n_classes(settings))
    for sure in (Y, np.roll(Y, 1, axis=0)):
        pull = experiments(settings)["squared"].loss.derivative(30.0 * sure, Y, np.empty_like(z))
        assert np.abs(pull).max() < 1e-11


def some_logits(n_classes, n=40):
    rng = np.random.default_rng(5)
    return rng.normal(size=(n_classes, n)), one_hot(rng.integers(n_classes, size=n).astype(float), n_classes)


def is_briers_score(settings):
    z, Y = some_logits(n_classes(settings))
    score = ((softmax(z) - Y) ** 2).sum(axis=0)
    np.testing.assert_allclose(experiments(settings)["squared"].loss.value(z, Y), score, rtol=1e-12)
    np.testing.assert_allclose(
        experiments(settings)["log"].loss.value(z, Y), -(Y * np.log(softmax(z))).sum(axis=0), rtol=1e-12
    )
