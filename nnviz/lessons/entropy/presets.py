"""Fair and loaded coins, dice, and beliefs that are wrong."""

from nnviz.lessons.entropy.settings import EntropySettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "A fair coin, known",
        EntropySettings(heads=0.5, guess=0.5),
        "One bit, the most a coin can tell; the belief is right, so the divergence is 0.",
    ),
    Preset(
        "A biased coin, believed fair",
        EntropySettings(heads=0.9, guess=0.5),
        "The coin needs 0.469 bits a throw, whoever believes it fair spends a whole one: KL is the rest.",
    ),
    Preset(
        "Four equal outcomes",
        EntropySettings(p="1 1 1 1", q="1 1 1 1"),
        "Two bits each, and no distribution over four outcomes has more entropy.",
    ),
    Preset(
        "Halves, quarters, eighths",
        EntropySettings(p="4 2 1 1", q="1 1 1 1"),
        "The outcomes carry 1, 2, 3 and 3 bits, 1.75 on average; the uniform belief costs 2 bits.",
        question=Question(
            "Four outcomes with the probabilities 1/2, 1/4, 1/8 and 1/8. How many yes-or-no questions does it take on "
            "average, if they are well chosen?",
            ("1.5", "1.75", "2"),
            right="1.75",
            because="1/2·1 + 1/4·2 + 1/8·3 + 1/8·3 = 1.75 bits.",
        ),
    ),
    Preset(
        "q misses an outcome",
        EntropySettings(p="4 3 2 1", q="4 3 3 0"),
        "q rules out D, which happens one time in ten: the divergence is infinite, its bar runs out of the picture.",
        question=Question(
            "Somebody thinks an outcome impossible that happens one time in ten. How large is the divergence KL(p‖q)?",
            ("0", "one tenth", "infinite"),
            right="infinite",
            because="What had probability 0 surprises without bound: −log 0 counts with the weight 0.1.",
        ),
    ),
    Preset(
        "p misses an outcome",
        EntropySettings(p="4 3 3 0", q="4 3 2 1"),
        "The other way round nothing is infinite: D never happens, and 0·log 0 = 0.",
    ),
    Preset(
        "A label and a prediction",
        EntropySettings(p="0 1", q="0.3 0.7", unit="nats"),
        "A certain label has entropy 0, so the cross entropy is the divergence: −ln 0.7 = 0.357, the log loss.",
    ),
)
