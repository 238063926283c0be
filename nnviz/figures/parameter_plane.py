"""The plane of two weights from above: contours of the loss, the penalty's ball, the run's path."""

from collections.abc import Iterable, Mapping

import numpy as np

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import clicks
from nnviz.figures.colours import INK, PALETTE, WHITE, light_viridis
from nnviz.figures.descents import MARK_STYLES, Descent, Mark, Outline
from nnviz.figures.planes import Plane, RecordedPlane
from nnviz.figures.theme import COLOUR_BAR, blank

_DECADES = range(-6, 10)
_MANY_DECADES = 3.0  # of which 1, 2 and 5 of each would overlap beside a low picture


def parameter_plane(
    plane: Plane | RecordedPlane,
    descents: Iterable[Descent] = (Descent(),),
    marks: Iterable[Mark] = (),
    outlines: Iterable[Outline] = (),
    click: Mapping[str, str] | None = None,
    equal_aspect: bool = False,
) -> go.Figure:
    """Draw contours of the loss over two weights, paths that grow across it, marks, and outlines of penalties.

    Contours lie at equal steps of log₁₀ loss, so that a valley shows its floor; the colour bar is labelled with the
    loss itself and says that its scale is logarithmic. `click` maps "x" and "y" to the settings fields that a click
    on the picture sets. `equal_aspect` gives both weights the same unit of length (a circle looks like one).
    """
    ranges = plane.ranges()
    figure = blank(
        xaxis={"title": {"text": plane.x_name}, "range": ranges["x"], "showgrid": False},
        yaxis={"title": {"text": plane.y_name}, "range": ranges["y"], "showgrid": False},
    )
    if click is not None:
        figure.update_layout(meta=clicks(click))
    if equal_aspect:
        figure.update_yaxes(scaleanchor="x", scaleratio=1, constrain="domain")
        figure.update_xaxes(constrain="domain")
    figure.add_trace(_contours(plane))
    figure.add_traces([_outline(outline) for outline in outlines])
    for descent in descents:
        figure.add_traces([_path(descent), _point(descent)])
        figure.add_traces([_mark(descent.start)] if descent.start else [])
    return figure.add_traces([_mark(mark) for mark in marks])


def _ticks(plane: Plane | RecordedPlane) -> list[float]:
    """The losses that the colour bar names: 1, 2 and 5 of each decade, or the decades where there are many."""
    span = 0.0
    if isinstance(plane, Plane):
        levels = plane.contours()["z"]
        span = float(np.ptp(levels))
    return [factor * 10.0**decade for decade in _DECADES for factor in ((1,) if span > _MANY_DECADES else (1, 2, 5))]


def _contours(plane: Plane | RecordedPlane) -> go.Contour:
    ticks = _ticks(plane)
    return go.Contour(
        **plane.contours(),
        colorscale=light_viridis(share_of_white=0.4),
        ncontours=20,
        line={"width": 1, "color": WHITE},
        colorbar={
            **COLOUR_BAR,
            "title": {"text": f"{plane.loss_name} (log scale)", "side": "right", "font": {"size": 14}},
            "tickvals": np.log10(ticks),
            "ticktext": [f"{tick:g}" for tick in ticks],
        },
        hovertemplate=(
            f"{plane.x_name} %{{x:.4g}}<br>{plane.y_name} %{{y:.4g}}<br>loss %{{customdata:.4g}}<extra></extra>"
        ),
        name="loss",
    )


def _path(descent: Descent) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines",
        name=descent.name,
        line={"color": descent.colour, "width": 3, "dash": descent.dash},
        hovertemplate="step %{customdata}<br>(%{x:.4g}, %{y:.4g})<extra></extra>",
        meta=descent.path.meta("xy"),
    )


def _point(descent: Descent) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=f"{descent.name}, now",
        showlegend=False,
        marker={"color": descent.colour, "size": 15, "line": {"color": WHITE, "width": 2}},
        hovertemplate="step %{customdata}<br>(%{x:.4g}, %{y:.4g})<extra></extra>",
        meta=descent.point.meta("xy"),
    )


def _mark(mark: Mark) -> go.Scatter:
    style = MARK_STYLES[mark.kind]
    return go.Scatter(
        x=[mark.x],
        y=[mark.y],
        mode="markers",
        name=mark.name,
        marker={
            "color": style["colour"],
            "symbol": style["symbol"],
            "size": style["size"],
            "line": {"color": INK, "width": 1.5},
        },
        hovertemplate="(%{x:.4g}, %{y:.4g})<extra></extra>",
    )


def _outline(outline: Outline) -> go.Scatter:
    return go.Scatter(
        **outline.coordinates(),
        mode="lines",
        name=outline.name,
        line={"color": PALETTE["orange"], "width": 4},
        fill="toself",
        fillcolor="rgba(230, 159, 0, 0.15)",
        hoverinfo="skip",
    )
