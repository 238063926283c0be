"""Features of unequal scales, as measured and standardised."""

from dataclasses import dataclass

from nnviz.lessons.feature_scaling.settings import MEASURED, PUBLISHED, STANDARDISED, FeatureScalingSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question


@dataclass(frozen=True)
class Shown:
    """How one of the notebook's fits is shown: its settings, what to watch, and a speed that suits it."""

    learning_rate: float
    epochs: int
    watch: str
    speed: int = 2000

    def preset(self, source: str) -> Preset:
        """The preset that makes the fit again."""
        settings = FeatureScalingSettings(
            source=source,
            features=STANDARDISED if STANDARDISED in source else MEASURED,
            learning_rate=self.learning_rate,
            epochs=self.epochs,
        )
        name = f"{source[0].upper()}{source[1:]}"
        return Preset(name, settings, self.watch, self.speed, from_notebook=True)


SHOWN = dict(
    zip(
        PUBLISHED,
        (
            Shown(0.1, 10, "The loss explodes within a few steps: 0.1 is hundreds of times above 2/λmax.", 2),
            Shown(0.0003, 100, "Nothing explodes at η = 0.0003, but after 1,600 steps the bias has hardly moved."),
            Shown(0.0003, 1000, "16,000 steps: w1 and w2 are near, the bias has done a third of its way."),
            Shown(0.0003, 5000, "80,000 steps: the bias creeps along the floor of the valley.", 10000),
            Shown(
                0.0003,
                10000,
                "160,000 steps: the bias is off by 0.12. On standardised features it is within 0.2 after 160.",
                10000,
            ),
            Shown(0.1, 1, "After 16 steps at η = 0.1 all three weights are near.", 5),
            Shown(0.1, 10, "Ten epochs are enough: what is left is the noise of the batches.", 20),
            Shown(0.1, 50, "More epochs do not help: the weights jitter around least squares.", 100),
            Shown(0.1, 100, "The same rate keeps the same jitter for ever.", 200),
        ),
        strict=True,
    )
)

PRESETS = (
    Preset("Explodes", FeatureScalingSettings(learning_rate=0.1), "Every step overshoots by more than the last.", 2),
    Preset("Crawls", FeatureScalingSettings(), "The path drops into the valley and creeps along its floor.", 100),
    Preset(
        "Standardised",
        FeatureScalingSettings(features=STANDARDISED, learning_rate=0.1, epochs=10),
        "The same data, three hundred times the learning rate: round contours, and no detour.",
        5,
        question=Question(
            "With η = 0.1 the run on measured features exploded. Now only the features are standardised: what will "
            "η = 0.1 do?",
            ("explode again, a little later", "crawl", "converge within ten epochs"),
            right="converge within ten epochs",
            because="Standardised features make the contours nearly round, so one learning rate suits all weights.",
            after=20,
        ),
    ),
    *(shown.preset(source) for source, shown in SHOWN.items()),
)
