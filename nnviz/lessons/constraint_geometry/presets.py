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
        "p = 0.5: the contour touches a tip, so w1 is exactly 0. A smaller ball has the same λ: up to t = 1.3 λ "
        "rises, and the balls touch at saddles of the loss with the penalty.",
    ),
    Preset(
        "Nearly a square",
        GeometrySettings(exponent=10.0, size=1.8),
        "p = 10 bounds little but the larger weight, here w2; w1 even grows beyond least squares to make up for it.",
    ),
    Preset(
        "Strong correlation",
        GeometrySettings(correlation=0.95, exponent=2.0, size=2.5),
        "Long ellipses: along their length the loss hardly rises, and the ball decides how the two weights share.",
    ),
    Preset(
        "Opposite correlation",
        GeometrySettings(correlation=-0.9, exponent=1.0, size=2.5),
        "The ellipses lean the other way and both weights stay. With a correlation of 0.5 the same ball gives a "
        "zero: it depends on the data.",
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
        from_notebook=True,
    ),
    Preset(
        "A leap",
        GeometrySettings(exponent=0.5, size=4.6, first_weight=3.0, second_weight=-2.5, correlation=-0.9),
        "The ball of t = 4.6 is touched at a tip of w2, that of t = 4.7 at a tip of w1: in between both tips are "
        "equally low, and the weights leap from one to the other.",
    ),
)
