"""The notebook: all its printed results, found again from its one random stream, digit by digit."""

from nnviz.lessons.notebook import messages
from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.run import Retraining
from nnviz.lessons.notebook.script import code
from nnviz.lessons.notebook.settings import NotebookSettings
from nnviz.page.lesson import Group, Lesson, Preset, Readout
from nnviz.page.page import Page

FAST = 1000  # steps a second: faster than they are made, so nothing waits

READOUTS = (
    Readout(
        "found",
        "Lines found",
        "n_found",
        style="integer",
        help="Printed lines whose numbers have been found again so far.",
    ),
    Readout(
        "agreeing",
        "Every digit agrees",
        "n_agreeing",
        style="integer",
        help="Lines found in which every printed digit is the same.",
    ),
    Readout("updates", "Updates made", "updates", style="integer", help="Gradient steps of all fits so far."),
    Readout("now", "Next line", "now", style="text", help="The printed line that is being worked on."),
)

PRESETS = (
    Preset("Run all", NotebookSettings(), "All 67 lines in order; the table fills from top to bottom.", FAST),
    Preset(
        "Longest fits",
        NotebookSettings(result=ENTRIES["clipped"].title),
        "More than a million clipped steps. The draws of everything before are made, nothing of it is trained.",
        FAST,
    ),
    Preset(
        "A divergence",
        NotebookSettings(result=ENTRIES["scaled_diverges"].title),
        "Even nan is a result: the weights overflow after a few steps here too.",
        FAST,
    ),
)

LESSON = Lesson(
    page=Page.of_function(
        "notebook",
        ("The notebook", 50),
        (
            "The notebook, live",
            "Every printed result of the notebook, found again from its random stream and compared digit by digit.",
        ),
        messages.text,
    ),
    settings=NotebookSettings,
    groups=(Group("Run", ("result",)),),
    figures=(),
    presets=PRESETS,
    run=Retraining(),
    readouts=READOUTS,
    summary=messages.summary,
    speed=FAST,
    table=messages.TABLE,
    code=code,
)
