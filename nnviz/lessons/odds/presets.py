"""Events worth looking at, and arguments at which floating point gives in."""

from nnviz.lessons.odds.settings import OddsSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "Even odds", OddsSettings(probability=0.5), "Odds 1, log-odds 0: the middle, where the sigmoid is steepest."
    ),
    Preset(
        "4 to 1",
        OddsSettings(probability=0.8),
        "Probability 0.8 is 4 to 1 for the event; 0.2 is 1 to 4: the same log-odds with the other sign.",
        question=Question(
            "The odds are 4 to 1 for an event. How probable is it?",
            ("25 %", "75 %", "80 %"),
            right="80 %",
            because="Four parts for it and one against it are five parts: p = 4/5.",
        ),
    ),
    Preset(
        "Almost certain",
        OddsSettings(probability=0.999),
        "From 0.99 to 0.999 the probability hardly moves, the odds go from 99 to 999: the axis has to follow.",
        question=Question(
            "A probability goes from 0.99 to 0.999. What do the odds do?",
            ("hardly anything", "they double", "they grow about tenfold"),
            right="they grow about tenfold",
            because="They go from 99 to 999: it is 1 − p that became ten times smaller.",
        ),
    ),
    Preset(
        "On a logarithmic axis",
        OddsSettings(probability=0.9, odds_axis="logarithmic"),
        "Equal factors are equal distances now: log-odds against odds is a straight line.",
    ),
    Preset(
        "Overflow at t = −1000",
        OddsSettings(logit=-1000.0),
        "The naive −ln σ(t) is infinite, the stable one is 1000. The table in the text shows the overflow.",
    ),
    Preset(
        "1 + e⁻ᵗ = 1 at t = 37",
        OddsSettings(logit=37.0),
        "The naive sigmoid is exactly 1 here, so the loss of a label 0 is infinite instead of 37.",
    ),
)
