"""Networks that overfit without dropout, and some that dropout does not help."""

from nnviz.lessons.dropout.settings import MEASURES, DropoutSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "Overfitting, cured",
        DropoutSettings(),
        "After 1,000 steps the validation loss with dropout was lower for each of the 20 seeds from 0 to 19, on "
        "average 0.48 against 0.87; the accuracy was higher for 17 of them, on average 80 % against 77 %.",
        speed=200,
        question=Question(
            "Forty noisy points. Which network will have the lower validation loss after 1,000 steps?",
            ("the one with dropout", "the one without", "both the same"),
            right="the one with dropout",
            because="Without dropout the network learns the noise of its forty points by heart, and is then sure "
            "and wrong.",
            after=1000,
        ),
    ),
    Preset(
        "More points, less noise",
        DropoutSettings(n_samples=200, noise=0.5),
        "Dropout loses: with enough clean points there is nothing to overfit, and half a network learns less.",
        speed=200,
    ),
    Preset(
        "Where scaling is exact",
        DropoutSettings(hidden_layers=1),
        "One hidden layer and the sum z: inference lies within the sampling error of the subnetworks' mean.",
    ),
    Preset(
        "Where it only approximates",
        DropoutSettings(measure=MEASURES[1], learning_rate=0.3),
        "Two layers and the probability: inference is surer than the subnetworks' mean, by many standard errors.",
        speed=100,
    ),
    Preset(
        "Too much of it",
        DropoutSettings(hidden_dropout=0.8, neurons=4, data="spiral", noise=0.3, n_samples=200),
        "Of four neurons in a layer eight tenths are dropped: the two runs with dropout never find the spiral.",
        speed=200,
    ),
    Preset(
        "Rate 0",
        DropoutSettings(hidden_dropout=0.0),
        "Nothing is dropped: the three curves are one, to the last bit.",
        speed=100,
    ),
)
