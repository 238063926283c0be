import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad

from nnviz.core.analysis.priors import PRIORS, Line, penalised_fit, posterior, weight_grid
from nnviz.core.solvers.lasso import lasso
from nnviz.core.solvers.ridge import ridge

W = np.linspace(-6.0, 6.0, 241)
REFERENCES = {"Normal": stats.norm, "Laplace": stats.laplace}
each_prior = pytest.mark.parametrize("name", PRIORS)


def _line(n_samples=20, noise=1.0, weight=2.0, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n_samples)
    return Line(x, weight * x + noise * rng.normal(size=n_samples), noise)


@each_prior
@pytest.mark.parametrize("scale", [0.05, 1.0, 30.0])
def test_densities_and_log_densities_are_those_of_scipy(name, scale):
    prior, reference = PRIORS[name], REFERENCES[name](scale=scale)
    np.testing.assert_allclose(prior.density(W, scale), reference.pdf(W), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(prior.log_density(W, scale), reference.logpdf(W), rtol=1e-12)


@each_prior
def test_the_slope_is_the_derivative_of_the_log_density(name):
    prior, step = PRIORS[name], 1e-6
    away = W[np.abs(W) > 0.01]
    difference = (prior.log_density(away + step, 0.7) - prior.log_density(away - step, 0.7)) / (2.0 * step)
    np.testing.assert_allclose(prior.slope(away, 0.7), difference, atol=1e-7)
    assert prior.slope(np.zeros(1), 0.7)[0] == 0.0


@each_prior
@given(strength=st.floats(1e-4, 100.0), variance=st.floats(1e-6, 10.0))
def test_lambda_to_scale_and_back_is_where_it_began(name, strength, variance):
    prior = PRIORS[name]
    assert prior.strength(prior.scale(strength, variance), variance) == pytest.approx(strength, rel=1e-12)


@each_prior
def test_minus_the_log_posterior_is_the_penalised_loss_times_n_over_twice_the_variance(name):
    line, prior, strength = _line(), PRIORS[name], 0.3
    scale = prior.scale(strength, line.variance_per_example)
    log_posterior = line.log_likelihood(W) + prior.log_density(W, scale)
    loss = np.mean((line.y - W[:, None] * line.x) ** 2, axis=1)
    size = {"L1": np.abs(W), "L2": W**2}[prior.penalty]
    scaled = -log_posterior / (0.5 / line.variance_per_example)
    np.testing.assert_allclose(np.diff(scaled), np.diff(loss + strength * size), atol=1e-10)


def test_the_log_likelihood_is_the_sum_of_normal_log_densities():
    line = _line()
    expected = [stats.norm(w * line.x, line.noise).logpdf(line.y).sum() for w in W]
    np.testing.assert_allclose(line.log_likelihood(W), expected, rtol=1e-12)


@each_prior
@pytest.mark.parametrize("n_samples", [2, 20, 500])
@pytest.mark.parametrize("noise", [0.1, 1.0, 3.0])
@pytest.mark.parametrize("strength", [1e-3, 0.03, 0.5, 3.0, 10.0])
def test_the_posterior_integrates_to_one_and_its_mode_is_the_penalised_fit(name, n_samples, noise, strength):
    line, prior = _line(n_samples, noise), PRIORS[name]
    scale = prior.scale(strength, line.variance_per_example)
    fit = penalised_fit(line, prior.penalty, strength)
    grid = weight_grid(line, scale, fit, (-10.0, 10.0))
    density = posterior(line, prior, scale, grid)
    assert np.trapezoid(density, grid) == pytest.approx(1.0, rel=1e-12)
    assert grid[np.argmax(density)] == fit


@each_prior
@pytest.mark.parametrize("n_samples", [2, 20, 500])
@pytest.mark.parametrize("noise", [0.1, 1.0, 3.0])
@pytest.mark.parametrize("strength", [1e-3, 0.03, 0.5, 3.0, 10.0])
@pytest.mark.parametrize("weight", [0.0, 2.0, -5.0])
def test_the_grid_is_fine_enough_for_the_exact_mean_of_the_posterior(name, n_samples, noise, strength, weight):
    line, prior = _line(n_samples, noise, weight), PRIORS[name]
    scale = prior.scale(strength, line.variance_per_example)
    grid = weight_grid(line, scale, penalised_fit(line, prior.penalty, strength), (-200.0, 200.0))
    density = posterior(line, prior, scale, grid)
    expected = np.trapezoid(grid * density, grid)
    deviation = np.sqrt(np.trapezoid((grid - expected) ** 2 * density, grid))
    mean = prior.posterior_mean(line.likeliest, line.spread, scale)
    assert mean == pytest.approx(expected, abs=3e-4 * deviation)


@pytest.mark.parametrize(("likeliest", "spread", "scale"), [(1.2, 0.3, 0.4), (-0.5, 0.2, 0.01), (0.0, 1.0, 1.0)])
def test_the_mean_under_a_laplace_prior_is_that_of_an_adaptive_quadrature(likeliest, spread, scale):
    def density(w):
        return np.exp(-0.5 * ((w - likeliest) / spread) ** 2 - abs(w) / scale + 0.5 * (likeliest / spread) ** 2)

    def moment(power):
        halves = [(-8.0, 0.0), (0.0, 8.0)]
        return sum(
            quad(lambda w: w**power * density(w), *half, points=[-scale, scale], limit=400)[0] for half in halves
        )

    found = PRIORS["Laplace"].posterior_mean(likeliest, spread, scale)
    assert found == pytest.approx(moment(1) / moment(0), rel=1e-8, abs=1e-12)


def test_with_a_normal_prior_the_posterior_is_the_known_normal_one():
    line, strength = _line(5, 2.0), 0.4
    scale = PRIORS["Normal"].scale(strength, line.variance_per_example)
    precision = line.x @ line.x / line.noise**2 + 1.0 / scale**2
    expected = stats.norm(line.x @ line.y / line.noise**2 / precision, 1.0 / np.sqrt(precision))
    grid = weight_grid(line, scale, penalised_fit(line, "L2", strength), (-10.0, 10.0))
    np.testing.assert_allclose(posterior(line, PRIORS["Normal"], scale, grid), expected.pdf(grid), atol=2e-4)


@pytest.mark.parametrize("strength", [0.01, 0.5, 5.0])
def test_the_penalised_fit_is_that_of_ridge_and_lasso_on_mirrored_data(strength):
    line = _line()  # a data set and its mirror image together have a best bias of 0
    X, y = np.concatenate([line.x, -line.x])[:, None], np.concatenate([line.y, -line.y])
    assert penalised_fit(line, "L2", strength) == pytest.approx(ridge(X, y, strength)[1], abs=1e-12)
    assert penalised_fit(line, "L1", strength) == pytest.approx(lasso(X, y, strength)[1], abs=1e-12)


def test_a_strong_laplace_prior_puts_the_mode_at_exactly_zero_and_a_normal_one_never_does():
    line = _line(10, 2.0, weight=0.5)
    assert penalised_fit(line, "L1", 5.0) == 0.0
    assert penalised_fit(line, "L2", 1e6) != 0.0
