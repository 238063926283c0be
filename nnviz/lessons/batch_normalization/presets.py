"""Two runs each, of which one is normalised."""

from typing import Any

from nnviz.core.models.batch_norm import AFTER
from nnviz.lessons.batch_normalization.settings import VALUES, BatchNormSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

EVERYWHERE_AFTER: dict[str, Any] = dict.fromkeys(("layer_1", "layer_2", "layer_3"), AFTER)

PRESETS = (
    Preset(
        "Too long a step without it",
        BatchNormSettings(),
        "Learning rate 2: after 500 steps the normalised network had 93 % of the training points or more for each seed "
        "from 0 to 19, and 95 % for 18 of them; the plain one never reached 95 %, and mostly guesses.",
        speed=50,
    ),
    Preset(
        "A rate for both",
        BatchNormSettings(learning_rate=0.1),
        "Learning rate 0.1: both learn, the normalised network in a third of the steps.",
        speed=50,
    ),
    Preset(
        "Three layers of sigmoids",
        BatchNormSettings(data="circle", activation="sigmoid", learning_rate=0.1),
        "Without normalisation hardly any gradient comes through three sigmoids: after 1,000 steps it still guesses.",
        speed=100,
    ),
    Preset(
        "Batches of 64 and of 2",
        BatchNormSettings(batch_size=64, beside="batches of 2", learning_rate=0.1),
        "Two examples say little about mean and deviation: the run with batches of 2 stays noisy and wrong.",
        speed=100,
    ),
    Preset(
        "After the activation",
        BatchNormSettings(learning_rate=0.3, values=VALUES[1], **EVERYWHERE_AFTER),
        "Now what leaves each layer has mean 0 and deviation 1, before γ and β have learnt otherwise.",
        speed=50,
    ),
    Preset(
        "Averages that lag",
        BatchNormSettings(momentum=0.01, learning_rate=0.1),
        "The thin line of the batches falls at once; inference has to wait until its averages have arrived.",
        speed=20,
    ),
    Preset(
        "One example at a step",
        BatchNormSettings(batch_size=1, learning_rate=0.03),
        "Every normalised value is 0: the normalised network cannot learn, the plain one beside it can.",
        speed=100,
        question=Question(
            "Each batch is a single example. What will the normalised network learn?",
            ("as much as the plain one beside it", "more, as before", "nothing"),
            right="nothing",
            because="One example is its own mean: whatever comes in, the normalised value is 0.",
            after=500,
        ),
    ),
)
