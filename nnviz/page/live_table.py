"""A table whose rows are known beforehand and whose last columns are filled by the run: texts, one for each row."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class RowGroup:
    """Rows under one heading.

    `cells` holds the fixed cells of every row. The group's button sets the fields of `sets` to these texts and plays;
    `link` is a page and its query that show the same in another way, with the words that stand for it.
    """

    title: str
    note: str
    cells: tuple[tuple[str, ...], ...]
    sets: Mapping[str, str]
    link: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class LiveTable:
    """A table of groups of rows.

    `header` names the fixed columns. `live` names the columns that follow, each with the recorded array of texts
    (n_steps, n_rows) that fills it. `report` is the title under which the table can be saved as a page of its own, and
    `about` the sentences that stand in it.
    """

    name: str
    header: tuple[str, ...]
    live: Mapping[str, str]
    groups: tuple[RowGroup, ...]
    button: str
    report: str
    about: tuple[str, ...]

    def __post_init__(self) -> None:
        widths = {len(cells) for group in self.groups for cells in group.cells}
        if widths - {len(self.header)}:
            raise ValueError(f"A row of the table {self.name!r} has more or fewer cells than its header.")

    @property
    def n_rows(self) -> int:
        """How many rows the live columns fill."""
        return sum(len(group.cells) for group in self.groups)
