"""The settings of the lesson on more than two classes."""

from typing import Annotated

from nnviz.core.data.class_datasets import CLASS_DATASETS, DIGITS
from nnviz.core.models.activations import bending
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_CLASSES

SIDES = {"softmax": "softmax", "rest": "one against the rest"}
"""The name of a run in its arrays -> the word for its loss, a key of CLASS_LOSSES."""

HIDDEN: dict[str, tuple[int, ...]] = {"none": (), "8 neurons": (8,), "8 + 8 neurons": (8, 8), "32 neurons": (32,)}
"""The word the user sees -> the sizes of the hidden layers."""

NATS, BITS = "nats", "bits"
BORDERS_JUMP = "the run learns faster, until steps overshoot: then the borders between the classes jump about."
MOST_EXAMPLES = 50
"""Of which one is followed: as many are held out of every data set but a short one of one's own."""

THREE_GAUSSIANS = "three Gaussians"
OWN = UserData(tasks=("classification",), n_features=(2,), most_classes=MOST_CLASSES)


class SoftmaxSettings(Settings):
    """What decides the two runs, and which example of those held out is looked at."""

    learning_rate: Annotated[float, hyperparameters.learning_rate(log_grid(0.001, 10), rises=BORDERS_JUMP)] = 0.1
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256))] = 32
    penalty: Annotated[
        float,
        Slider(
            "Penalty",
            (0.0, *log_grid(1e-4, 1)),
            symbol="λ",
            effect="resume",
            help="The strength of the penalty λΣw² on all weights but the biases.",
            effect_of_increase="the weights get shorter, and the probabilities less certain.",
        ),
    ] = 0.0
    hidden: Annotated[
        str,
        Choice(
            "Hidden layers",
            tuple(HIDDEN),
            help="Layers between the features and the logits. Without any it is softmax regression, whose borders "
            "between two classes are straight.",
        ),
    ] = "none"
    activation: Annotated[str, hyperparameters.activation(bending())] = "tanh"
    data: Annotated[
        str,
        Choice(
            "Data set",
            (*CLASS_DATASETS, OWN_DATA),
            help="Three classes in the plane, drawn or measured, or ten digits in pictures of 8 × 8 points.",
        ),
    ] = THREE_GAUSSIANS
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(150, 600, 30), "A third of them is held out.")] = (
        180
    )
    noise: Annotated[float, hyperparameters.noise_of_points(linear_grid(0, 2, 0.1))] = 0.3
    seed: Annotated[
        float, hyperparameters.seed("the points, which are held out, the first weights and the shuffles")
    ] = 0
    inside: Annotated[
        str,
        Choice(
            "Show the answers of",
            tuple(SIDES.values()),
            effect="rerecord",
            help="The run that the pictures show, of two on the same examples: softmax with its cross entropy, or a "
            "sigmoid for each class against all others.",
        ),
    ] = SIDES["softmax"]
    example: Annotated[
        float,
        Slider(
            "Example",
            linear_grid(1, MOST_EXAMPLES, 1),
            effect="rerecord",
            help="Which of the examples held out is followed; it has a black ring.",
            effect_of_increase="another example is followed.",
        ),
    ] = 1
    temperature: Annotated[
        float,
        Slider(
            "Temperature",
            log_grid(0.1, 10),
            symbol="T",
            scale="log",
            effect="rerecord",
            help="What the logits of the example are divided by before the softmax. It changes its bars, never the "
            "training.",
            effect_of_increase="the probabilities get more equal, and their order stays.",
        ),
    ] = 1.0
    constant: Annotated[
        float,
        Slider(
            "Added to all logits",
            (-1000.0, -800.0, -700.0, -100.0, -10.0, 0.0, 10.0, 100.0, 700.0, 800.0, 1000.0),
            symbol="c",
            effect="rerecord",
            help="A constant that is added to every logit of the example.",
            effect_of_increase="all powers of e grow by one factor, which the division takes out again.",
        ),
    ] = 0.0
    unit: Annotated[
        str,
        Choice(
            "Unit of the loss",
            (NATS, BITS),
            effect="rerecord",
            help="A nat is the surprise at what had the probability 1/e, a bit at what had 1/2.",
        ),
    ] = NATS
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "linear"

    @property
    def is_digits(self) -> bool:
        """Whether the examples are pictures and not points of the plane."""
        return self.data == DIGITS
