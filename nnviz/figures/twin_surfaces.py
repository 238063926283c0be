"""Two surfaces over the same two weights, side by side, seen from one place."""

from collections.abc import Sequence

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import turns_together
from nnviz.figures.descents import Mark
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.planes import Plane


def twin_surfaces(planes: tuple[Plane, Plane], marks: tuple[Sequence[Mark], Sequence[Mark]]) -> go.Figure:
    """Draw two planes' surfaces with contours on their floors and their marks; turning one turns the other.

    The marks of the second are in its own heights. `layout.meta` names the scenes whose cameras the page keeps in step.
    """
    left, right = (loss_surface(plane, (), its) for plane, its in zip(planes, marks, strict=True))
    left.update_layout(scene={"domain": {"x": (0.0, 0.5)}}, meta=turns_together("scene", "scene2"))
    left.update_layout(scene2={**right.options["scene"], "domain": {"x": (0.5, 1.0)}})
    named = {trace.get("name") for trace in left.traces}
    for trace in right.traces:
        left.add_trace(trace.update(scene="scene2", showlegend=trace.get("name") not in named))
    for x, plane in zip((0.25, 0.75), planes, strict=True):
        left.add_annotation(
            x=x,
            y=0.9,
            xref="paper",
            yref="paper",
            xanchor="center",
            text=plane.loss_name,
            showarrow=False,
            font={"size": 16},
        )
    return left
