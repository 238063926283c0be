"""What a threshold makes of probabilities: the confusion matrix, the scores read from it, and the ROC curve."""

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, PALETTE, WHITE, lightened
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank

SCORES = ("accuracy", "precision", "recall", "specificity")


def confusion_matrix(counts: str, class_names: tuple[str, ...] = ("0", "1")) -> go.Figure:
    """Draw the counts of true and false decisions; `counts` names the recorded [TN, FP, FN, TP] of a step."""
    ticks = {"tickvals": [0, 1], "ticktext": list(map(plain_text, class_names)), "showgrid": False}
    figure = blank(
        xaxis={"title": {"text": "called"}, "range": [-0.5, 1.5], **ticks},
        yaxis={"title": {"text": "label"}, "range": [1.5, -0.5], **ticks},
    )
    return figure.add_trace(
        go.Heatmap(
            x=[0, 1, 0, 1],
            y=[0, 0, 1, 1],
            z=[None],
            colorscale=[[0.0, WHITE], [1.0, lightened(PALETTE["blue"], 0.3)]],
            zmin=0,
            showscale=False,
            xgap=4,
            ygap=4,
            texttemplate="%{z}",
            textfont={"size": 26},
            hovertemplate="label %{y}, called %{x}: %{z}<extra></extra>",
            meta=follows(z=counts),
        )
    )


def score_bars(scores: str) -> go.Figure:
    """Draw accuracy, precision, recall and specificity; `scores` names the recorded four of a step."""
    figure = blank(
        xaxis={"title": {"text": "score at this threshold"}},
        yaxis={"title": {"text": "share"}, "range": [0.0, 1.12]},
    )
    figure.add_bar(
        x=list(SCORES),
        y=[None],
        marker={"color": lightened(PALETTE["blue"], 0.3)},
        showlegend=False,
        hovertemplate="%{x} %{y:.4f}<extra></extra>",
        meta=follows(y=scores),
    )
    # The numbers are a trace of their own: Plotly does not redraw the texts of bars that were empty.
    return figure.add_scatter(
        x=list(SCORES),
        y=[None],
        mode="text",
        texttemplate="%{y:.3f}",
        textposition="top center",
        textfont={"size": 16},
        showlegend=False,
        hoverinfo="skip",
        meta=follows(y=scores),
    )


def roc_figure(curve: tuple[str, str], point: tuple[str, str], threshold: float) -> go.Figure:
    """Draw the ROC curve and the place of the threshold on it.

    `curve` and `point` name the recorded false positive and true positive rates; the diagonal is what guessing gives.
    """
    figure = blank(
        xaxis={"title": {"text": "false positive rate"}, "range": [-0.03, 1.03]},
        yaxis={"title": {"text": "true positive rate"}, "range": [-0.03, 1.05]},
    )
    figure.add_scatter(
        x=[0, 1], y=[0, 1], mode="lines", name="guessing", line={"color": GREY, "width": 2, "dash": "dash"}
    )
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="lines",
        name="ROC curve",
        line={"color": PALETTE["blue"], "width": 4},
        hovertemplate="false positives %{x:.3f}<br>true positives %{y:.3f}<extra></extra>",
        meta=follows(x=curve[0], y=curve[1]),
    )
    return figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=f"threshold {threshold:g}",
        marker={"color": PALETTE["orange"], "size": 16, "line": {"color": WHITE, "width": 2}},
        hovertemplate="false positives %{x:.3f}<br>true positives %{y:.3f}<extra></extra>",
        meta=follows(x=point[0], y=point[1]),
    )
