import numpy as np
import pytest
from plotly.colors import hex_to_rgb

from nnviz.figures.colours import PALETTE, light_viridis, lightened
from nnviz.figures.theme import blank


def luminance(colour):
    """Relative luminance of "#rrggbb" (WCAG 2)."""
    parts = np.array(hex_to_rgb(colour)) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def test_the_palette_is_the_published_one():
    assert hex_to_rgb(PALETTE["vermillion"]) == (213, 94, 0)
    assert len(set(PALETTE.values())) == 8


def test_lightening_fully_gives_white_and_not_at_all_the_colour():
    assert lightened("#D55E00", 1.0) == "#FFFFFF"
    assert lightened("#D55E00", 0.0) == "#D55E00"


@pytest.mark.parametrize("share", [0.0, 0.2, 0.4])
def test_light_viridis_grows_lighter_all_the_way(share):
    scale = light_viridis(share)
    lightness = [luminance(colour) for _, colour in scale]
    assert (np.diff(lightness) > 0).all()
    assert (scale[0][0], scale[-1][0]) == (0, 1)


def test_layout_goes_to_plotly_and_may_replace_uirevision():
    figure = blank(uirevision="other data", hovermode="x")
    assert figure.layout.uirevision == "other data"
    assert figure.layout.hovermode == "x"
