"""A small table that travels in a link, `table=` and its canonical text, so that a class sees the same data.

Whoever shares a link asks for it (assets/js/shell/share.mjs); links of everybody else hold no rows.
"""

from collections.abc import Mapping

from nnviz.page.lesson import Lesson
from nnviz.user_data.control import UserData
from nnviz.user_data.said import Said, said
from nnviz.user_data.table import OwnTable, table_of

IN_LINKS = "table"
MOST_ROWS = 60
LONGEST = 4000
"""Characters of such a text that are looked at; the address as a whole has its limit from the server before this."""


def control_of(lesson: Lesson) -> UserData | None:
    """The control of a page that takes tables of one's own, if it does."""
    controls = lesson.settings.controls().values()
    return next((control for control in controls if isinstance(control, UserData)), None)


def linked_table(lesson: Lesson, query: Mapping[str, str]) -> str:
    """The canonical text of the table in a link, empty where there is none that the page can use."""
    read = _read(lesson, query)
    return read.text if isinstance(read, OwnTable) else ""


def problem_of_table(lesson: Lesson, query: Mapping[str, str]) -> Said | None:
    """Why the table in a link is not used; None where it is, or where there is none."""
    read = _read(lesson, query)
    return read if isinstance(read, Said) else None


def _read(lesson: Lesson, query: Mapping[str, str]) -> OwnTable | Said | None:
    if IN_LINKS not in query:
        return None
    control, text = control_of(lesson), query[IN_LINKS].replace("\r", "")
    if control is None:
        return said("table.page-takes-none")
    table = table_of(text) if len(text) <= LONGEST else None
    if table is None or len(table.rows) > MOST_ROWS:
        return said("table.unread-in-link", most=MOST_ROWS)
    return control.why_not(table) or table
