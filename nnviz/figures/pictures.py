"""Small pictures of numbers in rows and columns: digits that are taken for others, and the weights of neurons."""

from typing import NamedTuple

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import INK, ROLES, WHITE
from nnviz.figures.theme import blank


class Tiles(NamedTuple):
    """How pictures lie: their rows and columns, and the size of the room of one, in points."""

    n_rows: int
    n_columns: int
    height: int
    width: int

    @property
    def axes(self) -> dict[str, dict[str, object]]:
        """Axes without signs, row 0 at the top, points as high as wide."""
        bottom, right = self.n_rows * self.height - 0.5, self.n_columns * self.width - 0.5
        hidden = {"visible": False, "constrain": "domain"}
        return {
            "xaxis": {**hidden, "title": {"text": "column"}, "range": [-0.5, right]},
            "yaxis": {**hidden, "title": {"text": "row"}, "range": [bottom, -0.5], "scaleanchor": "x"},
        }


def wrong_pictures(tiles: Tiles) -> go.Figure:
    """Draw pictures, and beside each what it is and what it is taken for.

    The recorded arrays are wrong_pictures (steps, points high, points wide), from 0 to 16, and for each tile wrong_x
    and wrong_y, where its words stand (NaN: nowhere), wrong_right and wrong_called, the two classes.
    """
    figure = blank(**tiles.axes, showlegend=False)
    figure.add_heatmap(
        z=[],
        zmin=0,
        zmax=16,
        colorscale=[[0.0, WHITE], [1.0, INK]],
        showscale=False,
        hoverinfo="skip",
        meta=follows(z="wrong_pictures"),
    )
    words = {
        "wrong_right": ("top right", INK, "%{customdata}"),
        "wrong_called": ("bottom right", RED, "→ %{customdata}"),
    }
    for array, (position, colour, template) in words.items():
        figure.add_scatter(
            x=[None],
            y=[None],
            customdata=[],
            mode="text",
            texttemplate=template,
            textposition=position,
            textfont={"size": 15, "color": colour},
            hoverinfo="skip",
            meta=follows(x="wrong_x", y="wrong_y", customdata=array),
        )
    return figure


RED = ROLES["validation"]


def weight_pictures(tiles: Tiles, names: tuple[str, ...]) -> go.Figure:
    """Draw the weights of neurons as pictures, orange above 0 and blue below, named where there are names.

    The recorded array is weight_pictures (steps, points high, points wide): 0 to 100, 50 for a weight of 0.
    """
    figure = blank(**tiles.axes)
    figure.add_heatmap(
        z=[],
        zmin=0,
        zmax=100,
        colorscale=[[0.0, ROLES["negative weight"]], [0.5, WHITE], [1.0, ROLES["positive weight"]]],
        showscale=False,
        hoverinfo="skip",
        meta=follows(z="weight_pictures"),
    )
    for j, name in enumerate(names):
        row, column = divmod(j, tiles.n_columns)
        at = {"x": column * tiles.width - 0.4, "y": row * tiles.height - 0.4}
        figure.add_annotation(**at, text=name, showarrow=False, xanchor="left", yanchor="top", font={"size": 16})
    return figure
