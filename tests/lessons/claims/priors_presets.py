"""What the presets of the page on priors say, computed from its posteriors."""

import numpy as np
import pytest

from nnviz.core.analysis.priors import PRIORS, normalised, posterior
from nnviz.lessons.priors import LESSON, experiment
from nnviz.lessons.priors.settings import PriorSettings


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def densities(settings):
    """The weights, and over them likelihood (area 1), prior and posterior."""
    w, line, prior = experiment.grid(settings), experiment.line(settings), experiment.prior(settings)
    scale = experiment.scale(settings)
    return w, normalised(w, line.log_likelihood(w)), prior.density(w, scale), posterior(line, prior, scale, w)


def mean(settings):
    line = experiment.line(settings)
    return experiment.prior(settings).posterior_mean(line.likeliest, line.spread, experiment.scale(settings))


def leans_towards_0(settings):
    likeliest = experiment.line(settings).likeliest
    assert 0.0 < experiment.fit(settings) < 0.9 * likeliest
    assert 0.0 < mean(settings) < 0.9 * likeliest


def mode_is_0_and_the_mean_is_not(settings):
    w, _, _, after = densities(settings)
    assert w[np.argmax(after)] == experiment.fit(settings) == 0.0
    assert abs(mean(settings)) > 0.01
    slopes_pull_more_than_the_data(settings)


def slopes_pull_more_than_the_data(settings):
    line = experiment.line(settings)
    of_data = np.abs(np.diff(line.log_likelihood(np.array([-1e-6, 1e-6]))))[0] / 2e-6
    of_prior = -PRIORS["Laplace"].slope(np.array([1e-6]), experiment.scale(settings))[0]
    assert 0.0 < of_data < of_prior


def can_be_0(settings):
    assert abs(experiment.line(settings).likeliest) > 0.05  # the data say that the weight is not 0
    w, _, _, after = densities(settings)
    return int(w[np.argmax(after)] == 0.0)


def a_bell_between(settings):
    w, _, _, after = densities(settings)
    line, deviation = experiment.line(settings), experiment.scale(settings)
    share = 1.0 / line.spread**2 / (1.0 / line.spread**2 + 1.0 / deviation**2)
    assert experiment.fit(settings) == pytest.approx(share * line.likeliest)
    width = 1.0 / np.sqrt(1.0 / line.spread**2 + 1.0 / deviation**2)
    bell = np.exp(-0.5 * ((w - share * line.likeliest) / width) ** 2) / (width * np.sqrt(2.0 * np.pi))
    np.testing.assert_allclose(after, bell, atol=1e-4 * bell.max())


def less_than_a_fifth_is_kept(settings):
    for seed in range(30):
        at = changed(settings, seed=seed)
        assert 0.0 < experiment.fit(at) < 0.2 * experiment.line(at).likeliest
    assert experiment.scale(settings) < experiment.scale(changed(settings, penalty_strength=1.0))


def hardly_moved(settings):
    first = LESSON.presets[0].settings
    assert (first.n_samples, settings.n_samples, settings.prior) == (10, 500, first.prior)
    assert experiment.scale(settings) == pytest.approx(0.4)
    assert experiment.scale(first) == pytest.approx(0.4)
    for seed in range(10):
        few, many = (changed(at, seed=seed) for at in (first, settings))
        moves = [experiment.line(at).likeliest - experiment.fit(at) for at in (few, many)]
        assert moves[1] < 0.15 * experiment.line(many).spread
        assert abs(moves[0]) > 5.0 * moves[1]


def all_but_the_likelihood(settings):
    w, like, _, after = densities(settings)
    assert len(experiment.line(settings).y) == 1000
    assert 0.5 * np.trapezoid(np.abs(after - like), w) < 0.05


def higher_at_0_and_far(settings):
    assert settings == PriorSettings(both_at_one=True)
    drawn = next(slot for slot in LESSON.figures if slot.name == "densities").draw(settings)
    normal, laplace = (trace.y for trace in drawn.data)
    middle = len(normal) // 2
    assert laplace[middle] > normal[middle]
    assert laplace[0] > normal[0]
    w = np.linspace(-60.0, 60.0, 200_001)
    variances = [np.trapezoid(w**2 * prior.density(w, 1.0), w) for prior in PRIORS.values()]
    assert variances[1] == pytest.approx(2.0 * variances[0], rel=1e-5)


WATCH = {
    "Laplace prior": leans_towards_0,
    "Laplace prior, mode at zero": mode_is_0_and_the_mean_is_not,
    "Normal prior": a_bell_between,
    "A firm belief": less_than_a_fifth_is_kept,
    "Much data": hardly_moved,
    "The notebook's line": all_but_the_likelihood,
    "Both scales at 1": higher_at_0_and_far,
}
