"""Pages whose run is no training have scripts of their own, which find the page's numbers."""

import numpy as np
import pytest

from nnviz.code_export.trained import Trains
from nnviz.core.analysis.information import cross_entropy, entropy, kl_divergence
from nnviz.core.analysis.odds import log_odds_of_probability, odds_of_probability
from nnviz.core.analysis.priors import penalised_fit, posterior
from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.lessons.automatic_differentiation.graph import computation
from nnviz.lessons.bias import fits
from nnviz.lessons.bias.settings import MODELS
from nnviz.lessons.constraint_geometry import experiment as geometry
from nnviz.lessons.entropy.bars import bars
from nnviz.lessons.least_squares import samples
from nnviz.lessons.notebook.settings import TITLES
from nnviz.lessons.priors import experiment as priors
from nnviz.page.registry import discover
from nnviz.user_data.control import OWN_DATA
from tests.code_export.executed import executed, imported
from tests.user_data.tables import own_text

LESSONS = discover()
OWN = [lesson for lesson in LESSONS.values() if lesson.code is not None]


def presets_of(slug):
    lesson = LESSONS[slug]
    shown = [("defaults", lesson.settings()), *((preset.name, preset.settings) for preset in lesson.presets)]
    return [pytest.param(settings, id=name) for name, settings in shown]


def script(slug, settings):
    return executed(LESSONS[slug].code(settings))


def test_every_page_has_a_script():
    assert [
        slug for slug, lesson in LESSONS.items() if lesson.code is None and not isinstance(lesson.run, Trains)
    ] == []


@pytest.mark.parametrize("lesson", OWN, ids=lambda lesson: lesson.slug)
def test_a_script_of_a_page_imports_numpy_and_for_its_picture_matplotlib(lesson):
    text = lesson.code(lesson.settings())
    assert imported(text) == {"numpy", "matplotlib.pyplot"}
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("settings", presets_of("odds"))
def test_the_odds_are_those_of_the_page(settings):
    names, p = script("odds", settings), np.array(settings.probability)
    assert names["odds"] == pytest.approx(odds_of_probability(p), rel=1e-12)
    assert names["log_odds"] == pytest.approx(log_odds_of_probability(p), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("settings", presets_of("entropy"))
def test_the_entropies_are_those_of_the_page(settings):
    names, typed = script("entropy", settings), bars(settings)
    expected = [entropy(typed.p, settings.unit), kl_divergence(typed.p, typed.q, settings.unit)]
    expected.append(cross_entropy(typed.p, typed.q, settings.unit))
    np.testing.assert_allclose(names["sums"]["bars"], expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("settings", presets_of("priors"))
def test_the_posterior_and_its_mode_are_those_of_the_page(settings):
    names, line, prior = script("priors", settings), priors.line(settings), priors.prior(settings)
    assert names["scale"] == pytest.approx(priors.scale(settings), rel=1e-12)
    fit = penalised_fit(line, prior.penalty, settings.penalty_strength)
    assert names["penalised_fit"]() == pytest.approx(fit, rel=1e-12)
    np.testing.assert_allclose(
        names["posterior"], posterior(line, prior, priors.scale(settings), names["w"]), rtol=1e-9, atol=1e-12
    )
    assert names["mode"] == pytest.approx(fit, abs=2.0 * np.diff(names["w"]).max())


@pytest.mark.parametrize("settings", presets_of("constraint-geometry"))
def test_the_lowest_place_of_the_ball_is_that_of_the_page(settings):
    names = script("constraint-geometry", settings)
    weights, strength = geometry.optimum(settings)
    bowl = geometry.loss(settings)
    np.testing.assert_allclose(names["centre"], bowl.centre, rtol=1e-10, atol=1e-12)
    assert names["loss"](names["best"]) == pytest.approx(bowl.loss(weights), rel=1e-10)
    np.testing.assert_allclose(names["best"], weights, atol=1e-6)
    assert names["strength"] == pytest.approx(strength, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("settings", presets_of("bias"))
def test_both_fits_are_those_of_the_page(settings):
    names = script("bias", settings)
    for model in MODELS:
        weights, errors, *_ = names["tables"][model]
        table = fits.table(settings, model)
        np.testing.assert_allclose(weights, table.estimates, rtol=1e-10, atol=1e-12)
        np.testing.assert_allclose(errors, table.standard_errors, rtol=1e-9, atol=1e-12)
    for name, bias in (("the slope", False), ("the bias too", True)):
        expected = fits.penalised(settings, settings.penalty_strength, bias)
        np.testing.assert_allclose(names["penalised"][name], expected, rtol=1e-10)


OWN_LINE = LESSONS["least-squares"].settings(data=OWN_DATA, own_data=own_text("regression", 1), seed=3)
NOISELESS = LESSONS["least-squares"].settings(data="the notebook's data without noise")


@pytest.mark.parametrize("settings", [*presets_of("least-squares"), OWN_LINE, NOISELESS])
def test_the_line_and_all_its_redraws_are_those_of_the_page(settings):
    names, acting = script("least-squares", settings), samples.effective(settings)
    drawn = samples.sample(acting)
    np.testing.assert_array_equal(names["x"][: len(drawn.y)], drawn.X[:, 0])
    np.testing.assert_array_equal(names["y"][: len(drawn.y)], drawn.y)
    np.testing.assert_allclose(names["estimates"], samples.estimates(acting), rtol=1e-9, atol=1e-11)


TYPED = ("x", "3", "-x^2*2^w + max(x, y)/v", "log(exp(b)) + swish(w) - relu(v)*cos(x)^3", "2^3*x - 1/0", "x +")


@pytest.mark.parametrize(
    "settings",
    [
        *presets_of("automatic-differentiation"),
        *(LESSONS["automatic-differentiation"].settings(expression=text) for text in TYPED),
    ],
)
def test_both_sweeps_find_the_derivatives_of_the_page(settings):
    names, found = script("automatic-differentiation", settings), computation(settings)
    if isinstance(found, str):
        assert "not understood" in LESSONS["automatic-differentiation"].code(settings)
        return
    for name, slope in found.gradient.items():
        if found.sweeps.nodes[-1].parents:
            assert names[f"d_{name}"] == pytest.approx(slope, rel=1e-12, abs=1e-15, nan_ok=True)


SOLVED = ("ols_noiseless", "ols", "ridge_exact", "lasso_exact", "logit_newton", "scaled_ols", "standardised_ols")


def of_notebook(entry):
    title = next(title for title, name in TITLES.items() if name == entry)
    return script("notebook", LESSONS["notebook"].settings(result=title))


@pytest.mark.parametrize("entry", SOLVED)
def test_a_solved_result_of_the_notebook_has_its_printed_digits(entry):
    printed = numbers_in(next(iter(PRINTED[entry].values())))
    weights = of_notebook(entry)["weights"]
    np.testing.assert_allclose(weights, printed[: len(weights)], atol=6e-7)


@pytest.mark.parametrize("entry", ["gd_3000", "batch_64", "logit_100"])
def test_a_trained_result_of_the_notebook_has_its_printed_digits(entry):
    printed = numbers_in(list(PRINTED[entry].values())[-1])
    np.testing.assert_allclose(of_notebook(entry)["w"], printed, atol=6e-9)


def test_the_table_of_the_notebooks_regression_has_its_printed_digits():
    names = of_notebook("bias_summary")
    expected = numbers_in(PRINTED["bias_summary"]["x1"])[:2]
    np.testing.assert_allclose([names["weights"][1], names["errors"][1]], expected, atol=6e-5)
