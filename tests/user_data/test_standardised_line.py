"""What the pages on descent do with a line of one's own: standardised data, a plane that shows all, and words."""

import json

import numpy as np
import pytest
from scipy import stats

from nnviz.lessons.gradient_descent import LESSON as DESCENT
from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.settings import RATES
from nnviz.lessons.stochastic_gradient_descent import LESSON as STOCHASTIC
from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.standardised_line import in_own_units
from nnviz.user_data.table import OwnTable, as_code
from nnviz.web.drawing import draw_page
from tests.lessons.test_all_lessons import not_a_number_in_json
from tests.user_data.tables import own_text

YEAR = (1990.0, 1994.0, 1998.0, 2002.0, 2006.0, 2010.0, 2014.0, 2018.0)
PRICE = (31000.0, 33500.0, 30100.0, 39900.0, 41000.0, 45500.0, 43200.0, 52000.0)
FIT = stats.linregress(YEAR, PRICE)
each_lesson = pytest.mark.parametrize("lesson", [DESCENT, STOCHASTIC], ids=lambda lesson: lesson.slug)


def text_of(x, y, names=("year", "price")):
    return OwnTable("regression", names, tuple(zip(x, y, strict=True))).text


def settings_of(lesson, x=YEAR, y=PRICE, **others):
    return lesson.settings(data=OWN_DATA, own_data=text_of(x, y), **others)


def bowl(lesson, settings):
    return experiment.bowl(settings) if lesson is DESCENT else runs.comparison(settings).bowl


def figure(lesson, name, settings):
    return next(slot for slot in lesson.figures if slot.name == name).draw(settings)


@each_lesson
def test_the_minimum_is_the_correlation_and_the_bowl_is_round(lesson):
    found = bowl(lesson, settings_of(lesson))
    np.testing.assert_allclose(found.optimum, [0.0, FIT.rvalue], atol=1e-12)
    np.testing.assert_allclose(found.least, 1.0 - FIT.rvalue**2, rtol=1e-10)
    np.testing.assert_allclose(found.curvatures, [2.0, 2.0], rtol=1e-12)


@each_lesson
def test_the_page_says_that_the_data_are_standardised_in_the_notice_and_on_the_axes(lesson):
    settings = settings_of(lesson)
    assert "Your feature and target are standardised here" in lesson.notice(settings)
    layout = figure(lesson, "parameter-plane", settings).layout
    assert "standardised" in layout.xaxis.title.text
    assert "standardised" in layout.yaxis.title.text
    hyperparameters = figure(lesson, "parameter-plane", lesson.settings()).layout
    assert (hyperparameters.xaxis.title.text, hyperparameters.yaxis.title.text) == ("bias", "w1")


@each_lesson
def test_the_text_has_the_line_in_the_units_of_the_data(lesson):
    text = lesson.text(settings_of(lesson))
    assert f"`price` = {FIT.intercept:.6g} + {FIT.slope:.6g} · `year`.".replace("-", "−") in text


def test_a_name_with_signs_of_formulas_stays_a_name():
    own = experiment.chosen(DESCENT.settings(data=OWN_DATA, own_data=text_of(YEAR, PRICE, ("a $x$", "b `c`"))))
    assert "`b 'c'` = " in in_own_units(own, 0)
    assert as_code("a $x$") == "`a $x$`"


STARTS = [(0.0, 0.0), (-2.5, 2.9), (16.0, -6.0), (-4.0, 14.0)]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("x_spread", [0.5, 1.0, 3.0])
def test_every_path_that_converges_and_the_minimum_lie_in_the_plane(start, x_spread):
    settings = settings_of(DESCENT, x_spread=x_spread, start_w0=start[0], start_w1=start[1])
    limit = experiment.bowl(settings).largest_stable_learning_rate
    settings = settings.model_copy(update={"learning_rate": max(rate for rate in RATES if rate < 0.999 * limit)})
    frames = DESCENT.run.resume(settings, DESCENT.run.start(settings).checkpoint, StepBudget(200)).frames
    for rate in experiment.rates(settings):
        if rate.value < limit:
            assert np.isfinite(frames[f"path_x_{rate.place}"]).all(), rate.name
    layout = figure(DESCENT, "parameter-plane", settings).layout
    for axis, weight in zip((layout.xaxis, layout.yaxis), experiment.bowl(settings).optimum, strict=True):
        assert axis.range[0] < weight < axis.range[1]


