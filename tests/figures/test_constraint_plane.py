import numpy as np

from nnviz.figures.constraint_plane import Arrow, Touch, constraint_plane
from nnviz.figures.descents import Mark, Outline
from nnviz.figures.planes import Plane

AXIS = np.linspace(-2.0, 2.0, 9)
PLANE = Plane(AXIS, AXIS, AXIS[:, None] ** 2 + AXIS**2, "w1", "w2")
BALL = Outline(np.array([1.0, 0.0, -1.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0, -1.0, 0.0]), "diamond")
MARKS = [Mark(0.0, 0.0, "least squares"), Mark(1.0, 0.0, "constrained optimum", kind="penalised optimum")]
POINT = np.array([1.0, 0.0])
DOWN = Arrow(POINT, np.array([-0.5, 0.25]), "downhill", "#0072B2")
TOUCH = Touch(np.array([[0.0, 0.0], [1.0, 0.0]]), [DOWN], [Arrow(POINT, np.array([0.5, 0.5]), "cone", "#E69F00")])


def test_an_arrow_runs_from_its_point_along_its_direction():
    arrow = next(trace for trace in constraint_plane(PLANE, MARKS, BALL, TOUCH).data if trace.name == "downhill")
    assert list(arrow.x) == [1.0, 0.5]
    assert list(arrow.y) == [0.0, 0.25]
    assert arrow.marker.symbol == "arrow"


def test_the_marks_lie_on_top_and_both_weights_have_one_unit_of_length():
    figure = constraint_plane(PLANE, MARKS, BALL, TOUCH)
    assert [trace.name for trace in figure.data][-2:] == ["least squares", "constrained optimum"]
    assert figure.layout.yaxis.scaleanchor == "x"


def test_a_drag_is_told_the_exponent_of_the_ball():
    assert constraint_plane(PLANE, MARKS, BALL, TOUCH).layout.meta is None
    meta = constraint_plane(PLANE, MARKS, BALL, TOUCH, drag=("size", 0.5)).layout.meta
    assert meta == {"drag": {"norm": "size"}, "exponent": 0.5}
