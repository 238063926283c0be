"""Neurons that are old friends, two that do not learn, and deep networks with and without bends."""

from nnviz.lessons.neurons.settings import NUMBERS, NeuronSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "Logistic regression",
        NeuronSettings(learning_rate=1.0),
        "A sigmoid neuron with log loss: the curve turns until the labels are as probable as it can make them.",
        speed=20,
    ),
    Preset(
        "Linear regression",
        NeuronSettings(activation="none", data=NUMBERS),
        "A neuron without activation and with squared error: b and w go to the least squares weights.",
        speed=20,
    ),
    Preset(
        "A saturated start",
        NeuronSettings(activation="tanh", weight=0.5, bias=4.0),
        "All examples stand where tanh is flat: for 400 steps the loss hardly moves, then it falls in two stages.",
        speed=100,
    ),
    Preset(
        "A dead ReLU",
        NeuronSettings(activation="ReLU", data=NUMBERS, weight=0.5, bias=-5.0),
        "All sums are negative, all slopes 0: the gradient is exactly 0, and the neuron never learns.",
        speed=50,
        question=Question(
            "All weighted sums are negative here, so the ReLU answers 0 to everything. What will training do?",
            ("learn, slowly at first", "jump to the other side", "nothing at all"),
            right="nothing at all",
            because="Where the ReLU is 0 its slope is 0 too, and so is every gradient that goes through it.",
            after=60,
        ),
    ),
    Preset(
        "Deep, but a line",
        NeuronSettings(hidden_layers=8, neurons=8),
        "Over five hundred weights in eight layers, and the network is a line: both curves are one.",
        question=Question(
            "Eight layers of eight neurons and no activation. Which functions of x can such a network be?",
            ("straight lines only", "lines with up to eight bends", "nearly any function"),
            right="straight lines only",
            because="A linear function of a linear function is linear: all its weights together are one slope and "
            "one bias.",
        ),
    ),
    Preset(
        "Deep and bent",
        NeuronSettings(hidden_layers=8, neurons=8, inner_activation="tanh"),
        "The same weights with tanh inside: now the layers make something that no line can follow.",
    ),
)
