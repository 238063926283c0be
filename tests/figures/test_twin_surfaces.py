import numpy as np

from nnviz.figures.descents import Mark
from nnviz.figures.planes import Plane
from nnviz.figures.twin_surfaces import twin_surfaces

AXIS = np.linspace(-2.0, 2.0, 9)
HEIGHTS = AXIS[:, None] ** 2 + AXIS**2
PLANES = (Plane(AXIS, AXIS, HEIGHTS, "w1", "w2", "loss"), Plane(AXIS, AXIS, HEIGHTS + 1.0, "w1", "w2", "loss + 1"))
MARKS = ([Mark(0.0, 0.0, "least squares", z=0.0)], [Mark(0.0, 0.0, "least squares", z=1.0)])


def test_each_surface_has_its_own_scene_axes_and_heights():
    figure = twin_surfaces(PLANES, MARKS)
    surfaces = [trace for trace in figure.data if trace.type == "surface"]
    assert [trace.scene or "scene" for trace in surfaces] == ["scene", "scene2"]
    np.testing.assert_array_equal(surfaces[1].z - surfaces[0].z, 1.0)
    assert figure.layout.scene2.zaxis.title.text == "loss + 1"
    assert [note.text for note in figure.layout.annotations] == ["loss", "loss + 1"]
    assert {note.xanchor for note in figure.layout.annotations} == {"center"}  # each over the middle of its scene


def test_both_have_their_contours_on_the_floor_and_start_from_one_camera():
    figure = twin_surfaces(PLANES, MARKS)
    assert all(trace.contours.z.project.z for trace in figure.data if trace.type == "surface")
    assert figure.layout.scene.camera == figure.layout.scene2.camera
    assert figure.layout.meta["cameras"] == ["scene", "scene2"]


def test_a_mark_in_both_scenes_stands_in_the_legend_once():
    marks = [trace for trace in twin_surfaces(PLANES, MARKS).data if trace.name == "least squares"]
    assert [trace.showlegend for trace in marks] == [None, False]
