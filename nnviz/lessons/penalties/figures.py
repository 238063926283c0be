"""The figures of the penalties page."""

from typing import Any

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.models.network import Network
from nnviz.figures.colours import PALETTE
from nnviz.figures.loss_curve import SCALES, Curve
from nnviz.figures.objective_slice import objective_slice
from nnviz.figures.weight_lines import style, weight_paths, weights_by_batch_size
from nnviz.figures.weight_traces import gap_traces, weight_traces
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings
from nnviz.page.lesson import FigureSlot

LOOKS = {"subgradient": (PALETTE["vermillion"], "solid", 1.5), "proximal": (PALETTE["blue"], "solid", 4.0)}
"""Colour, dash and width of a method's line."""

DASHES = {"subgradient": "dot", "proximal": "solid"}
"""The dash of a method's lines where the colour says which weight it is."""

OSCILLATIONS = 4.0
"""How many steps of the penalty alone, ηλ, the picture near zero reaches up and down."""


def _by_size(settings: PenaltySettings, what: str) -> list[Curve]:
    sizes = experiment.batch_sizes(settings)
    return [
        Curve(f"size_{place}_{what}", f"B = {size}", style(place)["color"], style(place)["dash"], 2.5)
        for place, size in enumerate(sizes)
    ]


def _exact_by_size(settings: PenaltySettings) -> Any:
    return experiment.exact_by_size(settings)


def weights(settings: PenaltySettings) -> Any:
    """All weights of both methods, or the bias of every batch size, with the exact values."""
    if settings.comparison == BATCH_SIZES:
        return weight_traces(_by_size(settings, "bias"), _exact_by_size(settings)[:, 0], "bias", step_name="epoch")
    names = experiment.data(settings)[2]
    curves = [
        Curve(f"{method}_{j}", f"{name}, {method}", style(j)["color"], DASHES[method], LOOKS[method][2])
        for method in experiment.methods(settings)
        for j, name in enumerate(names)
    ]
    return weight_traces(curves, experiment.exact_now(settings))


def near_zero(settings: PenaltySettings) -> Any:
    """The last weight: near zero for both methods, or whole for every batch size."""
    name = f"weight of {experiment.data(settings)[2][-1]}"
    if settings.comparison == BATCH_SIZES:
        return weight_traces(_by_size(settings, "last"), _exact_by_size(settings)[:, -1], name, step_name="epoch")
    last = len(experiment.data(settings)[2]) - 1
    curves = [Curve(f"{method}_{last}", method, *LOOKS[method]) for method in experiment.methods(settings)]
    reach = OSCILLATIONS * settings.learning_rate * (experiment.strongest(settings) or 1.0)
    exact = float(experiment.exact_now(settings)[-1])
    return weight_traces(curves, [exact], name, (exact - reach, exact + reach))


def gap(settings: PenaltySettings) -> Any:
    """How far each method is above the lowest objective, or the loss of every batch size."""
    if settings.comparison == BATCH_SIZES:
        return gap_traces(_by_size(settings, "loss"), "mean squared error", SCALES["logarithmic"], "epoch")
    curves = [Curve(f"{method}_gap", method, *LOOKS[method]) for method in experiment.methods(settings)]
    return gap_traces(curves, "objective − its minimum", SCALES["logarithmic"])


def paths(settings: PenaltySettings) -> Any:
    """The exact weights over λ."""
    now = experiment.mean_strength(settings, experiment.batch_size(settings))
    return weight_paths(experiment.PATH_STRENGTHS, experiment.path(settings), experiment.data(settings)[2], now)


def by_batch_size(settings: PenaltySettings) -> Any:
    """The exact weights over the batch size, and those reached in the run when it compares them."""
    names = experiment.data(settings)[2]
    compares = settings.comparison == BATCH_SIZES
    trained = {name: f"trained_{j}" for j, name in enumerate(names)} if compares else {}
    now = None if compares else experiment.batch_size(settings)
    return weights_by_batch_size(experiment.batch_sizes(settings), _exact_by_size(settings), names, trained, now)


def slice_of_objective(settings: PenaltySettings) -> Any:
    """The objective along one weight, the others at their exact values."""
    X, y, names = experiment.data(settings)
    place = 1 if settings.slice_weight == "weight of x" else len(names) - 1
    best = experiment.exact_now(settings)
    unpenalised = experiment.path(settings)[0]
    low, high = padded_range(np.array([0.0, best[place], unpenalised[place]]), margin=0.6, least_width=1.0)
    values = np.unique(np.concatenate([np.linspace(low, high, 301), [0.0, best[place]]]))
    moved = np.tile(best, (len(values), 1))
    moved[:, place] = values
    loss = ((moved[:, :1] + moved[:, 1:] @ X.T - y) ** 2).mean(axis=1)
    penalised = Network(X.shape[1]).penalised(settings.penalise_bias)
    strength = experiment.mean_strength(settings, experiment.batch_size(settings))
    penalty = strength * experiment.penalty(settings).size(moved, penalised)
    return objective_slice(values, loss, penalty, f"weight of {names[place]}")


EXACT = ("penalty_strength", "l1_share", "exponent", "penalise_bias", "divided_by_batch", "batch_size")
"""What the exact weights depend on, of all that does not start the run anew."""

FIGURES = (
    FigureSlot(
        "weights",
        "Weights in training",
        weights,
        "every step; thin dotted lines are the exact values",
        redrawn_by=EXACT,
    ),
    FigureSlot(
        "near-zero",
        "The last weight",
        near_zero,
        "magnified where two methods are compared",
        redrawn_by=(*EXACT, "learning_rate"),
    ),
    FigureSlot("paths", "Weights over λ", paths, "the exact answer for every penalty strength", redrawn_by=EXACT),
    FigureSlot(
        "slice",
        "Objective along one weight",
        slice_of_objective,
        "the others stay at their exact values",
        redrawn_by=(*EXACT, "slice_weight"),
    ),
    FigureSlot(
        "gap",
        "How far to go",
        gap,
        "above the lowest objective; the loss where batch sizes are compared",
        redrawn_by=(),
    ),
    FigureSlot(
        "by-batch-size", "Weights over the batch size", by_batch_size, "exact, and as trained", redrawn_by=EXACT
    ),
)
