"""Learning rates below, at and above the limit, and starts far away."""

from typing import Any

from nnviz.lessons.gradient_descent.settings import (
    EXCESS,
    FIXED_RATES,
    NOTEBOOK,
    NOTEBOOK_START,
    GradientDescentSettings,
)
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

ONLY_YOURS: dict[str, Any] = dict.fromkeys(FIXED_RATES, False)

PRESETS = (
    Preset(
        "The notebook: five rates",
        GradientDescentSettings(data=NOTEBOOK, show_yours=False),
        "At step 15 the weights are those published; η = 1 is already on its way out, and 0.1 is nearly there.",
        speed=2,
        from_notebook=True,
    ),
    Preset(
        "The notebook: 3,000 steps",
        GradientDescentSettings(data=NOTEBOOK, start=NOTEBOOK_START, learning_rate=0.01, **ONLY_YOURS),
        "η = 0.01 from the notebook's own start: the table in the text shows the published estimates.",
        speed=100,
        from_notebook=True,
    ),
    Preset(
        "Zigzag",
        GradientDescentSettings(learning_rate=0.912, start_w0=-2.0, start_w1=12.0, **ONLY_YOURS),
        "Just below 2/λmax every step jumps over the minimum to the other side, and lands a little nearer.",
        speed=2,
        question=Question(
            "η lies a little below 2/λmax, and the start is far away. How does the path reach the minimum?",
            ("in a smooth curve", "in jumps across it, each a little shorter", "not at all"),
            right="in jumps across it, each a little shorter",
            because="Along the steepest direction a step changes the sign of what is left and takes away a little "
            "of it.",
            after=20,
        ),
    ),
    Preset(
        "Just above the limit",
        GradientDescentSettings(learning_rate=0.955, start_w0=5.0, start_w1=5.0, **ONLY_YOURS),
        "The same jumps, each a little longer than the last: it diverges, however near the start is.",
        speed=5,
        question=Question(
            "η is 0.6 % above 2/λmax, and the start is close to the minimum. Where does the run end?",
            ("in the minimum, after many steps", "it jumps to and fro for ever", "nowhere: it diverges"),
            right="nowhere: it diverges",
            because="Every jump is a little longer than the last. However near the start is, that grows without bound.",
            after=40,
        ),
    ),
    Preset(
        "Straight lines",
        GradientDescentSettings(loss_axis="logarithmic", loss_shown=EXCESS),
        "On a logarithmic axis a run becomes a line once one direction is left: each step takes away the same share.",
        speed=20,
    ),
    Preset(
        "A steeper bowl",
        GradientDescentSettings(x_spread=3.0, learning_rate=0.1),
        "With x three times as wide, λmax is about nine times as large: 0.1 is near the limit, the valley is narrow.",
        speed=10,
        question=Question(
            "x is now three times as wide. What becomes of the largest learning rate that converges?",
            ("it stays the same", "a third of it", "about a ninth of it"),
            right="about a ninth of it",
            because="λmax grows with the square of the width, and the limit is 2/λmax.",
            after=40,
        ),
    ),
)
