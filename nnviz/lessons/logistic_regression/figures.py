"""The pictures of the lesson on logistic regression; the run moves their traces, the threshold picks from them."""

import math
from typing import Any

import numpy as np

from nnviz.core.analysis.separation import entropy_of_share
from nnviz.figures.bindings import follows, handle, handles
from nnviz.figures.colours import PALETTE, WHITE
from nnviz.figures.convergence import convergence
from nnviz.figures.decisions import confusion_matrix, roc_figure, score_bars
from nnviz.figures.descents import Descent, Mark
from nnviz.figures.examples import Examples
from nnviz.figures.fit import probability_curve
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.newton_path import newton_in_space, newton_on_plane
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane
from nnviz.lessons.logistic_regression.experiment import own_examples, problem
from nnviz.lessons.logistic_regression.settings import CURVE_X, THRESHOLDS, LogisticRegressionSettings
from nnviz.page.lesson import FigureSlot

CURVES = (
    Curve("batch_loss", "batch", PALETTE["sky blue"], width=1.0),
    Curve("cross_entropy", "cross entropy", PALETTE["blue"], width=6.0),
    Curve("negative_mean_log_likelihood", "−ln ℒ / N", PALETTE["orange"], dash="dot"),
)
DESCENT = Descent(name="gradient descent")
EXCESS = Curve("excess_loss", DESCENT.name, DESCENT.colour, width=4.0)


def loss(settings: LogisticRegressionSettings) -> Any:
    """The log loss of batches and of all data, the negative mean log likelihood on top of it, and that without x."""
    constant = entropy_of_share(float(problem(settings).start.y.mean()))
    figure = loss_curve(CURVES, scale=settings.loss_axis, loss_name="log loss (nats)")
    if constant == 0.0:  # labels of one class
        return figure
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=constant, y1=constant, line={"dash": "dash", "width": 1})
    height = math.log10(constant) if settings.loss_axis == "logarithmic" else constant
    text = f"best constant: {constant:.3g}"
    return figure.add_annotation(
        x=1, xref="paper", xanchor="right", y=height, yanchor="bottom", text=text, showarrow=False
    )


def fit(settings: LogisticRegressionSettings) -> Any:
    """The fitted probability over the labels, the threshold, and the prediction at one place."""
    data, own = problem(settings).start, own_examples(settings)
    names = (own.feature_names, own.target_name) if own else (("x",), "label")
    examples = Examples(data.X, data.y, *names, class_names=own.class_names if own else ())
    figure = probability_curve(examples, np.array(CURVE_X), threshold=settings.threshold)
    figure.add_scatter(
        x=[settings.predict_at],
        y=[None],
        mode="markers+text",
        name=f"prediction at x = {settings.predict_at:g}",
        texttemplate=" %{y:.3f} ",
        textposition="middle left" if settings.predict_at > 3.0 else "middle right",
        textfont={"size": 16},
        marker={"color": PALETTE["orange"], "size": 16, "line": {"color": WHITE, "width": 2}},
        hovertemplate="p(%{x:.2f}) = %{y:.6f}<extra></extra>",
        meta=follows(y=f"fit/{CURVE_X.index(settings.predict_at)}"),
    )
    touch = handles(
        handle({"x": "predict_at"}, x=settings.predict_at), handle({"y": "threshold"}, y=settings.threshold)
    )
    return figure.update_layout(meta=touch).update_xaxes(range=[CURVE_X[0], CURVE_X[-1]])


def surface(settings: LogisticRegressionSettings) -> Any:
    """The log loss over bias and weight, with both paths on it."""
    found = problem(settings)
    shown = found.newton_shown
    figure = loss_surface(_plane(settings), [DESCENT], _marks(settings))
    return figure.add_trace(newton_in_space(shown, found.newton.loss[: len(shown)]))


def plane(settings: LogisticRegressionSettings) -> Any:
    """The same from above."""
    figure = parameter_plane(_plane(settings), [DESCENT], _marks(settings))
    return figure.add_trace(newton_on_plane(problem(settings).newton_shown))


def _plane(settings: LogisticRegressionSettings) -> Plane:
    found = problem(settings)
    return Plane(found.plane.a, found.plane.b, found.loss_on_plane, "bias", "w1", "log loss")


def _marks(settings: LogisticRegressionSettings) -> list[Mark]:
    found = problem(settings)
    if found.best is None:
        return []
    return [Mark(float(found.best[0]), float(found.best[1]), "maximum likelihood", z=found.minimum)]


def speed(settings: LogisticRegressionSettings) -> Any:
    """The excess loss of both methods against their steps."""
    found = problem(settings)
    if found.gap is None:
        name = "loss above its minimum"
    else:
        name = "loss (it falls to 0)" if found.minimum == 0.0 else f"loss above {found.minimum:.3g}"
    return convergence(found.newton.loss - found.minimum, EXCESS, name)


def _place(settings: LogisticRegressionSettings) -> int:
    return THRESHOLDS.index(settings.threshold)


def matrix(settings: LogisticRegressionSettings) -> Any:
    """The counts of decisions at the threshold."""
    own = own_examples(settings)
    return confusion_matrix(f"confusion/{_place(settings)}", (own.class_names if own else ()) or ("0", "1"))


def scores(settings: LogisticRegressionSettings) -> Any:
    """What is read from them."""
    return score_bars(f"scores/{_place(settings)}")


def roc(settings: LogisticRegressionSettings) -> Any:
    """The ROC curve and the threshold on it."""
    place = _place(settings)
    point = f"false_positive_rate/{place}", f"true_positive_rate/{place}"
    return roc_figure(("roc_x", "roc_y"), point, settings.threshold)


FIGURES = (
    FigureSlot(
        "loss",
        "Log loss",
        loss,
        "cross entropy and likelihood are one number; that of a batch is before its step",
        redrawn_by=("loss_axis",),
    ),
    FigureSlot(
        "fit",
        "Fitted probability",
        fit,
        "drag the prediction, or the line of the threshold",
        redrawn_by=("predict_at", "threshold"),
    ),
    FigureSlot("surface", "Loss surface", surface, "turn it with the mouse; both paths run on it", redrawn_by=()),
    FigureSlot("parameter-plane", "Parameter plane", plane, "the surface from above", redrawn_by=()),
    FigureSlot("convergence", "Two methods", speed, "what is left of the loss, on logarithmic axes", redrawn_by=()),
    FigureSlot(
        "confusion",
        "Confusion matrix",
        matrix,
        "decisions at the threshold, on the training data",
        redrawn_by=("threshold",),
    ),
    FigureSlot("roc", "ROC curve", roc, "all thresholds at once", redrawn_by=("threshold",)),
    FigureSlot("scores", "Scores", scores, "no bar: the score is undefined, 0/0", redrawn_by=("threshold",)),
)
