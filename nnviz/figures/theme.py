"""The look of every figure: palette, template, an empty figure to draw on.

Figures are light. In the dark theme of the page the browser turns them over as a whole (assets/css/dark.css).
"""

from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
from plotly.colors import hex_to_rgb, sequential

PALETTE = {
    "black": "#000000",
    "orange": "#E69F00",
    "sky blue": "#56B4E9",
    "bluish green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "vermillion": "#D55E00",
    "reddish purple": "#CC79A7",
}
"""Okabe and Ito (2008), "Color Universal Design": eight colours that colour-blind people can tell apart."""

GREY = "#808080"
WHITE = "#FFFFFF"
INK = "#1A1A1A"

GRID = "#E3E6EA"

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


def _template() -> go.layout.Template:
    """A template with type that reads from the back row."""
    axis = {**_AXIS, "gridcolor": GRID, "linecolor": INK}
    in_space = {**_AXIS_IN_SPACE, "gridcolor": GRID}
    return go.layout.Template(
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
        }
    )


THEME: dict[str, Any] = _template().to_plotly_json()
"""The template as plain JSON. It is the same for every figure, so it is added when one has been encoded: Plotly checks
and copies the template of every figure it makes, which takes ten times as long as the rest of an empty one."""

pio.templates.default = None


def lightened(colour: str, share_of_white: float) -> str:
    """Return a "#rrggbb" colour mixed with white, for areas that lines and points lie on."""
    parts = (round(part + share_of_white * (255 - part)) for part in hex_to_rgb(colour))
    return "#" + "".join(f"{part:02X}" for part in parts)


def light_viridis(share_of_white: float) -> list[list[float | str]]:
    """Return Viridis mixed with white, as a colour scale that paths and marks stand out from.

    The mix keeps what makes Viridis worth having: equal steps of the value are equal steps for the eye.
    """
    steps = len(sequential.Viridis) - 1
    return [[i / steps, lightened(colour, share_of_white)] for i, colour in enumerate(sequential.Viridis)]


def blank(**layout: Any) -> go.Figure:
    """Return an empty figure, without the theme, that keeps zoom and camera when it is drawn again.

    `layout` goes to Plotly as it is. Zoom and camera live as long as `layout.uirevision` stays the same; a page
    that wants them back at the start (other data, other axes) sets another one.
    """
    return go.Figure(layout={"uirevision": "kept", **layout})
