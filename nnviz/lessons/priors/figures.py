"""The figures of the priors page."""

from typing import Any

import numpy as np

from nnviz.core.analysis.priors import PRIORS, normalised, penalised_fit, posterior
from nnviz.figures.bindings import drags
from nnviz.figures.function_curves import Axis, Line, Spots, function_curves
from nnviz.lessons.priors import experiment
from nnviz.lessons.priors.settings import PriorSettings
from nnviz.page.lesson import FigureSlot

STYLES = {"Normal": "first", "Laplace": "second"}
PENALTY_NAMES = {"L1": "L1-penalised fit", "L2": "L2-penalised fit"}
N_AROUND = 401


def _around(settings: PriorSettings) -> Any:
    """Weights over four scales of the wider prior, or, where they differ much, over sixteen of the narrower one."""
    scales = sorted(_scale(settings, name) for name in PRIORS)
    reach = 4.0 * min(scales[-1], 4.0 * scales[0])
    return np.linspace(-reach, reach, N_AROUND)


def _scale(settings: PriorSettings, name: str) -> float:
    """The scale at which a prior is drawn beside the other: that of λ, or 1."""
    return 1.0 if settings.both_at_one else experiment.scale(settings, name)


def densities(settings: PriorSettings) -> Any:
    """Both priors at the scales that belong to λ, or both at scale 1."""
    return _priors(settings, "density", "density")


def log_densities(settings: PriorSettings) -> Any:
    """Their logarithms: the penalties, upside down."""
    return _priors(settings, "log_density", "ln density")


def slopes(settings: PriorSettings) -> Any:
    """The derivatives of the logarithms: how hard each prior pulls."""
    return _priors(settings, "slope", "slope of ln density")


def _priors(settings: PriorSettings, what: str, name: str) -> Any:
    w = _around(settings)
    lines = [
        Line(w, getattr(prior, what)(w, _scale(settings, kind)), f"{kind}, {prior.symbol}", STYLES[kind])
        for kind, prior in PRIORS.items()
    ]
    return function_curves((Axis("weight"), Axis(name)), lines)


def bayes(settings: PriorSettings) -> Any:
    """Likelihood, prior and posterior over the weight, with the mode and the penalised fit."""
    data, prior, scale, w = (
        experiment.line(settings),
        experiment.prior(settings),
        experiment.scale(settings),
        experiment.grid(settings),
    )
    after = posterior(data, prior, scale, w)
    lines = [
        Line(w, normalised(w, data.log_likelihood(w)), "likelihood, scaled to area 1", "first"),
        Line(w, prior.density(w, scale), f"{settings.prior} prior", "second"),
        Line(w, after, "posterior", "third"),
    ]
    fit, mode = experiment.fit(settings), int(np.argmax(after))
    spots = [
        Spots((w[mode],), (after[mode],), "mode of the posterior (MAP)"),
        Spots((fit,), (0.0,), PENALTY_NAMES[prior.penalty], style="other"),
    ]
    return function_curves((Axis("weight", experiment.reach(settings)), Axis("density")), lines, spots)


def scales(settings: PriorSettings) -> Any:
    """λ to the scale of either prior."""
    variance, now = experiment.line(settings).variance_per_example, settings.penalty_strength
    lines = [
        Line(
            experiment.STRENGTHS,
            np.array([prior.scale(s, variance) for s in experiment.STRENGTHS]),
            f"{kind}, {prior.symbol}",
            STYLES[kind],
        )
        for kind, prior in PRIORS.items()
    ]
    spots = [Spots((now,) * 2, [experiment.scale(settings, kind) for kind in PRIORS], "now")]
    axes = Axis("penalty strength λ", logarithmic=True), Axis("scale of the prior", logarithmic=True)
    return function_curves(axes, lines, spots, touch=drags({"x": "penalty_strength"})).update_xaxes(dtick=1)


def modes(settings: PriorSettings) -> Any:
    """The mode of the posterior on the grid, and the penalised fit, over λ."""
    data, prior, now = experiment.line(settings), experiment.prior(settings), settings.penalty_strength
    fits = np.array([penalised_fit(data, prior.penalty, strength) for strength in experiment.STRENGTHS])
    every_fifth = experiment.STRENGTHS[::5]
    found = [_mode(settings.model_copy(update={"penalty_strength": strength})) for strength in every_fifth]
    lines = [Line(experiment.STRENGTHS, fits, PENALTY_NAMES[prior.penalty], "third")]
    spots = [
        Spots(every_fifth, found, "mode on the grid", style="other"),
        Spots((now,), (penalised_fit(data, prior.penalty, now),), "now"),
    ]
    axes = Axis("penalty strength λ", logarithmic=True), Axis("weight")
    return function_curves(axes, lines, spots, touch=drags({"x": "penalty_strength"})).update_xaxes(dtick=1)


def _mode(settings: PriorSettings) -> float:
    w = experiment.grid(settings)
    return float(
        w[np.argmax(posterior(experiment.line(settings), experiment.prior(settings), experiment.scale(settings), w))]
    )


FIGURES = (
    FigureSlot("bayes", "From prior to posterior", bayes, "the posterior is likelihood times prior, area 1"),
    FigureSlot("densities", "Two priors", densities, "at the scales that λ gives them, or both at 1"),
    FigureSlot("log-densities", "Their logarithms", log_densities, "a parabola and a tent: penalties upside down"),
    FigureSlot("slopes", "Their pull", slopes, "the Normal's fades at 0, the Laplace's does not"),
    FigureSlot("scales", "λ and the scale", scales, "drag to change λ"),
    FigureSlot("modes", "MAP and penalised fit", modes, "on the grid and by formula: the same weight for every λ"),
)
