"""The weights of neurons over two features as arrows from the origin, and of classes their sum."""

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.class_colours import CLASS_COLOURS
from nnviz.figures.colours import GREY, INK
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank


def weight_arrows(feature_names: tuple[str, ...], names: tuple[str, ...], n_neurons: int) -> go.Figure:
    """Draw an arrow for each neuron: of the classes `names`, with their sum as a cross, or of neurons without a name.

    The recorded arrays are arrow_x and arrow_y, of neuron j in the entries from 3j on: the origin, the weights, a gap;
    of classes arrow_x_k and arrow_y_k (steps, 2) for each, and sum_x and sum_y (steps, 1).
    """
    first, second = map(plain_text, feature_names)
    figure = blank(
        xaxis={"title": {"text": f"weight of {first}"}, "zeroline": True},
        yaxis={"title": {"text": f"weight of {second}"}, "zeroline": True, "scaleanchor": "x"},
    )
    if not names:
        return figure.add_trace(_arrow(f"{n_neurons} neurons", GREY, ""))
    figure.add_traces([_arrow(plain_text(name), CLASS_COLOURS[k], f"_{k}") for k, name in enumerate(names)])
    return figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name="their sum",
        marker={"symbol": "x", "size": 13, "color": INK},
        hovertemplate="sum (%{x:.4g}, %{y:.4g})<extra></extra>",
        meta=follows(x="sum_x", y="sum_y"),
    )


def _arrow(name: str, colour: str, suffix: str) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines+markers",
        name=name,
        line={"color": colour, "width": 3},
        marker={"symbol": "circle", "size": 8, "color": colour},
        hovertemplate="(%{x:.4g}, %{y:.4g})<extra></extra>",
        meta=follows(x=f"arrow_x{suffix}", y=f"arrow_y{suffix}"),
    )
