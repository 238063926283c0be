"""Balls that touch at a corner, along an axis, and at several points."""

from nnviz.lessons.constraint_geometry.settings import NOTEBOOKS, GeometrySettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset("Diamond", GeometrySettings(), "The contour touches the diamond at a corner: w1 is exactly 0."),
    Preset(
        "Circle",
        GeometrySettings(exponent=2.0),
        "The same data and size: the circle is touched off the axes, so neither weight is 0.",
        question=Question(
            "In the diamond one weight was exactly 0. Now the ball is a circle of the same size. And now?",
            ("the same weight is 0", "no weight is 0", "both are 0"),
            right="no weight is 0",
            because="A circle has no corners: only by accident would it be touched exactly on an axis.",
        ),
    ),
    Preset(
        "Star",
        GeometrySettings(exponent=0.5, size=3.0),
        "p = 0.5: only the tips reach far out, so the touching point is at a tip for most data. Let t grow: it jumps.",
    ),
    Preset(
        "Nearly a square",
        GeometrySettings(exponent=10.0, size=1.8),
        "p = 10 bounds the larger weight alone: the optimum sits near a corner on the diagonal or on a flat side.",
    ),
    Preset(
        "Strong correlation",
        GeometrySettings(correlation=0.95, exponent=2.0, size=2.5),
        "Long ellipses: along their length the loss hardly changes, so the ball decides where the weights are.",
    ),
    Preset(
        "Opposite correlation",
        GeometrySettings(correlation=-0.9, exponent=1.0, size=3.0),
        "The ellipses lean the other way and both weights stay: whether the lasso gives a zero depends on the data.",
    ),
    Preset(
        "Inside the ball",
        GeometrySettings(size=6.0),
        "The ball holds the least squares weights: λ is 0 and the limit changes nothing.",
    ),
    Preset(
        "The notebook's line, t = 2",
        GeometrySettings(data=NOTEBOOKS, size=2.0),
        "Bias and weight of the notebook's line with its ad-hoc t = 2: contours that are nearly circles.",
    ),
)