def test_the_plane_stays_when_the_start_moves_in_it():
    planes = [experiment.ranges(settings_of(DESCENT, start_w0=w0, start_w1=w1)) for w0, w1 in ((0.0, 0.0), (2.0, -1.5))]
    assert planes[0] == planes[1]


def test_a_rate_of_exactly_the_limit_jumps_to_and_fro_and_is_not_said_to_diverge():
    settings = settings_of(DESCENT)
    frames = DESCENT.run.resume(settings, DESCENT.run.start(settings).checkpoint, StepBudget(1000)).frames
    np.testing.assert_allclose(frames["loss_4"], 1.0, rtol=1e-9)  # η = 1
    assert "η = 1 is 2/λmax itself" in DESCENT.notice(settings)
    assert "diverges" not in DESCENT.notice(settings)
    assert "η = 1 lies above" in DESCENT.notice(settings_of(DESCENT, x_spread=1.1))


def test_the_spread_of_x_acts_on_own_data_and_the_loss_at_the_minimum_stays():
    wide = experiment.bowl(settings_of(DESCENT, x_spread=3.0))
    np.testing.assert_allclose(wide.curvatures, [2.0, 18.0], rtol=1e-12)
    np.testing.assert_allclose(wide.optimum[1], FIT.rvalue / 3.0, rtol=1e-12)
    np.testing.assert_allclose(wide.least, 1.0 - FIT.rvalue**2, rtol=1e-10)
    assert "stretched to the standard deviation 3." in DESCENT.notice(settings_of(DESCENT, x_spread=3.0))
    assert "stretched" not in DESCENT.notice(settings_of(DESCENT))


@each_lesson
def test_a_bias_that_is_0_but_for_rounding_has_no_sign(lesson):
    below = settings_of(lesson, PRICE, YEAR)
    assert np.signbit(bowl(lesson, below).optimum[0])
    assert "−0.00000000" not in lesson.text(below)


@pytest.mark.parametrize("learning_rate", [0.0001, 0.01, 0.7943282347242815])
def test_the_plane_of_the_stochastic_paths_shows_their_start_and_the_minimum(learning_rate):
    rate = STOCHASTIC.settings.controls()["learning_rate"].parse(learning_rate)
    settings = settings_of(STOCHASTIC, learning_rate=rate)
    layout, found = figure(STOCHASTIC, "parameter-plane", settings).layout, runs.comparison(settings)
    for point in (found.start, found.bowl.optimum, *found.runs["show_all"].weights):
        for axis, weight in zip((layout.xaxis, layout.yaxis), point, strict=True):
            assert axis.range[0] < weight < axis.range[1]


def test_the_seed_does_nothing_to_descent_unless_there_are_too_many_rows():
    assert "seed" in DESCENT.disabled_reasons(settings_of(DESCENT))
    many = DESCENT.settings(data=OWN_DATA, own_data=own_text("regression", 1, 2000))
    assert "seed" not in DESCENT.disabled_reasons(many)
    assert "1,000 of your 2,000 rows" in DESCENT.notice(many)


EXACT = (YEAR, tuple(-2.0 * x for x in YEAR))
NO_SLOPE = ((1.0, 2.0, 3.0, 4.0), (1.0, -1.0, -1.0, 1.0))
FAR_AWAY = (tuple(9_999_900.0 + x for x in range(8)), PRICE)


@pytest.mark.parametrize("rows", [EXACT, NO_SLOPE, FAR_AWAY], ids=["exact", "no slope", "far away"])
@each_lesson
def test_rows_at_the_limits_are_drawn_as_strict_json(lesson, rows):
    for view in ("the whole way", "close to least squares"):
        others = {"view": view} if lesson is STOCHASTIC else {}
        page = draw_page(lesson, settings_of(lesson, *rows, **others))
        json.loads(json.dumps(page.figures, allow_nan=False), parse_constant=not_a_number_in_json)


@pytest.mark.parametrize("slug", ["least-squares", "gradient-descent", "stochastic-gradient-descent"])
def test_the_page_takes_one_number_and_a_target(slug):
    control = discover()[slug].settings.controls()["own_data"]
    assert (control.tasks, control.n_features) == (("regression",), (1,))
    assert control.parse(own_text("regression", 2)) is None
    assert control.parse(own_text("classification", 1)) is None
