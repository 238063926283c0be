"""The page's sentences, and the table of all printed lines."""

import platform

import numpy as np
import scipy

from nnviz.core.notebook.printed import tidy
from nnviz.core.notebook.retraining import pieces_of, printed_by
from nnviz.lessons.notebook.entries import ENTRIES, Told
from nnviz.lessons.notebook.run import LINES
from nnviz.lessons.notebook.settings import EVERYTHING, NotebookSettings
from nnviz.page.live_table import LiveTable, RowGroup


def summary(settings: NotebookSettings) -> str:
    """What the chosen run consists of."""
    n_updates = sum(piece.last - piece.first for name in settings.entries for piece in pieces_of(name))
    if settings.result == EVERYTHING:
        return f"{len(LINES)} printed lines of {len(ENTRIES)} results, {n_updates:,} updates of weights."
    (name,) = settings.entries
    return f"**{settings.result}.** {_note(name, ENTRIES[name])} {n_updates:,} updates of weights."


def _note(name: str, told: Told) -> str:
    library = printed_by(name)
    return f"{told.note} The notebook's digits are those of {library}." if library else told.note


def _group(name: str, told: Told) -> RowGroup:
    cells = tuple((told.line(line.word), tidy(line.printed)) for line in LINES if line.entry == name)
    link = told.link.address, "see it in its lesson"
    return RowGroup(told.title, _note(name, told), cells, {"result": told.title}, link)


TABLE = LiveTable(
    name="lines",
    header=("Line", "Printed"),
    live={"Computed": "computed", "Digits": "verdict"},
    groups=tuple(_group(name, told) for name, told in ENTRIES.items()),
    button="Train it now",
    report="The notebook's printed results, found again",
    about=(
        f"Computed with Python {platform.python_version()}, NumPy {np.__version__} and SciPy {scipy.__version__} "
        f"on {platform.machine()}.",
        "A line agrees when it has the same digits as printed; predictions on XOR when they differ by at most 1e-12.",
    ),
)
