"""The presets of the least squares lesson."""

from nnviz.lessons.least_squares.settings import CLOSE, NEW_X, NOTEBOOK, LeastSquaresSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "The notebook's data",
        LeastSquaresSettings(data=NOTEBOOK),
        "1,000 points of y = 6 + 4x + noise: the estimates are 6.01132196 and 3.96247175, as published.",
        speed=200,
        from_notebook=True,
    ),
    Preset(
        "No noise",
        LeastSquaresSettings(noise=0.0, residuals=True),
        "Without noise the line goes through every point, and the estimates are the true weights.",
    ),
    Preset(
        "Residuals",
        LeastSquaresSettings(n_samples=20, noise=2.0, residuals=True),
        "The line makes the sum of the squares of these vertical distances as small as it can be.",
    ),
    Preset(
        "Ten points",
        LeastSquaresSettings(n_samples=10),
        "Every sample gives another line. Now move N to 1,000: the heaps become 12 and 13 times narrower, more than "
        "√100, since these ten x lie close together.",
        speed=20,
        question=Question(
            "Each sample of ten points gives another line. How much narrower does the heap of slopes get with "
            "1,000 points?",
            ("about 10 times", "about 100 times", "not at all"),
            right="about 10 times",
            because="Standard errors shrink about like 1/√N, and √100 is 10. Move N and see.",
            after=60,
        ),
    ),
    Preset(
        "Skewed noise",
        LeastSquaresSettings(n_samples=10, noise_shape="skewed", redrawn=NEW_X, axis=CLOSE),
        "The heap of the bias leans to one side of the Normal curve; with N = 1,000 it does not any more.",
        speed=500,
    ),
)
