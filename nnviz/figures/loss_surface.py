"""The loss as a landscape over two weights, with the run's path down it."""

from collections.abc import Iterable

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import INK, WHITE, light_viridis
from nnviz.figures.descents import MARK_STYLES, Descent, Mark
from nnviz.figures.planes import Plane, RecordedPlane
from nnviz.figures.theme import blank

_ON_TOP = 0.999
"""The opacity of what lies on a surface. Plotly draws what is not opaque after all that is, in the order of the traces,
and hides none of it: so no marker is sunk in the surface, which is drawn before it."""

_CAMERA = {"eye": {"x": 1.3, "y": -1.85, "z": 0.95}, "center": {"x": -0.08, "y": -0.06, "z": -0.15}}


def loss_surface(
    plane: Plane | RecordedPlane, descents: Iterable[Descent] = (Descent(),), marks: Iterable[Mark] = ()
) -> go.Figure:
    """Draw the loss over two weights in 3D, contour lines on its floor, and paths that grow down it.

    A Plane stands still; a RecordedPlane is replaced at each step. The paths and the points where the runs are now
    start empty. Marks need their z. The camera stays where the user put it for as long as uirevision is the same.
    """
    ranges = plane.ranges()
    figure = blank(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        legend={"y": 0.99, "yanchor": "top"},
        scene={
            "xaxis": {"title": {"text": plane.x_name}, "range": ranges["x"]},
            "yaxis": {"title": {"text": plane.y_name}, "range": ranges["y"]},
            "zaxis": {"title": {"text": plane.loss_name}, "range": ranges["z"]},
            "aspectmode": "manual",
            "aspectratio": {"x": 1.1, "y": 1.1, "z": 0.75},
            "camera": _CAMERA,
        },
    )
    figure.add_trace(_surface(plane))
    for descent in descents:
        figure.add_traces([_path(descent), _point(descent)])
        figure.add_traces([_mark(descent.start)] if descent.start else [])
    return figure.add_traces([_mark(mark) for mark in marks])


def _surface(plane: Plane | RecordedPlane) -> go.Surface:
    return go.Surface(
        **plane.surface(),
        colorscale=light_viridis(share_of_white=0.2),
        showscale=False,
        opacity=0.9,
        contours_z_show=True,
        contours_z_usecolormap=True,
        contours_z_project_z=True,
        contours_z_width=2,
        lighting={"ambient": 0.8, "diffuse": 0.5, "specular": 0.05},
        hovertemplate=_hover(plane, "loss %{z:.4g}"),
        name="loss",
    )


def _path(descent: Descent) -> go.Scatter3d:
    return go.Scatter3d(
        x=[None],
        y=[None],
        z=[None],
        mode="lines",
        name=descent.name,
        opacity=_ON_TOP,
        line={"color": descent.colour, "width": 7, "dash": descent.dash},
        hovertemplate="step %{customdata}<br>loss %{z:.4g}<extra></extra>",
        meta=descent.path.meta("xyz"),
    )


def _point(descent: Descent) -> go.Scatter3d:
    return go.Scatter3d(
        x=[None],
        y=[None],
        z=[None],
        mode="markers",
        name=f"{descent.name}, now",
        showlegend=False,
        opacity=_ON_TOP,
        marker={"color": descent.colour, "size": 8, "line": {"color": WHITE, "width": 2}},
        hovertemplate="step %{customdata}<br>loss %{z:.4g}<extra></extra>",
        meta=descent.point.meta("xyz"),
    )


def _mark(mark: Mark) -> go.Scatter3d:
    style = MARK_STYLES[mark.kind]
    return go.Scatter3d(
        x=[mark.x],
        y=[mark.y],
        z=[mark.z],
        mode="markers",
        name=mark.name,
        opacity=_ON_TOP,
        marker={
            "color": style["colour"],
            "symbol": style["symbol in space"],
            "size": 7,
            "line": {"color": INK, "width": 2},
        },
        hovertemplate="(%{x:.4g}, %{y:.4g})<br>loss %{z:.4g}<extra></extra>",
    )


def _hover(plane: Plane | RecordedPlane, value: str) -> str:
    return f"{plane.x_name} %{{x:.4g}}<br>{plane.y_name} %{{y:.4g}}<br>{value}<extra></extra>"
