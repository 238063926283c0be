"""Named settings of the laboratory, each with the sentence that says what to watch."""

from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

# Thirty examples to learn from, thirty held out, two moons that overlap: eighty weights too many.
OVERFIT = LabSettings(
    data="moons",
    n_samples=60,
    noise=1.0,
    validation_share=0.5,
    standardise=True,
    model="network",
    learning_rate=0.2,
    batch_size=16,
)
XOR = LabSettings(data="XOR", noise=0.5, batch_size=16, learning_rate=0.1)
UNEQUAL = LabSettings(data="unequal scales", learning_rate=0.01)

PRESETS = (
    Preset(
        "Toy line, η = 0.01",
        LabSettings(),
        "The path rolls down the bowl to the least squares weights and jitters about them.",
    ),
    Preset(
        "Toy line, η = 1",
        LabSettings(learning_rate=1.0, loss_axis="logarithmic"),
        "The loss explodes: η is above 2/λmax, so in the steepest direction the path jumps to and fro, ever farther.",
        question=Question(
            "Here η = 0.01 arrives after some hundred steps. What will a hundred times that do?",
            ("it arrives a hundred times sooner", "it jumps to and fro around the minimum", "it diverges"),
            right="it diverges",
            because="η = 1 is above 2/λmax = 0.912: in the steepest direction the path jumps ever farther.",
            after=30,
        ),
    ),
    Preset(
        "XOR without a hidden layer",
        XOR.model_copy(update={"model": "logistic regression"}),
        "One straight boundary cannot part these classes: the loss stays near ln 2 = 0.69, as good as guessing.",
        speed=100,
        question=Question(
            "One class lies in two opposite corners. How low can a single straight boundary bring the loss?",
            ("nearly to 0", "to about half of ln 2", "to about ln 2 ≈ 0.69, as good as guessing"),
            right="to about ln 2 ≈ 0.69, as good as guessing",
            because="Any line that is right about one corner is wrong about another, so 0.5 for every point is "
            "nearly the best answer.",
            after=1000,
        ),
    ),
    Preset(
        "XOR with a hidden layer",
        XOR.model_copy(update={"model": "network", "hidden_layers": 1, "neurons_1": 4}),
        "Four hidden neurons bend the boundary until it has the four corners on the right sides.",
        speed=200,
    ),
    Preset(
        "Overfit",
        OVERFIT,
        "The training loss falls towards zero, the validation loss turns and rises: the region winds around single "
        "points.",
        speed=500,
        question=Question(
            "Thirty noisy examples and a network of more than a hundred weights: what will the validation loss do?",
            ("fall along with the training loss", "fall, then rise again", "stay where it is"),
            right="fall, then rise again",
            because="First the network learns the moons, then the single points: that helps only on these very points.",
            after=3000,
        ),
    ),
    Preset(
        "… cured by dropout",
        OVERFIT.model_copy(update={"dropout_rate": 0.3}),
        "The same network, each step without about a third of its neurons: the validation loss turns later and rises "
        "far less.",
        speed=500,
    ),
    Preset(
        "… cured by L2",
        OVERFIT.model_copy(update={"penalty_strength": 0.01}),
        "Large weights cost something now: the boundary stays smooth, and the validation loss settles near 0.4.",
        speed=500,
    ),
    Preset(
        "Exploding gradient",
        UNEQUAL,
        "One feature is ten times larger than the other and far from zero: the gradient grows with every step.",
        speed=2,
    ),
    Preset(
        "… cured by clipping",
        UNEQUAL.model_copy(update={"clip_norm": 5.0}),
        "No step is longer than η · 5 now. Nothing explodes, but the bias creeps: clipping does not make it faster.",
        speed=200,
    ),
)
