"""The colours of all figures: a palette that everyone can tell apart, and what each colour stands for.

What a thing is decides its colour, on every page the same; whatever has no role takes a colour of the palette that no
role of its figure has. The roles that the browser draws with stand in assets/css/base/colours.css as well; a test holds
both to one table.
"""

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

ROLES = {
    "training": PALETTE["blue"],
    "validation": PALETTE["vermillion"],
    "batch": PALETTE["sky blue"],
    "objective": PALETTE["bluish green"],
    "penalty": PALETTE["orange"],
    "path": PALETTE["vermillion"],
    "start": PALETTE["sky blue"],
    "optimum": PALETTE["yellow"],
    "penalised optimum": PALETTE["bluish green"],
    "fit": PALETTE["bluish green"],
    "residual": PALETTE["vermillion"],
    "redraws": PALETTE["orange"],
    "limit": PALETTE["vermillion"],
    "class 0": PALETTE["blue"],
    "class 1": PALETTE["vermillion"],
    "value": PALETTE["blue"],
    "derivative": PALETTE["vermillion"],
    "gradient": PALETTE["bluish green"],
    "positive weight": PALETTE["orange"],
    "negative weight": PALETTE["blue"],
    "before clipping": PALETTE["sky blue"],
    "after clipping": PALETTE["vermillion"],
}
"""What a line, a point or an area stands for -> its colour."""


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
