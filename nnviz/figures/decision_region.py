"""What a classifier of two features thinks at every point, with the data on top."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.activation_colours import BLUE_TO_ORANGE
from nnviz.figures.bindings import follows
from nnviz.figures.examples import Examples, scatter
from nnviz.figures.theme import COLOUR_BAR, blank
from nnviz.figures.zero_contour import zero_contour

CERTAIN = 100  # the region is recorded in percent: whole numbers from 0 to 100 fit into bytes


def decision_region(examples: Examples, x: FloatArray, y: FloatArray, region: str = "region") -> go.Figure:
    """Draw the probability of class 1 over two features, its 50 % line, and the examples of both classes.

    x (n_x,) and y (n_y,) are the evenly spaced grid, at most 60 by 60. `region` names the recorded array
    (steps, n_y, n_x) of probabilities in percent, 0 to 100 (bytes will do), and `<region>_logits` that of the logits.
    Blue is class 0, orange class 1, white undecided; training examples are filled, validation examples hollow.
    """
    figure = blank(
        xaxis={"title": {"text": examples.feature_names[0]}, "range": [x[0], x[-1]], "showgrid": False},
        yaxis={"title": {"text": examples.feature_names[1]}, "range": [y[0], y[-1]], "showgrid": False},
    )
    figure.add_traces(
        [_probability(examples.class_name(1), x, y, region), zero_contour(x, y, f"{region}_logits", "boundary")]
    )
    return figure.add_traces(list(map(scatter, examples.clouds_by_class())))


def _probability(class_1: str, x: FloatArray, y: FloatArray, region: str) -> go.Heatmap:
    return go.Heatmap(
        x=x,
        y=y,
        z=[],
        zmin=0,
        zmax=CERTAIN,
        zsmooth="fast",
        colorscale=BLUE_TO_ORANGE,
        colorbar={
            **COLOUR_BAR,
            "title": {"text": f"probability of {class_1} (%)", "side": "right", "font": {"size": 14}},
            "tickvals": [0, 25, 50, 75, 100],
        },
        hovertemplate=f"(%{{x:.4g}}, %{{y:.4g}})<br>{class_1}: %{{z:.0f}} %<extra></extra>",
        name="probability",
        meta=follows(z=region),
    )
