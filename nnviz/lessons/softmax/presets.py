"""Three classes in the plane, what softmax does with logits, and handwritten digits."""

from nnviz.core.data.class_datasets import DIGITS
from nnviz.lessons.softmax.settings import BITS, SIDES, SoftmaxSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "Three Gaussians",
        SoftmaxSettings(),
        "Three straight borders meet in a point. After 100 steps 57 of the 60 examples held out are right, and after "
        "3,000 still.",
        speed=20,
    ),
    Preset(
        "A constant added to all logits",
        SoftmaxSettings(constant=1000.0),
        "With 1,000 added to all logits no probability changes. The formula as it is written has no bars any more.",
        speed=20,
        question=Question(
            "1,000 is added to each of the three logits of an example. What happens to its probabilities?",
            ("they become equal", "nothing", "the largest becomes 1"),
            right="nothing",
            because="Each power is multiplied with the same factor, which the division takes out again.",
            after=20,
        ),
    ),
    Preset(
        "Ten times as hot",
        SoftmaxSettings(temperature=10.0),
        "The logits are divided by 10: the probabilities of the example come close to a third, their order stays.",
        speed=20,
    ),
    Preset(
        "The redundant direction",
        SoftmaxSettings(learning_rate=0.5, penalty=0.03),
        "The cross, the sum of the three arrows, goes to the origin. Without the penalty it stays where it is.",
        speed=20,
        question=Question(
            "The three weight vectors start with a sum that is not 0. What does training with a penalty do to it?",
            ("it leaves it", "it takes it to 0", "it makes it longer"),
            right="it takes it to 0",
            because="The sum changes no probability, so the loss does not hold it, and the penalty shortens it.",
            after=200,
        ),
    ),
    Preset(
        "The class in the middle",
        SoftmaxSettings(data="iris species", learning_rate=0.5, inside=SIDES["rest"]),
        "Versicolor lies between the others, and no line parts it from both. After 1,500 steps one class against the "
        "rest has more than twice the loss of softmax.",
        speed=100,
        question=Question(
            "Versicolor lies between setosa and virginica. Which way ends with the lower cross entropy on what is held "
            "out?",
            ("softmax", "one class against the rest", "both with the same"),
            right="softmax",
            because="A line can part setosa or virginica from the rest, but not versicolor. Softmax only compares "
            "logits: versicolor wins where both others are low.",
            after=1500,
        ),
    ),
    Preset(
        "Penguins, in bits",
        SoftmaxSettings(data="penguins", learning_rate=0.5, unit=BITS),
        "Two measures of a bill tell the species: after 400 steps the 1.58 bits of guessing are down to less than 0.2.",
        speed=50,
    ),
    Preset(
        "Three arms, straight borders",
        SoftmaxSettings(data="three arms", noise=0.1, learning_rate=0.5),
        "Straight borders cannot follow the arms: in 1,500 steps not even half of the examples held out are right.",
        speed=100,
    ),
    Preset(
        "Three arms, 32 hidden neurons",
        SoftmaxSettings(data="three arms", noise=0.1, learning_rate=0.5, hidden="32 neurons"),
        "With hidden neurons the borders bend with the arms: after 400 steps more than 85 % held out are right.",
        speed=200,
    ),
    Preset(
        "Too sure",
        SoftmaxSettings(learning_rate=0.5, hidden="8 + 8 neurons"),
        "After 3,000 steps as many are right as after 100, and the loss held out is more than twice as high: the model "
        "gets surer of its errors.",
        speed=200,
    ),
    Preset(
        "Handwritten digits",
        SoftmaxSettings(data=DIGITS, hidden="32 neurons", learning_rate=0.5),
        "After 400 steps more than 95 % of the digits held out are right. The others are shown: some would puzzle "
        "anyone.",
        speed=50,
    ),
    Preset(
        "Digits, not sure enough",
        SoftmaxSettings(data=DIGITS, hidden="32 neurons", learning_rate=0.1),
        "At step 100 more than 85 % are right, but the largest probability is mostly below one half: all points lie "
        "above the dashed line.",
        speed=20,
    ),
    Preset(
        "Digits without a hidden layer",
        SoftmaxSettings(data=DIGITS, learning_rate=1.0),
        "From zeros, the weights of each digit become a picture of what speaks for it (orange) and against it (blue). "
        "After 1,500 steps more than 95 % are right.",
        speed=100,
    ),
)
