"""The probability of each of K classes over one feature, with the examples of each class in a row of their own."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.class_colours import CLASS_COLOURS
from nnviz.figures.class_examples import ClassExamples, class_marker
from nnviz.figures.examples import MOST_POINTS
from nnviz.figures.theme import blank

ROW = 0.07
"""How far the rows of points lie apart, in units of the axis of probabilities, below 0."""


LOOKS = [{"dash": dash, "width": width} for width in (4, 2) for dash in ("solid", "dash", "dot", "dashdot", "longdash")]
"""How the lines of the classes differ for whoever sees no colours."""


def class_curves(examples: ClassExamples, x: FloatArray) -> go.Figure:
    """Draw a curve for each class, which is replaced at each step, and below 0 where its examples lie.

    x (n,) is where the curves are drawn; the recorded array of class k is fit_k (steps, n). The class whose curve is
    highest is the one that is said. Examples held out are hollow.
    """
    n = len(examples.class_names)
    figure = blank(
        xaxis={"title": {"text": examples.feature_names[0]}},
        yaxis={"title": {"text": "probability"}, "range": [-ROW * (n + 0.7), 1.05], "tickvals": [0, 0.5, 1]},
    )
    figure.add_traces([_curve(x, k, name) for k, name in enumerate(examples.class_names)])
    for X, y, hollow in examples.parts():
        figure.add_traces([_row(X[y == k, 0], k, name, hollow) for k, name in enumerate(examples.class_names)])
    return figure


def _curve(x: FloatArray, k: int, name: str) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=[None],
        mode="lines",
        name=name,
        legendgroup=name,
        line={"color": CLASS_COLOURS[k], **LOOKS[k]},
        hovertemplate=f"x %{{x:.4g}}<br>{name} %{{y:.3g}}<extra></extra>",
        meta=follows(y=f"fit_{k}"),
    )


def _row(x: FloatArray, k: int, name: str, hollow: bool) -> go.Scatter:
    shown = x[:MOST_POINTS]
    return go.Scatter(
        x=shown,
        y=[-ROW * (k + 1)] * len(shown),
        mode="markers",
        name=f"examples of {name}",
        legendgroup=name,
        showlegend=False,
        marker=class_marker(k, hollow, size=7),
        hovertemplate=f"{name} %{{x:.4g}}<extra></extra>",
    )
