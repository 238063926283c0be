"""The notebook: all its printed results, found again from its one random stream, digit by digit."""

from nnviz.lessons.notebook import messages
from nnviz.lessons.notebook.page_values import values
from nnviz.lessons.notebook.presets import FAST, PRESETS
from nnviz.lessons.notebook.run import Retraining
from nnviz.lessons.notebook.script import code
from nnviz.lessons.notebook.settings import NotebookSettings
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page

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


LESSON = Lesson(
    page=Page.beside(__file__, values),
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
