"""The notebook's clipped fits, and what clipping costs."""

from math import inf

from nnviz.lessons.gradient_clipping.settings import BY_VALUE, OFF, PUBLISHED, GradientClippingSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset("Explodes", GradientClippingSettings(clipping=OFF), "Without clipping the gradient grows and grows.", 2),
    Preset(
        "Clip by norm",
        GradientClippingSettings(),
        "The same fit survives: the wanted step leaves the picture, the step made is short and points the same way.",
        5,
        question=Question(
            "Without clipping this fit explodes at once. Now no gradient is longer than 5. Where will the steps point?",
            ("the way of the gradient, only shorter", "another way: clipping turns them"),
            right="the way of the gradient, only shorter",
            because="Clipping by norm divides all entries by the same number, so the angle is 0.",
            after=40,
        ),
    ),
    Preset(
        "Clip by value",
        GradientClippingSettings(clipping=BY_VALUE),
        "Survives too, but the arrow is bent: bias and w2 get steps of one size, whatever their gradients.",
        5,
        question=Question(
            "Now each entry of the gradient is cut to between −5 and 5. Where will the steps point?",
            ("the way of the gradient, only shorter", "another way: clipping turns them"),
            right="another way: clipping turns them",
            because="Large entries are cut and small ones are not, so the arrow is bent towards the small ones.",
            after=40,
        ),
    ),
    Preset(
        "A tight limit",
        GradientClippingSettings(limit=0.1),
        "Steps of at most 0.01: calm, and slow. The price of safety is speed.",
        500,
    ),
    *(
        Preset(
            f"{source[0].upper()}{source[1:]}",
            GradientClippingSettings(source=source, epochs=epochs),
            f"{16 * epochs:,} steps at full speed; play and pause stop and continue them.",
            inf,
            from_notebook=True,
        )
        for source, epochs in zip(PUBLISHED, (1000, 5000, 10000, 20000, 30000), strict=True)
    ),
)
