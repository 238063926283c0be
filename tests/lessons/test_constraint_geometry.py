import numpy as np
import pytest

from nnviz.core.objectives.penalties import Penalty
from nnviz.core.solvers.closed_form import least_squares
from nnviz.lessons.constraint_geometry import LESSON, experiment
from nnviz.lessons.constraint_geometry.settings import FEATURES, LINE, NOTEBOOKS, SIZES, GeometrySettings

FIGURES = {slot.name: slot.draw for slot in LESSON.figures}


def traces(name, settings):
    return {trace.name: trace for trace in FIGURES[name](settings).data}


@pytest.mark.parametrize("data", [FEATURES, LINE, NOTEBOOKS])
def test_the_star_lies_at_the_least_squares_weights_of_the_data(data):
    settings = GeometrySettings(data=data)
    X, y = experiment.data(settings)
    expected = least_squares(X, y)[-2:]
    np.testing.assert_allclose(experiment.loss(settings).centre, expected, rtol=1e-10)
    star = traces("plane", settings)["least squares"]
    np.testing.assert_allclose([star.x[0], star.y[0]], expected, rtol=1e-10)


@pytest.mark.parametrize("exponent", [0.5, 1.0, 1.5, 2.0, 10.0])
def test_the_drawn_ball_passes_through_the_constrained_optimum_or_holds_it(exponent):
    for size in (0.1, 1.0, 3.0, 12.0):
        settings = GeometrySettings(exponent=exponent, size=size)
        best, strength = experiment.optimum(settings)
        found = experiment.norm(best, exponent)
        assert found == pytest.approx(size, rel=1e-9) if strength else found <= size
        ball = next(trace for name, trace in traces("plane", settings).items() if name.endswith(f"t = {size:g}"))
        sizes = (np.abs(ball.x) ** exponent + np.abs(ball.y) ** exponent) ** (1.0 / exponent)
        np.testing.assert_allclose(sizes, size, rtol=1e-9)


def test_the_marks_lie_on_their_surfaces_and_the_penalised_surface_is_lowest_at_its_mark():
    settings = GeometrySettings(exponent=2.0, size=2.0)
    best, strength = experiment.optimum(settings)
    loss = experiment.loss(settings)
    figure = FIGURES["surfaces"](settings)
    left, right = (trace for trace in figure.data if trace.type == "surface")
    marks = [trace for trace in figure.data if trace.name == "constrained optimum"]
    penalty = Penalty("L2", strength)
    assert marks[0].z[0] == pytest.approx(float(loss.loss(best)))
    assert marks[1].z[0] == pytest.approx(float(loss.loss(best) + penalty.value(best)))
    assert marks[1].z[0] <= right.z.min()
    points = np.stack(np.meshgrid(right.x, right.y), axis=-1)
    np.testing.assert_allclose(right.z - left.z, penalty.value(points), rtol=1e-9)


def test_both_scenes_have_one_camera_and_say_that_they_share_it():
    layout = FIGURES["surfaces"](GeometrySettings()).layout
    assert layout.meta["cameras"] == ["scene", "scene2"]
    assert layout.scene.camera == layout.scene2.camera
    assert layout.scene.domain.x == (0.0, 0.5)
    assert layout.scene2.domain.x == (0.5, 1.0)


def test_dragging_the_ball_sets_its_size_by_the_norm_of_its_own_exponent():
    assert FIGURES["plane"](GeometrySettings(exponent=0.5)).layout.meta == {"drag": {"norm": "size"}, "exponent": 0.5}


def test_the_axes_of_the_plane_stay_while_the_ball_changes():
    figures = [FIGURES["plane"](GeometrySettings(size=size, exponent=p)) for size, p in ((0.1, 1.0), (12.0, 0.5))]
    assert figures[0].layout.xaxis.range == figures[1].layout.xaxis.range


def test_lambda_falls_with_the_size_and_is_zero_from_the_size_of_least_squares_on():
    settings = GeometrySettings(exponent=1.5)
    strengths = experiment.optima(settings).strengths
    size = experiment.norm(experiment.loss(settings).centre, 1.5)
    assert (np.diff(strengths) <= 0.0).all()
    np.testing.assert_array_equal(strengths > 0.0, np.array(SIZES) < size)


def test_the_facts_tell_a_corner_a_touch_and_a_limit_that_does_not_bind():
    assert "exactly 0" in LESSON.summary(GeometrySettings())
    assert "lie 0.0000 degrees" in LESSON.summary(GeometrySettings(exponent=2.0))
    assert "does not bind" in LESSON.summary(GeometrySettings(size=12.0))


def test_below_p_1_the_facts_tell_a_saddle_a_local_minimum_and_the_minimum():
    expected = {0.5: "saddle", 2.0: "local minimum", 3.0: "the **minimum**", 5.0: "saddle", 8.1: "the **minimum**"}
    for size, kind in expected.items():
        assert kind in LESSON.summary(GeometrySettings(exponent=0.5, size=size))
    assert "penalty" not in LESSON.summary(GeometrySettings(exponent=1.0, size=2.0))


def test_below_p_1_the_lowest_place_of_the_penalised_surface_is_marked_where_it_is_not_the_optimum():
    settings = GeometrySettings(exponent=0.5, size=2.0)
    figure = FIGURES["surfaces"](settings)
    lowest = next(trace for trace in figure.data if trace.name == "lowest with penalty")
    raised = [trace for trace in figure.data if trace.name == "constrained optimum"][1]
    assert lowest.z[0] <= figure.data[3].z.min()
    assert lowest.z[0] < raised.z[0]
    assert "lowest with penalty" not in traces("surfaces", GeometrySettings(exponent=0.5, size=3.0))


def test_the_lambda_of_every_size_is_drawn_once_as_a_saddles_or_not():
    settings = GeometrySettings(exponent=0.5)
    drawn = traces("strengths", settings)
    other, saddle = drawn["λ of t"].y, drawn["λ of a saddle"].y
    np.testing.assert_array_equal(np.isnan(other), ~np.isnan(saddle))
    np.testing.assert_array_equal(np.where(np.isnan(other), saddle, other), experiment.optima(settings).strengths)
    assert "λ of a saddle" not in traces("strengths", GeometrySettings())
