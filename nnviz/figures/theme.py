"""The look of every figure: template, an empty figure to draw on.

Figures are light. In the dark theme of the page the browser turns them over as a whole (assets/css/themes/dark.css).
"""

from typing import Any

import plotly.graph_objects as plotly
import plotly.io as pio

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GRID, INK, PALETTE, WHITE

COLOUR_BAR = {
    "thickness": 12,
    "xpad": 6,
    "outlinewidth": 0,
    "tickfont": {"size": 13},
}
"""How every colour bar looks: narrow, so that the picture keeps the room."""

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_CYCLE = [
    PALETTE[name] for name in ("blue", "vermillion", "bluish green", "orange", "sky blue", "reddish purple", "yellow")
]


_AXIS = {
    "title": {"font": {"size": 18}, "standoff": 8},
    "tickfont": {"size": 14},
    "ticklabelstandoff": 4,  # else the 0 of one axis touches that of the other
    "zeroline": False,
    "exponentformat": "power",
    "minexponent": 4,
    "minorloglabels": "complete",
    "nticks": 7,
    "automargin": True,
}
_AXIS_IN_SPACE = {
    "title": {"font": {"size": 16}},
    "tickfont": {"size": 12},
    "zeroline": False,
    "showbackground": False,
    "showspikes": False,
    "nticks": 5,
}


def _template() -> plotly.layout.Template:
    """A template with type that reads from the back row."""
    axis = {**_AXIS, "gridcolor": GRID, "linecolor": INK}
    in_space = {**_AXIS_IN_SPACE, "gridcolor": GRID}
    return plotly.layout.Template(
        layout={
            "font": {"family": _FONT, "size": 15, "color": INK},
            "paper_bgcolor": WHITE,
            "plot_bgcolor": WHITE,
            "colorway": _CYCLE,
            "margin": {"l": 12, "r": 12, "t": 40, "b": 12},
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1.01,
                "yanchor": "bottom",
                "font": {"size": 14},
                "entrywidth": 0,
                "tracegroupgap": 0,
                "bgcolor": "rgba(0,0,0,0)",
            },
            "hoverlabel": {"font": {"size": 15, "family": _FONT}},
            "hovermode": "closest",
            "xaxis": axis,
            "yaxis": axis,
            "scene": {"xaxis": in_space, "yaxis": in_space, "zaxis": in_space},
        },
        # Smooth curves stay smooth; one that grows is simplified while it does (assets/js/figures/fast_traces.mjs).
        data={"scatter": [{"line": {"simplify": False}}]},
    )


THEME: dict[str, Any] = _template().to_plotly_json()
"""The template as plain JSON. It is the same for every figure, so it is added when one has been encoded: Plotly checks
and copies the template of every figure it makes, which takes ten times as long as the rest of an empty one."""

pio.templates.default = None


def blank(**layout: Any) -> go.Figure:
    """Return an empty figure, without the theme, that keeps zoom and camera when it is drawn again.

    `layout` goes to Plotly as it is. Zoom and camera live as long as `layout.uirevision` stays the same; a page
    that wants them back at the start (other data, other axes) sets another one.
    """
    return go.Figure(layout={"uirevision": "kept", **layout})


def numbered(axis: int) -> str:
    """What Plotly puts behind "x" or "yaxis" for the axis with this number: nothing for the first one."""
    return "" if axis == 1 else str(axis)
