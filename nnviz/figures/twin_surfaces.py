"""Two surfaces over the same two weights, side by side, seen from one place."""

from collections.abc import Sequence

import plotly.graph_objects as go

from nnviz.figures.bindings import turns_together
from nnviz.figures.descents import Mark
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.planes import Plane


def twin_surfaces(planes: tuple[Plane, Plane], marks: tuple[Sequence[Mark], Sequence[Mark]]) -> go.Figure:
    """Draw two planes' surfaces with contours on their floors and their marks; turning one turns the other.

    The marks of the second are in its own heights. `layout.meta` names the scenes whose cameras the page keeps in step.
    """
    left, right = (loss_surface(plane, (), its) for plane, its in zip(planes, marks, strict=True))
    left.layout.scene.domain.x, right.layout.scene.domain.x = (0.0, 0.5), (0.5, 1.0)
    named = {trace.name for trace in left.data}
    for trace in right.data:
        trace.scene = "scene2"
        trace.showlegend = trace.name not in named
    left.layout.scene2 = right.layout.scene
    left.layout.meta = turns_together("scene", "scene2")
    left.add_traces(right.data)
    for x, plane in zip((0.25, 0.75), planes, strict=True):
        left.add_annotation(
            x=x, y=0.9, xref="paper", yref="paper", text=plane.loss_name, showarrow=False, font={"size": 16}
        )
    return left
