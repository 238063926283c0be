import numpy as np
import pytest
import statsmodels.api as sm

from nnviz.lessons.bias import LESSON, fits
from nnviz.lessons.bias.settings import MODELS, NOTEBOOK, THROUGH_ORIGIN, WITH_BIAS, BiasSettings

CASES = {
    "the published data": BiasSettings(data=NOTEBOOK),
    "seed 1, N = 20": BiasSettings(seed=1, n_samples=20),
    "seed 2, N = 200": BiasSettings(seed=2, n_samples=200, true_bias=0, noise=2.5),
    "seed 3, N = 1000": BiasSettings(seed=3, n_samples=1000, centre=5),
}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("case", CASES)
def test_every_number_on_the_page_is_the_one_that_statsmodels_prints(case, model):
    settings = fits.effective(CASES[case].model_copy(update={"model": model}))
    drawn = fits.sample(settings)
    table = sm.OLS(drawn.y, sm.add_constant(drawn.X) if MODELS[model] else drawn.X).fit().summary2()
    summary = LESSON.summary(settings)
    for row in table.tables[1].to_numpy():
        assert "| " + " | ".join(f"{value:.4f}" for value in row) + " |" in summary
    cells = [cell.strip() for cell in summary.replace("\n", "|").split("|")]
    scores = table.tables[0].astype(str).to_numpy()
    not_numbers = {"Model:", "Dependent Variable:", "Date:", ""}
    for name, value in scores.reshape(-1, 2):
        assert name in not_numbers or value.strip() in cells, name
    for _, value in table.tables[2].astype(str).to_numpy().reshape(-1, 2):
        assert value.strip() in cells


def test_the_published_table_is_on_the_page():
    summary = LESSON.summary(BiasSettings(data=NOTEBOOK))
    assert "| **const** | 0.0113 | 0.0326 | 0.3471 | 0.7286 | -0.0527 | 0.0753 |" in summary
    assert "| **x1** | 3.9625 | 0.0325 | 121.9539 | 0.0000 | 3.8987 | 4.0262 |" in summary
    for number in ("0.937", "2901.1253", "2910.9408", "-1448.6", "1.487e+04", "1.0632", "4.505", "1.973", "5.227"):
        assert f" {number} " in summary


def test_without_the_bias_it_needs_the_slope_is_far_from_the_truth():
    table = fits.table(BiasSettings(), THROUGH_ORIGIN)
    assert table.lower[0] > fits.TRUE_SLOPE
    honest = fits.table(BiasSettings(), WITH_BIAS)
    assert honest.lower[1] < fits.TRUE_SLOPE < honest.upper[1]


def test_the_interval_holds_the_true_bias_in_95_of_100_samples():
    inside = 0
    for seed in range(100):
        table = fits.table(BiasSettings(seed=seed), WITH_BIAS)
        inside += bool(table.lower[0] < 6.0 < table.upper[0])
    assert abs(inside - 95) <= 4.0 * np.sqrt(100 * 0.95 * 0.05)


@pytest.mark.parametrize("bias", [True, False])
def test_the_error_on_new_data_is_the_mean_over_many_of_them(bias):
    settings = BiasSettings(centre=1.5, noise=0.7)
    weights = fits.penalised(settings, 0.3, bias)
    rng = np.random.default_rng(4)
    x = 1.5 + rng.standard_normal(400_000)
    y = 6.0 + 4.0 * x + 0.7 * rng.standard_normal(400_000)
    squared = (y - weights[0] - weights[1] * x) ** 2
    error_of_mean = squared.std() / np.sqrt(len(squared))
    assert abs(squared.mean() - fits.error_on_new_data(settings, weights)) < 4.5 * error_of_mean


def test_penalising_a_large_bias_costs_more_at_every_strength():
    settings = BiasSettings(true_bias=10, centre=0)
    both, free = (
        fits.error_on_new_data(settings, fits.penalised(settings, fits.STRENGTHS, bias)) for bias in (True, False)
    )
    assert (both[10:] > free[10:]).all()


@pytest.mark.parametrize(("model", "true_bias"), [(WITH_BIAS, 6), (THROUGH_ORIGIN, 0)])
def test_an_exact_fit_says_so_instead_of_a_table_of_rounding(model, true_bias):
    summary = LESSON.summary(BiasSettings(noise=0, model=model, true_bias=true_bias))
    assert "meets every example" in summary


@pytest.mark.parametrize(("true_bias", "centre"), [(6, 0), (6, 5), (0, 0), (0, 5), (-4, 2)])
@pytest.mark.parametrize("strength", [0.01, 1, 10])
def test_what_the_page_says_of_a_missing_or_a_penalised_bias_is_what_is_computed(true_bias, centre, strength):
    settings = BiasSettings(true_bias=true_bias, centre=centre, penalty_strength=strength, noise=0)
    x = fits.sample(settings).X[:, 0]
    text = " ".join(LESSON.text(settings).split())
    slope = fits.line(settings, THROUGH_ORIGIN)[1]
    if true_bias:
        off = f"{slope - fits.TRUE_SLOPE:.3g}".replace("-", "−")  # without noise it is exactly the tilt
        assert f"= {off}$" in text
        missing = true_bias + (fits.TRUE_SLOPE - slope) * x
        assert f"makes up for {1.0 - np.mean(missing**2) / true_bias**2:.0%} of the mean square" in text
    else:
        dearer = np.sqrt(np.mean(x**2) / np.var(x))
        assert f"= {dearer:.3g}$. The farther" in text
    free, both = (
        float(fits.error_on_new_data(settings, fits.penalised(settings, strength, bias))) for bias in (False, True)
    )
    assert ("costs" in text and f"{both - free:.3g} more" in text) == (both > free)
    assert (f"saves {free - both:.3g}" in text) == (both < free)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("true_bias", [0, 6, 10])
@pytest.mark.parametrize("centre", [0, 1, 5])
def test_what_a_penalised_bias_costs_is_the_difference_of_the_errors_and_no_cause_is_made_up(centre, true_bias, seed):
    settings = BiasSettings(centre=centre, true_bias=true_bias, seed=seed, n_samples=20, penalty_strength=0.1)
    free, both = (
        float(fits.error_on_new_data(settings, fits.penalised(settings, 0.1, bias))) for bias in (False, True)
    )
    text = " ".join(LESSON.text(settings).split())
    assert (f"costs {both - free:.3g} more" in text) == (f"{both:.4g}" != f"{free:.4g}" and both > free)
    assert (f"even saves {free - both:.3g}" in text) == (f"{both:.4g}" != f"{free:.4g}" and both < free)
    assert "pulls towards it" not in text


def test_one_weight_is_one_and_two_are_two_in_the_words_too():
    assert "its weight is 4," in LESSON.summary(BiasSettings(noise=0, true_bias=0, model=THROUGH_ORIGIN))
    assert "its weights are 6, 4," in LESSON.summary(BiasSettings(noise=0))
