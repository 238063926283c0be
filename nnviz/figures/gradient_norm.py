"""The length of the gradient over the steps of a run, before and after clipping."""

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, ROLES
from nnviz.figures.loss_curve import LOGARITHMIC, Curve, growing_line
from nnviz.figures.theme import blank


def gradient_norm(
    clip_norm: float | None = None,
    before: str = "gradient_norm",
    after: str = "update_norm",
    step: str = "step",
    label: str = "",
) -> go.Figure:
    """Draw ‖∇L‖₂ before and after clipping against the step, on a logarithmic axis, with the clip norm as a line.

    Both lines are empty and grow with the run; `before`, `after` and `step` name the recorded arrays. Without a clip
    norm the two are the same line, and only the first is drawn. `label` stands at the clip norm instead of its words.
    """
    figure = blank(
        xaxis={"title": {"text": "step"}, "rangemode": "tozero", "hoverformat": ",d"},
        yaxis={"title": {"text": "gradient norm"}, **LOGARITHMIC},
        hovermode="x unified",
        showlegend=True,
    )
    figure.update_xaxes(unifiedhovertitle={"text": "step %{x}"})
    figure.add_trace(growing_line(Curve(before, "before clipping", ROLES["before clipping"], width=2), step))
    if clip_norm is None:
        return figure
    figure.add_trace(growing_line(Curve(after, "after clipping", ROLES["after clipping"], width=1.5), step))
    return figure.add_hline(
        y=clip_norm,
        line={"color": GREY, "dash": "dash", "width": 3},
        label={"text": label or f"clip norm {clip_norm:g}", "textposition": "end", "font": {"size": 15}},
    )
