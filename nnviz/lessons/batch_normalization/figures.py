"""The page's figures, drawn from the settings alone; the runs move their traces."""

from dataclasses import replace
from functools import partial
from typing import Any

from nnviz.figures.answers import answers, examples_of
from nnviz.figures.colours import PALETTE
from nnviz.figures.layer_histograms import layer_histograms
from nnviz.figures.learning_rate_sweep import learning_rate_sweep
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.lessons.batch_normalization.experiment import N_LAYERS, SWEPT_RATES, data, grid, sweep
from nnviz.lessons.batch_normalization.settings import WITHOUT, BatchNormSettings
from nnviz.page.lesson import FigureSlot

DASHES = ("solid", "dash", "dot")


def runs(settings: BatchNormSettings) -> dict[str, Curve]:
    """How each run is named and drawn."""
    other = "without" if settings.beside == WITHOUT else settings.beside
    return {
        "normalised": Curve("normalised", "normalised", PALETTE["blue"]),
        "beside": Curve("beside", other, PALETTE["vermillion"], "dash"),
    }


def loss(settings: BatchNormSettings) -> Any:
    """The loss of both runs on the training points at inference, and of the normalised run's batches in training."""
    curves = [replace(run, array=f"{side}_training_loss") for side, run in runs(settings).items()]
    batch = Curve("normalised_batch_loss", "normalised, its batches", PALETTE["sky blue"], width=1.0)
    return loss_curve([batch, *curves], scale=settings.loss_axis, loss_name="log loss")


def rates(settings: BatchNormSettings) -> Any:
    """How well both do at other learning rates."""
    return learning_rate_sweep(SWEPT_RATES, sweep(settings), runs(settings), settings.learning_rate)


def histograms(settings: BatchNormSettings) -> Any:
    """The values inside both networks."""
    return layer_histograms(N_LAYERS, settings.values, list(runs(settings).values()))


def spread(settings: BatchNormSettings) -> Any:
    """The standard deviation of every layer's values over the steps."""
    curves = [
        Curve(f"{side}_spread_{depth}", f"{run.name}, layer {depth}", run.colour, DASHES[depth - 1], width)
        for (side, run), width in zip(runs(settings).items(), (3.5, 2.0), strict=True)
        for depth in range(1, N_LAYERS + 1)
    ]
    return loss_curve(curves, scale="logarithmic", loss_name="standard deviation")


def averages(settings: BatchNormSettings) -> Any:
    """The moving averages of one neuron against what they follow."""
    curves = [
        Curve("mean_now", "mean of all data now", PALETTE["sky blue"], width=2.0),
        Curve("moving_mean", "moving mean", PALETTE["blue"]),
        Curve("deviation_now", "deviation of all data now", PALETTE["orange"], "dash", 2.0),
        Curve("moving_deviation", "moving deviation", PALETTE["vermillion"], "dash"),
    ]
    return loss_curve(curves, loss_name=f"neuron {_followed(settings)} of layer 1").update_yaxes(rangemode="normal")


def _followed(settings: BatchNormSettings) -> int:
    return int(min(settings.neuron, settings.neurons))


def surface(side: str, settings: BatchNormSettings) -> Any:
    """The predictions of a run over the plane."""
    points, (training, _) = grid(settings), data(settings)
    return answers(examples_of(training), points.x, points.y, f"{side}_region")


FIGURES = (
    FigureSlot(
        "loss",
        "Training loss",
        loss,
        "of all training points, at inference; thin: of each batch before its step",
        redrawn_by=("loss_axis",),
    ),
    FigureSlot(
        "rates",
        "Learning rates",
        rates,
        "after 300 steps; no point where a run diverged; dotted: yours",
        redrawn_by=("batch_size", "learning_rate", "momentum"),
    ),
    FigureSlot(
        "histograms",
        "Inside the networks",
        histograms,
        "all neurons and training points; the outermost bins hold all beyond",
        redrawn_by=("values",),
    ),
    FigureSlot(
        "spread",
        "Spread of each layer",
        spread,
        "standard deviation of what the histograms count, over at most 60 training points",
        redrawn_by=(),
    ),
    FigureSlot(
        "averages", "Moving averages", averages, "of one neuron, before it is normalised", redrawn_by=("neuron",)
    ),
    FigureSlot(
        "normalised-surface", "Normalised", partial(surface, "normalised"), "predictions at inference", redrawn_by=()
    ),
    FigureSlot(
        "beside-surface", "Beside it", partial(surface, "beside"), "predictions at the same step", redrawn_by=()
    ),
)
