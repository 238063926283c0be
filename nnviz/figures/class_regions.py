"""Which of K classes a model says at every point of the plane, and how surely, with the data on top."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.class_colours import CLASS_COLOURS, fading
from nnviz.figures.class_examples import ClassExamples, class_scatters
from nnviz.figures.theme import blank
from nnviz.figures.zero_contour import BORDER, zero_contour

CERTAIN = 100


def class_regions(
    examples: ClassExamples, x: FloatArray, y: FloatArray, straight: bool = False, prefix: str = ""
) -> go.Figure:
    """Draw a colour for each class, darker where its probability leads by more, and the borders between the classes.

    x (n_x,) and y (n_y,) are the evenly spaced grid. The recorded arrays of class k are lead_k (steps, n_y, n_x), by
    how much its probability leads in percent, 0 where another one does (bytes will do), and margin_k, by how much its
    logit does, of which the border is the contour at 0: white is undecided. Borders that are `straight`
    are border_x and border_y instead, two ends and a gap for each. All names begin with `prefix`.
    """
    first, second = examples.feature_names
    figure = blank(
        xaxis={"title": {"text": first}, "range": [x[0], x[-1]], "showgrid": False},
        yaxis={"title": {"text": second}, "range": [y[0], y[-1]], "showgrid": False},
    )
    classes = range(len(examples.class_names))
    figure.add_traces([_colour(x, y, k, examples.class_names[k], prefix) for k in classes])
    curved = [zero_contour(x, y, f"{prefix}margin_{k}", "border") for k in classes]
    figure.add_traces([_straight(prefix)] if straight else curved)
    return figure.add_traces(class_scatters(examples))


def _colour(x: FloatArray, y: FloatArray, k: int, name: str, prefix: str) -> go.Heatmap:
    return go.Heatmap(
        x=x,
        y=y,
        z=[],
        zmin=0,
        zmax=CERTAIN,
        zsmooth="fast",
        colorscale=fading(CLASS_COLOURS[k]),
        showscale=False,
        hoverinfo="skip",
        name=name,
        meta=follows(z=f"{prefix}lead_{k}"),
    )


def _straight(prefix: str) -> go.Scatter:
    """The borders of a linear model, which meet in points."""
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines",
        line=BORDER,
        showlegend=False,
        hoverinfo="skip",
        name="border",
        meta=follows(x=f"{prefix}border_x", y=f"{prefix}border_y"),
    )
