"""The page's figures, drawn from the settings alone; the runs move their traces."""

from functools import partial
from typing import Any

from nnviz.core.data.datasets import Dataset
from nnviz.figures.answers import answers, examples_of
from nnviz.figures.colours import INK, PALETTE
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.network_diagram import network_diagram
from nnviz.figures.neuron_surfaces import neuron_surfaces
from nnviz.figures.plain_text import plain_text
from nnviz.lessons.xor.experiment import N_NEURON, N_REGION, data, experiments, followed, grid, is_many
from nnviz.lessons.xor.settings import FOUR_POINTS, XorSettings
from nnviz.page.lesson import FigureSlot

LOSSES = (
    Curve("squared_loss", "½ Σ squared error", PALETTE["vermillion"]),
    Curve("log_loss", "Σ log loss", PALETTE["blue"], dash="dash"),
)
MEANS = (
    Curve("squared_loss", "mean squared error", PALETTE["vermillion"]),
    Curve("log_loss", "mean log loss", PALETTE["blue"], dash="dash"),
)
OF_CLASSES = (
    Curve("squared_loss", "mean squared error", PALETTE["vermillion"]),
    Curve("log_loss", "mean cross entropy", PALETTE["blue"], dash="dash"),
)
STYLES = (("blue", "solid"), ("vermillion", "dash"), ("orange", "dashdot"), ("sky blue", "dot"))


def loss(settings: XorSettings) -> Any:
    """Both losses, each the one that its run descends."""
    curves = LOSSES if settings.data == FOUR_POINTS else OF_CLASSES if is_many(settings) else MEANS
    return loss_curve(curves, scale=settings.loss_axis, loss_name="loss on all points")


def predictions(side: str, settings: XorSettings) -> Any:
    """The predicted probability of four examples over the steps: of class 1, or of many classes that of their own."""
    examples = followed(settings)
    curves = [
        Curve(f"{side}_point_{i}", f"({x1:.2g}, {x2:.2g}): {_name(examples, label)}", PALETTE[colour], dash)
        for i, ((x1, x2), label, (colour, dash)) in enumerate(zip(examples.X, examples.y, STYLES, strict=True), 1)
    ]
    own = " of its own class" if is_many(settings) else ""
    figure = loss_curve(curves, loss_name=f"predicted probability{own}")
    return figure.update_yaxes(range=[-0.02, 1.02])


def _name(examples: Dataset, label: float) -> str:
    return plain_text(examples.class_names[int(label)]) if examples.class_names else f"{label:g}"


def surface(side: str, settings: XorSettings) -> Any:
    """The predicted probability over the plane, the followed examples numbered."""
    points = grid(settings, N_REGION)
    figure = answers(examples_of(data(settings)), points.x, points.y, f"{side}_region")
    for number, (x1, x2) in enumerate(followed(settings).X, 1):
        figure.add_annotation(x=x1, y=x2, text=str(number), showarrow=False, xshift=13, yshift=13, font={"color": INK})
    return figure


def neurons(settings: XorSettings) -> Any:
    """What every hidden neuron says about the plane."""
    points = grid(settings, N_NEURON)
    return neuron_surfaces(examples_of(data(settings)), points.x, points.y, int(settings.neurons))


def diagram(settings: XorSettings) -> Any:
    """The network of the run that is looked into."""
    run, examples = experiments(settings)["log"], data(settings)
    classes = examples.class_names if is_many(settings) else ()
    return network_diagram(run.model.layers, examples.feature_names, classes=classes)


FIGURES = (
    FigureSlot("loss", "Loss", loss, "each run descends its own", redrawn_by=("loss_axis",)),
    FigureSlot(
        "diagram",
        "Network",
        diagram,
        "orange weights are positive, blue ones negative; width is √|weight|",
        redrawn_by=(),
    ),
    FigureSlot(
        "squared-predictions",
        "Four points, squared error",
        partial(predictions, "squared"),
        "predictions of four points",
        redrawn_by=(),
    ),
    FigureSlot(
        "log-predictions",
        "Four points, log loss",
        partial(predictions, "log"),
        "predictions of the same points",
        redrawn_by=(),
    ),
    FigureSlot(
        "squared-surface", "Squared error", partial(surface, "squared"), "prediction over the plane", redrawn_by=()
    ),
    FigureSlot("log-surface", "Log loss", partial(surface, "log"), "prediction over the plane", redrawn_by=()),
    FigureSlot("hidden", "Hidden neurons", neurons, "what each one sees; its sum is 0 on the line", redrawn_by=()),
)
