"""A model of one feature over its data: the fitted line, or the fitted probability over labels 0 and 1."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, PALETTE
from nnviz.figures.examples import Examples, Points, scatter
from nnviz.figures.theme import blank


def fitted_line(examples: Examples, x: FloatArray, true_y: FloatArray | None = None, fit: str = "fit") -> go.Figure:
    """Draw examples with one feature and the fitted line ŷ(x), which is replaced at each step.

    x (n,) is where the line is drawn and `fit` names the recorded array (steps, n); true_y (n,) is the line that made
    the data, where it is known. The y axis is fitted to the data, so a diverging line leaves the picture and the
    data stay visible.
    """
    figure = _axes(examples, f"{examples.target_name}", _padded(examples))
    figure.add_traces([scatter(Points(X[:, 0], y, held_out)) for X, y, held_out in examples.parts()])
    if true_y is not None:
        figure.add_scatter(
            x=x,
            y=true_y,
            mode="lines",
            name="truth",
            line={"color": GREY, "width": 3, "dash": "dash"},
            hoverinfo="skip",
        )
    return figure.add_trace(_fit(x, fit))


def probability_curve(examples: Examples, x: FloatArray, probability: str = "fit", threshold: float = 0.5) -> go.Figure:
    """Draw labels 0 and 1 over one feature and the fitted probability p(x), which is replaced at each step.

    x (n,) is where the curve is drawn and `probability` names the recorded array (steps, n). A thin line marks the
    threshold, where the decision changes.
    """
    figure = _axes(examples, f"probability of {examples.is_class_1}", (-0.08, 1.08))
    figure.add_traces(
        [
            scatter(Points(X[:, 0], y, held_out, label, examples.class_name(label)))
            for X, y, held_out, label in examples.parts_by_class()
        ]
    )
    figure.add_hline(y=threshold, line={"color": GREY, "dash": "dot", "width": 2})
    return figure.add_trace(_fit(x, probability))


def _axes(examples: Examples, y_name: str, y_range: tuple[float, float]) -> go.Figure:
    return blank(
        xaxis={"title": {"text": examples.feature_names[0]}},
        yaxis={"title": {"text": y_name}, "range": y_range},
    )


def _fit(x: FloatArray, array: str) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=[None],
        mode="lines",
        name="fit",
        line={"color": PALETTE["bluish green"], "width": 4},
        hovertemplate="x %{x:.4g}<br>fit %{y:.4g}<extra></extra>",
        meta=follows(y=array),
    )


def _padded(examples: Examples) -> tuple[float, float]:
    """Return the range of the targets with room above and below, as wide as 1 when they are all the same."""
    lowest = min(float(y.min()) for _, y, _ in examples.parts())
    highest = max(float(y.max()) for _, y, _ in examples.parts())
    margin = 0.2 * (highest - lowest) or 0.5
    return lowest - margin, highest + margin
