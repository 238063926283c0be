"""The colours of what neurons say: blue below 0, white at 0, orange above, as for the weights that carry it on."""

from nnviz.figures.colours import PALETTE, WHITE, lightened

LOWEST, ZERO, HIGHEST = 0, 50, 100
"""Activations are recorded as bytes: 0 for −1, 50 for 0 and 100 for 1, in shares of the largest."""

GAP = 125
"""What is recorded between two pictures of one image: it is white."""

BLUE_TO_ORANGE: list[tuple[float, str]] = [
    (0.0, lightened(PALETTE["sky blue"], 0.2)),
    (0.5, WHITE),
    (1.0, lightened(PALETTE["orange"], 0.2)),
]
"""From the lowest to the highest."""

WITH_GAPS = [*((0.8 * place, colour) for place, colour in BLUE_TO_ORANGE), (0.801, WHITE), (1.0, WHITE)]
"""The same from LOWEST to GAP."""
