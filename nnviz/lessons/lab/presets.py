"""Named settings of the laboratory, each with the sentence that says what to watch."""

from nnviz.lesson import Preset
from nnviz.lessons.lab.knobs import LabSettings

PRESETS = (
    Preset("Toy line, η = 0.01", LabSettings(), "The path rolls down the bowl and stops at the least squares weights."),
    Preset(
        "Toy line, η = 1",
        LabSettings(learning_rate=1.0, loss_axis="logarithmic"),
        "The loss explodes: the learning rate is above 2/λmax, so every step overshoots by more than the last.",
    ),
)
