"""Lines that meet the origin and lines that do not, and a penalty that touches the bias."""

from nnviz.lessons.bias.settings import NOTEBOOK, THROUGH_ORIGIN, BiasSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "The notebook's table",
        BiasSettings(data=NOTEBOOK),
        "The true bias is 0: the estimate 0.0113 is a third of its standard error, so it is not significant.",
        from_notebook=True,
    ),
    Preset(
        "Through the origin, rightly",
        BiasSettings(data=NOTEBOOK, model=THROUGH_ORIGIN),
        "The slope and its standard error hardly change: with x around 0 a needless bias costs next to nothing.",
    ),
    Preset(
        "Through the origin, wrongly",
        BiasSettings(model=THROUGH_ORIGIN),
        "The line tilts to make up for the missing bias, and the interval of the slope misses the truth by far.",
        question=Question(
            "The true line is y = 6 + 4x, and most x are positive. Which slope does a line through the origin get?",
            ("about 4, as it should", "clearly more than 4", "clearly less than 4"),
            right="clearly more than 4",
            because="It has to reach points that lie 6 higher than 4x, and tilting is the only way it has.",
        ),
    ),
    Preset(
        "A penalised bias",
        BiasSettings(true_bias=10, centre=0),
        "The dotted line is pulled half of the way down to the origin: the error on new data is six times that with a "
        "free bias.",
    ),
)
