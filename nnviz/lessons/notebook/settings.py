"""The one setting of the page: what is trained."""

from typing import Annotated

from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.page.settings import Choice, Settings

EVERYTHING = "everything, in order"
TITLES = {told.title: name for name, told in ENTRIES.items()}


class NotebookSettings(Settings):
    """What the run finds again."""

    result: Annotated[
        str,
        Choice("Find again", (EVERYTHING, *TITLES),
               help="What is trained again: all results in their order, or one, with only the draws that come before "
               "it."),
    ] = EVERYTHING  # fmt: skip

    @property
    def entries(self) -> tuple[str, ...]:
        """The names of the results to find."""
        return tuple(ENTRIES) if self.result == EVERYTHING else (TITLES[self.result],)
