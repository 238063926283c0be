"""What tells K classes apart on every picture: a colour and a symbol for each, the first two as where there are two."""

from plotly.colors import hex_to_rgb

from nnviz.figures.colours import GREY, INK, PALETTE

CLASS_COLOURS = (
    PALETTE["blue"],
    PALETTE["vermillion"],
    PALETTE["bluish green"],
    PALETTE["orange"],
    PALETTE["reddish purple"],
    PALETTE["sky blue"],
    PALETTE["yellow"],
    PALETTE["black"],
    GREY,
    INK,
)
CLASS_SYMBOLS = (
    "circle",
    "diamond",
    "square",
    "triangle-up",
    "triangle-down",
    "pentagon",
    "star",
    "cross",
    "x",
    "hexagon",
)
"""By the number of the class, from 0 to 9."""


def fading(colour: str, most: float = 0.6) -> list[list[float | str]]:
    """A colour scale from nothing to a colour, of which a share `most` covers what lies below."""
    red, green, blue = hex_to_rgb(colour)
    return [[0.0, f"rgba({red},{green},{blue},0)"], [1.0, f"rgba({red},{green},{blue},{most:g})"]]
