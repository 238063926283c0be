"""All results at once, the longest fits, and one that diverges."""

from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.settings import NotebookSettings
from nnviz.page.lesson import Preset

FAST = 1000  # steps a second: faster than they are made, so nothing waits

PRESETS = (
    Preset("Run all", NotebookSettings(), "All 68 lines in order; the table fills from top to bottom.", FAST),
    Preset(
        "Longest fits",
        NotebookSettings(result=ENTRIES["clipped"].title),
        "More than a million clipped steps. The draws of everything before are made, nothing of it is trained.",
        FAST,
    ),
    Preset(
        "A divergence",
        NotebookSettings(result=ENTRIES["scaled_diverges"].title),
        "Even nan is a result: the loss overflows after 56 steps, the weights themselves would at step 113.",
        FAST,
    ),
)
