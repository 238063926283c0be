"""A mode at zero, a firm belief, and data that outweigh any belief."""

from nnviz.lessons.priors.settings import NOTEBOOKS, PriorSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset("Laplace prior", PriorSettings(), "The posterior leans from the likelihood towards the corner at 0."),
    Preset(
        "Laplace prior, mode at zero",
        PriorSettings(true_weight=0.25, penalty_strength=1.0),
        "The data pull less than the prior: the mode is exactly 0, though the mean of the posterior is not.",
        question=Question(
            "The data say that the weight is not 0. Can the mode of the posterior be exactly 0?",
            ("no: that would ignore the data", "yes"),
            right="yes",
            because="The Laplace prior has a corner at 0: if the data pull less than its slopes do, the peak stays "
            "there.",
        ),
    ),
    Preset(
        "Normal prior",
        PriorSettings(prior="Normal"),
        "Two bells make a bell: the posterior is Normal, its mode a weighted mean of 0 and the likeliest weight.",
    ),
    Preset(
        "A firm belief",
        PriorSettings(prior="Normal", penalty_strength=10.0, true_weight=4.0),
        "A large λ is a narrow prior: the mode keeps less than a fifth of the likeliest weight.",
    ),
    Preset(
        "Much data",
        PriorSettings(n_samples=500, penalty_strength=0.01, true_weight=2.0),
        "The Laplace prior of the first preset, b = 0.4, but 500 points instead of 10: their likelihood is so narrow "
        "that the prior hardly moves it.",
    ),
    Preset(
        "The notebook's line",
        PriorSettings(data=NOTEBOOKS, penalty_strength=0.002),
        "A thousand points: the posterior is all but the likelihood.",
        from_notebook=True,
    ),
    Preset(
        "Both scales at 1",
        PriorSettings(both_at_one=True),
        "The Laplace density is higher at 0, and far from it as well: with scale 1 its variance is twice as large.",
    ),
)
