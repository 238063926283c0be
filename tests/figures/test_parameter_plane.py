import numpy as np

from nnviz.figures.descents import Descent
from nnviz.figures.parameter_plane import parameter_plane
from tests.figures.gallery import BALL, MOVING, OPTIMUM, PLANE, RECORDED_PLANE, START


def test_the_colour_bar_is_labelled_with_the_loss_itself():
    bar = parameter_plane(PLANE).data[0].colorbar
    shown = [float(text) for text in bar.ticktext]
    np.testing.assert_allclose(10 ** np.array(bar.tickvals), shown, rtol=1e-12)
    assert "log scale" in bar.title.text


def test_a_click_names_the_settings_that_it_sets():
    figure = parameter_plane(PLANE, click={"x": "start_w0", "y": "start_w1"})
    assert figure.layout.meta == {"click": {"x": "start_w0", "y": "start_w1"}}


def test_without_clicks_the_figure_says_nothing_about_them():
    assert parameter_plane(PLANE).layout.meta is None


def test_equal_aspect_gives_both_weights_one_unit():
    assert parameter_plane(PLANE, equal_aspect=True).layout.yaxis.scaleanchor == "x"
    assert parameter_plane(PLANE).layout.yaxis.scaleanchor is None


def test_the_path_lies_over_the_ball_and_marks_over_the_path():
    figure = parameter_plane(PLANE, [Descent(start=START)], [OPTIMUM], [BALL])
    names = [trace.name for trace in figure.data]
    assert names == ["loss", "L1 ball", "path", "path, now", "start", "least squares"]


def test_several_descents_keep_their_names():
    figure = parameter_plane(PLANE, [Descent("batch size 1"), Descent("batch size 64", dash="dash")])
    assert [trace.name for trace in figure.data if trace.showlegend is not False][1:] == [
        "batch size 1",
        "batch size 64",
    ]


def test_a_recorded_plane_brings_its_contours():
    contours = parameter_plane(RECORDED_PLANE, [MOVING]).data[0]
    assert contours.meta["now"]["z"] == "slice_log_loss"
    assert contours.meta["now"]["customdata"] == "slice_loss"
