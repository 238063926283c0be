"""The laboratory's figures, drawn from the settings alone; the run moves their traces."""

from functools import lru_cache
from typing import Any

import numpy as np

from nnviz.core.analysis.landscape import loss_on
from nnviz.core.training.advance import initial_state
from nnviz.figures.descents import Descent, Mark, Outline, Track
from nnviz.figures.gradient_norm import gradient_norm
from nnviz.figures.living_network import living_network
from nnviz.figures.loss_curve import LOSSES, loss_curve
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane, RecordedPlane
from nnviz.lessons.lab import diagram, experiment
from nnviz.lessons.lab.model_pictures import fit
from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.lesson import FigureSlot
from nnviz.runs.arrays import objective

N_PLANE = 50
MANY_EXAMPLES, N_PLANE_OF_MANY = 1000, 32  # a log loss is computed for every example at every point of the plane
ANCHOR = Track("anchor_x", "anchor_y", "anchor_z", step=None, how="now")
HERE = Descent(name="weights now", path=ANCHOR, point=ANCHOR)
PATH = Descent(name="path")


def loss(settings: LabSettings) -> Any:
    """The loss of batches, of all training data, of the validation data, and the penalised objective."""
    curves = [LOSSES["batch"], LOSSES["training"]]
    curves += [LOSSES["validation"]] if settings.validation_share else []
    curves += [LOSSES["with penalty"]] if settings.penalty_strength else []
    name, first = experiment.loss_name(settings), _first_loss(settings)
    return loss_curve(curves, scale=settings.loss_axis, loss_name=name, first_loss=first)


def _first_loss(settings: LabSettings) -> float:
    """The training loss of the first weights; 0 where a penalty adds to it what no picture may cut."""
    run = experiment.experiment(settings)
    if settings.penalty_strength:
        return 0.0
    return float(run.loss.per_example(run.model.outputs(initial_state(run).weights, run.X), run.y).mean())


def surface(settings: LabSettings) -> Any:
    """The loss over two weights in space, with the path on it."""
    if not experiment.is_plane_known(settings):
        return loss_surface(RecordedPlane(*_axis_names(settings), _height_name(settings)), [_descent(settings)])
    return loss_surface(_plane(settings), [PATH], _marks(settings))


def plane(settings: LabSettings) -> Any:
    """The same from above, with the ball of the penalty through the current weights."""
    outlines = [Outline("ball_x", "ball_y", f"same {settings.penalty} penalty")] if _has_ball(settings) else []
    if experiment.is_plane_known(settings):
        return parameter_plane(_plane(settings), [PATH], _marks(settings), outlines, equal_aspect=_has_ball(settings))
    recorded = RecordedPlane(*_axis_names(settings), _height_name(settings))
    return parameter_plane(recorded, [_descent(settings)], (), outlines)


def _descent(settings: LabSettings) -> Descent:
    """The path on a plane that moves; random directions show next to nothing of one (Li et al. 2018, section 7.1)."""
    return PATH if settings.plane == "two weights" else HERE


def _has_ball(settings: LabSettings) -> bool:
    return settings.penalty_strength > 0 and (experiment.is_plane_known(settings) or settings.plane == "two weights")


def _height_name(settings: LabSettings) -> str:
    return (
        f"{experiment.loss_name(settings)} + penalty" if settings.penalty_strength else experiment.loss_name(settings)
    )


def _axis_names(settings: LabSettings) -> tuple[str, str]:
    if settings.plane == "two random directions" and not experiment.is_plane_known(settings):
        return "along direction 1", "along direction 2"
    names = experiment.model(settings).parameter_names
    first, second = experiment.pair(settings)
    return names[first], names[second]


@lru_cache(maxsize=32)
def _plane(settings: LabSettings) -> Plane:
    """The loss over both weights, once for the picture in space and the one from above."""
    run = experiment.experiment(settings)
    n_points = N_PLANE if len(run.y) <= MANY_EXAMPLES else N_PLANE_OF_MANY
    cut = experiment.plane_through(settings, initial_state(run).weights, n_points)
    height = loss_on(cut, run.model, run.loss, run.X, run.y, run.penalty)
    return Plane(cut.a, cut.b, height, *_axis_names(settings), _height_name(settings))


def _marks(settings: LabSettings) -> list[Mark]:
    """The least squares weights, at their height on the surface that is drawn."""
    best = experiment.optimum(settings)
    if best is None:
        return []
    first, second = experiment.pair(settings)
    height = float(objective(experiment.experiment(settings), best[None])[0])
    return [Mark(float(best[first]), float(best[second]), "least squares", z=height)]


def gradient(settings: LabSettings) -> Any:
    """The length of the gradient, before and after clipping."""
    return gradient_norm(None if np.isinf(settings.clip_norm) else settings.clip_norm)


def network(settings: LabSettings) -> Any:
    """The model itself, with what each of its neurons says."""
    return living_network(diagram.living_network(settings))


PLANE = ("penalty_strength", "penalty", "penalise_bias", "plane", "first_weight", "second_weight", "edited_weights")
"""What a loss over two weights depends on, of all that does not start the run anew."""

FIGURES = (
    FigureSlot(
        "network",
        "Network",
        network,
        "what each neuron says; orange is +, blue −, of weights too",
        redrawn_by=(),
    ),
    FigureSlot(
        "loss", "Loss", loss, "at every step, on an axis of your choice", redrawn_by=("loss_axis", "penalty_strength")
    ),
    FigureSlot("fit", "Model and data", fit, "what the weights of this step predict", redrawn_by=("neuron",)),
    FigureSlot("surface", "Loss surface", surface, "turn it with the mouse; the path runs on it", redrawn_by=PLANE),
    FigureSlot("parameter-plane", "Parameter plane", plane, "the surface from above", redrawn_by=PLANE),
    FigureSlot(
        "gradient",
        "Gradient",
        gradient,
        "its length over all weights, before and after clipping",
        redrawn_by=("clip_norm",),
    ),
)
