import numpy as np

from nnviz.figures.descents import Descent
from nnviz.figures.loss_surface import loss_surface
from tests.figures.gallery import MOVING, OPTIMUM, PLANE, RECORDED_PLANE, START


def test_the_height_is_the_loss():
    surface = loss_surface(PLANE).data[0]
    np.testing.assert_array_equal(surface.z, PLANE.loss)
    assert surface.contours.z.project.z


def test_the_path_grows_and_the_point_is_where_the_run_is_now():
    _, path, point = loss_surface(PLANE).data
    assert path.meta["grow"]["z"] == "path_z"
    assert point.meta["now"]["z"] == "path_z"


def test_marks_stand_on_the_surface():
    figure = loss_surface(PLANE, [Descent(start=START)], [OPTIMUM])
    assert [trace.z for trace in figure.data[-2:]] == [(9.0,), (0.0,)]


def test_axes_end_where_the_plane_ends_so_that_a_diverging_path_leaves_it():
    scene = loss_surface(PLANE).layout.scene
    assert tuple(scene.xaxis.range) == (-3, 3)


def test_a_recorded_plane_is_replaced_with_its_path():
    surface, path, point = loss_surface(RECORDED_PLANE, [MOVING]).data
    assert surface.meta == {"now": {"x": "slice_x", "y": "slice_y", "z": "slice_loss"}}
    assert path.meta["now"]["z"] == "path_z"
    assert point.meta["now"]["z"] == "here_z"
    assert surface.contours.z.project.z


def test_what_lies_on_the_surface_is_drawn_after_it_so_that_no_marker_is_sunk_in_it():
    surface, *others = loss_surface(PLANE, [Descent(start=START)], [OPTIMUM]).data
    assert surface.opacity < 1.0
    assert len(others) == 4
    assert all(0.99 < trace.opacity < 1.0 for trace in others)  # what is opaque is drawn first, and then covered
