"""A table of numbers as a figure: fixed, or replaced at each step of a run."""

from collections.abc import Sequence

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, INK, PALETTE, WHITE, lightened
from nnviz.figures.theme import blank

ROW_HEIGHT = 30
MOST_WIDE_COLUMNS = 6  # more of them are in smaller type, so that no sign is cut off on a phone


def number_table(
    header: Sequence[str],
    columns: Sequence[Sequence[str] | FloatArray] | None = None,
    array: str | None = None,
    formats: Sequence[str] | None = None,
    widths: Sequence[float] | None = None,
) -> go.Figure:
    """Draw a table with these columns, or one that shows the recorded `array` (steps, n_columns, n_rows).

    `formats` has a number format (d3) for each column, such as ".4~g"; "" leaves text as it is; `widths` are
    the columns' shares of the width.
    """
    type_size = 14 if len(header) <= MOST_WIDE_COLUMNS else 12
    cells = {
        "values": columns if array is None else [[]],
        "format": list(formats) if formats is not None else None,
        "align": "right",
        "height": ROW_HEIGHT,
        "font": {"size": type_size, "color": INK},
        "fill": {"color": WHITE},
        "line": {"color": lightened(GREY, 0.6)},
    }
    names = {
        "values": [f"<b>{name}</b>" for name in header],
        "align": "right",
        "height": ROW_HEIGHT + 4,
        "font": {"size": type_size, "color": INK},
        "fill": {"color": lightened(PALETTE["sky blue"], 0.7)},
        "line": {"color": lightened(GREY, 0.6)},
    }
    figure = blank(margin={"l": 2, "r": 2, "t": 8, "b": 2})
    meta = None if array is None else follows({"cells.values": array})
    return figure.add_trace(go.Table(header=names, cells=cells, columnwidth=widths, meta=meta))
