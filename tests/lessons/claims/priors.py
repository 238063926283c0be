"""What the page on priors claims, computed from its posteriors."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.analysis.priors import PRIORS, penalised_fit
from nnviz.lessons.priors import LESSON, experiment, messages, page_values
from nnviz.lessons.priors.settings import PriorSettings
from tests.lessons.claims import Claims, priors_presets
from tests.lessons.claims.priors_presets import changed, densities

FIGURES = {slot.name: slot.draw for slot in LESSON.figures}


def logarithm_is_the_penalised_loss(settings):
    line, w = experiment.line(settings), np.linspace(-3.0, 3.0, 13)
    loss = np.mean((line.y - w[:, None] * line.x) ** 2, axis=1)
    for name, size in (("Normal", w**2), ("Laplace", np.abs(w))):
        scale = experiment.scale(settings, name)
        logarithm = line.log_likelihood(w) + PRIORS[name].log_density(w, scale)
        both = -2.0 * line.variance_per_example * logarithm
        np.testing.assert_allclose(
            both - both[0], (loss + settings.penalty_strength * size) - (loss + settings.penalty_strength * size)[0],
            rtol=1e-8, atol=1e-9 * loss.max(),
        )  # fmt: skip


def mode_is_the_fit(settings):
    w, _, _, after = densities(settings)
    line, kind = experiment.line(settings), {"Normal": "L2", "Laplace": "L1"}[settings.prior]
    assert w[np.argmax(after)] == penalised_fit(line, kind, settings.penalty_strength)


def modes_lie_on_the_line_of_the_fits(settings):
    found = FIGURES["modes"](settings).data
    np.testing.assert_array_equal(found[1].y, found[0].y[::5])


def narrower_with_lambda(settings):
    found = [changed(settings, penalty_strength=strength) for strength in (0.001, 0.02, 0.5, 10.0)]
    for name in PRIORS:
        assert np.all(np.diff([experiment.scale(at, name) for at in found]) < 0.0)
    sizes = np.abs([experiment.fit(at) for at in found])
    assert np.all((np.diff(sizes) < 0.0) | (sizes[1:] == 0.0))


def lambda_shrinks_like_1_over_n(settings):
    variances = settings.noise**2 / np.array([10.0, 100.0])
    for prior in PRIORS.values():
        few, many = (prior.strength(0.7, variance) for variance in variances)
        assert few / many == pytest.approx(10.0)


def pulled_to_the_centre(settings):
    line, w, centre = experiment.line(settings), experiment.grid(settings), 0.75
    moved = type(line)(line.x, line.y - centre * line.x, line.noise)
    fit = centre + penalised_fit(moved, experiment.prior(settings).penalty, settings.penalty_strength)
    w = np.sort(np.append(w, fit))
    after = line.log_likelihood(w) + experiment.prior(settings).log_density(w - centre, experiment.scale(settings))
    assert after.max() - after[np.flatnonzero(w == fit)[0]] < 1e-7
    assert min(centre, line.likeliest) - 1e-12 <= fit <= max(centre, line.likeliest) + 1e-12


def pull_of_the_normal_fades(settings):
    w, slope = np.array([0.0, 0.1, 0.2, 0.4]), PRIORS["Normal"].slope
    pulls = -slope(w, experiment.scale(settings, "Normal"))
    assert pulls == pytest.approx(pulls[1] * w / 0.1)


def pull_of_the_laplace_stays_and_wins_at_0(settings):
    line, scale = experiment.line(settings), experiment.scale(settings, "Laplace")
    pulls = -PRIORS["Laplace"].slope(np.array([1e-9, 0.1, 4.0]), scale)
    assert np.ptp(pulls) == 0.0
    of_data = abs(line.likeliest) / line.spread**2  # the slope of the log likelihood at 0
    zero = penalised_fit(line, "L1", settings.penalty_strength) == 0.0
    if abs(of_data - pulls[0]) > 1e-9 * of_data:
        assert zero == (of_data < pulls[0])


def probability_on_both_sides(settings):
    settings = changed(settings, prior="Laplace")
    if experiment.fit(settings) == 0.0:
        w, _, _, after = densities(settings)
        sides = [np.trapezoid(np.where(side * w >= 0.0, after, 0.0), w) for side in (-1.0, 1.0)]
        assert min(sides) > 1e-3


def the_corner_decides(settings):
    """Where one fit is exactly 0 the other is not, though both have the same λ, whatever the heights are."""
    line = experiment.line(settings)
    for strength in (0.001, 0.5, 10.0):
        assert penalised_fit(line, "L2", strength) != 0.0 or line.likeliest == 0.0
    assert penalised_fit(line, "L1", 100.0) == 0.0
    wide, narrow = (PRIORS[name].density(np.zeros(1), scale)[0] for name, scale in (("Laplace", 1.0), ("Normal", 0.1)))
    assert wide < narrow


def higher_near_and_far(settings):
    said = page_values.values(settings)
    for w, higher in ((0.2, True), (0.3, False), (1.7, False), (1.8, True), (5.0, True)):
        laplace, normal = (PRIORS[name].density(np.array(w), 1.0) for name in ("Laplace", "Normal"))
        assert (laplace > normal) == higher == (w < said["near"] or w > said["far"])
    assert (said["normal_variance"], said["laplace_variance"]) == pytest.approx((1.0, 2.0), abs=1e-6)
    assert said["laplace_at_0_of_variance_1"] == pytest.approx(np.sqrt(0.5), abs=1e-6)


def both_get_narrower(settings):
    strength = settings.penalty_strength
    few, many = (PriorSettings(n_samples=n, penalty_strength=strength) for n in (10, 500))
    assert _spread(few.n_samples) > _spread(many.n_samples)
    for name in PRIORS:
        assert experiment.scale(few, name) > experiment.scale(many, name)


@cache
def _spread(n_samples):
    return np.mean([experiment.line(PriorSettings(seed=seed, n_samples=n_samples)).spread for seed in range(10)])


def both_get_wider(settings):
    calm, noisy = (changed(PriorSettings(seed=settings.seed), noise=noise) for noise in (0.5, 2.0))
    assert experiment.line(noisy).spread == pytest.approx(4.0 * experiment.line(calm).spread)
    for name in PRIORS:
        assert experiment.scale(noisy, name) > experiment.scale(calm, name)


def likelihood_moves_and_the_prior_stays(settings):
    drawn = changed(settings, data=PriorSettings().data)
    found = [changed(drawn, true_weight=weight) for weight in (-3.0, 0.0, 3.0)]
    assert np.diff([experiment.line(at).likeliest for at in found]) == pytest.approx([3.0, 3.0])
    assert len({experiment.scale(at) for at in found}) == 1
    for at in found:
        likeliest = experiment.line(at).likeliest
        assert min(0.0, likeliest) <= experiment.fit(at) <= max(0.0, likeliest)


def drawn_at_the_scales_it_says(settings):
    figure = FIGURES["densities"](settings)
    for trace, (name, prior) in zip(figure.data, PRIORS.items(), strict=True):
        scale = 1.0 if settings.both_at_one else experiment.scale(settings, name)
        np.testing.assert_allclose(trace.y, prior.density(trace.x, scale))


def posterior_is_the_normalised_product(settings):
    w, like, prior, after = densities(settings)
    assert np.trapezoid(after, w) == pytest.approx(1.0)
    seen = (after > 1e-12 * after.max()) & (like > 1e-200) & (prior > 1e-200)
    if seen.any():
        constant = np.log(after[seen]) - np.log(like[seen]) - np.log(prior[seen])
        np.testing.assert_allclose(constant, constant[0], atol=1e-6)


CLAIMS = Claims(
    watch=priors_presets.WATCH,
    right={"Laplace prior, mode at zero": priors_presets.can_be_0},
    because={"Laplace prior, mode at zero": priors_presets.slopes_pull_more_than_the_data},
    sentences={
        "is the mean squared error plus a penalty and a constant": logarithm_is_the_penalised_loss,
        "So the mode of the posterior (maximum a posteriori, MAP) is the ridge fit": mode_is_the_fit,
        "the same weight for every λ": modes_lie_on_the_line_of_the_fits,
        "A larger λ is a narrower prior": narrower_with_lambda,
        "and the mode of the posterior moves there": narrower_with_lambda,
        "the more data, the less the belief weighs": lambda_shrinks_like_1_over_n,
        "and the fit is pulled to": pulled_to_the_centre,
        "so its pull fades near 0": pull_of_the_normal_fades,
        "the Normal's fades at 0, the Laplace's does not": pull_of_the_laplace_stays_and_wins_at_0,
        "pulls equally hard at any distance": pull_of_the_laplace_stays_and_wins_at_0,
        "the posterior still has probability on both sides": probability_on_both_sides,
        "is not this height but the corner": the_corner_decides,
        "the Laplace density is the higher one": higher_near_and_far,
        "with λ kept, the prior gets narrower along with it": both_get_narrower,
        "the likelihood gets wider": both_get_wider,
        "the prior stays at 0 and pulls the posterior towards it": likelihood_moves_and_the_prior_stays,
        "at the scales that λ gives them, or both at 1": drawn_at_the_scales_it_says,
        "with τ = 1 and b = 1": drawn_at_the_scales_it_says,
        "the posterior is likelihood times prior, area 1": posterior_is_the_normalised_product,
    },
    computed={
        "means Normal τ =": messages.summary,
        "At 0 the Laplace density is then": page_values.values,
        "With the variance 1 for both it is": page_values.values,
    },
    definitions={
        "Both priors have their centre at": "defines the priors",
        "a normal density belongs to ridge": "names the two; the mode is computed above",
        "the draws are others, of the same kind": "says what a seed is",
    },
)
