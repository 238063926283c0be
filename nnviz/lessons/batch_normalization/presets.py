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
        "Learning rate 2: after 500 steps the normalised network has at least 93 % of the training points for each "
        "seed from 0 to 19, and 95 % for 18 of them; the plain one has 95 % for none, and mostly guesses.",
        speed=50,
    ),
    Preset(
        "A rate for both",
        BatchNormSettings(learning_rate=0.1),
        "Both learn. The normalised network first has 95 % of the training points at step 71, the plain one at "
        "step 161; for each seed from 0 to 7 it is the sooner.",
        speed=50,
    ),
    Preset(
        "Three layers of sigmoids",
        BatchNormSettings(data="circle", activation="sigmoid", learning_rate=0.1),
        "From layer to layer plain sigmoids leave less difference between examples: after 1,000 steps the plain "
        "network has 56 % of the training points, the normalised one all but one.",
        speed=100,
    ),
    Preset(
        "Batches of 64 and of 2",
        BatchNormSettings(batch_size=64, beside="batches of 2", learning_rate=0.1),
        "Two examples say little about mean and deviation: after 1,000 steps the run with batches of 2 has less than "
        "90 % of the training points for each seed from 0 to 4, that with batches of 64 has them all.",
        speed=100,
    ),
    Preset(
        "After the activation",
        BatchNormSettings(learning_rate=0.3, values=VALUES[1], **EVERYWHERE_AFTER),
        "The averages begin at 0 and 1, so at step 0 nothing is normalised yet. At step 50 what leaves each layer has "
        "mean 0 and deviation 1, nearly; then γ and β learn otherwise.",
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
        "Every normalised value is 0: the hidden weights of the normalised network never move. The plain one learns.",
        speed=100,
        question=Question(
            "Each batch is a single example. What will the normalised network learn?",
            ("as much as the plain one beside it", "more, as before", "only how common the classes are"),
            right="only how common the classes are",
            because="One example is its own mean: whatever comes in, the normalised value is 0.",
            after=500,
        ),
    ),
)
