"""Columns of text as features: for each label a column that is 1 where it stands, or one that counts the labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nnviz.user_data.columns import Column
from nnviz.user_data.said import Said, said
from nnviz.user_data.table import LONGEST_NAME, clean_name

MOST_LABELS = 10
"""Different texts in a column with which it still is one of classes, or of labels that can be coded."""

ORDERS = tuple(
    tuple(order.split(","))
    for order in (
        "very low,low,medium,high,very high",
        "tiny,small,medium,large,huge",
        "xxs,xs,s,m,l,xl,xxl",
        "bad,poor,fair,good,very good,premium,excellent,ideal",
        "never,rarely,sometimes,often,always",
        "none,primary,secondary,tertiary",
        "monday,tuesday,wednesday,thursday,friday,saturday,sunday",
        "mon,tue,wed,thu,thur,fri,sat,sun",
        "jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec",
        "niedrig,mittel,hoch",
        "klein,mittel,groß",
        "schlecht,mittel,gut,sehr gut",
        "nie,selten,manchmal,oft,immer",
    )
)
"""Labels that have an order of their own; all others take that of the alphabet."""


@dataclass(frozen=True)
class Code:
    """A column of text as numbers: the name of the feature, the place of the column, and the number of each label.

    With a `label` it is 1 where that stands and 0 elsewhere (one of the columns of a one-hot code), without one the
    labels are counted.
    """

    name: str
    place: int
    source: Column
    numbers: Mapping[str, int]
    label: str = ""

    @cached_property
    def column(self) -> Column:
        """The numbers, nothing where there is nothing."""
        cells = self.source.cells
        coded = {row: str(self.numbers[cells[row]]) for row in self.source.filled}
        return Column(self.name, tuple([coded.get(row, "") for row in range(len(cells))]), self.source.lines)

    @property
    def says(self) -> Said:
        """What the numbers mean."""
        if self.label:
            return said("table.one-hot", feature=self.name)
        codes = ", ".join(f"{label[:20]} {number}" for label, number in self.numbers.items())
        return said("table.ordered-codes", column=self.source.name, codes=codes)


def codes_of(columns: Sequence[Column]) -> tuple[Code, ...]:
    """All codes of all columns of text with few labels."""
    texts = [place for place, column in enumerate(columns) if column.kind == "text"]
    few = [place for place in texts if 2 <= len(columns[place].labels) <= MOST_LABELS]
    return tuple([code for place in few for code in _codes(columns[place], place)])


def _codes(column: Column, place: int) -> Iterator[Code]:
    labels = in_order(column.labels)
    for one in labels:
        name = clean_name(f"{column.name[:30]} = {one}")
        yield Code(name, place, column, {label: int(label == one) for label in labels}, one)
    if len(labels) > 2:
        yield Code(_counted(column.name, labels), place, column, {label: code for code, label in enumerate(labels)})


def in_order(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels in the order that they have of their own, such as low, medium, high, or as they are given."""
    for order in ORDERS:
        if all(label.casefold() in order for label in labels):
            return tuple(sorted(labels, key=lambda label: order.index(label.casefold())))
    return tuple(labels)


def _counted(name: str, labels: Sequence[str]) -> str:
    """A name that says the codes, only the first and the last where all of them have no room."""
    ends = [f"{label[:12]} {code}" for code, label in enumerate(labels)]
    whole = clean_name(f"{name} ({' · '.join(ends)})")
    if whole.endswith(")") and len(whole) < LONGEST_NAME:
        return whole
    return clean_name(f"{name[:20]} ({ends[0]} … {ends[-1]})")
