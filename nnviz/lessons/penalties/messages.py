"""The sentences of the penalties page."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.core.solvers.lasso import coordinate_rounds
from nnviz.core.solvers.ridge import ridge
from nnviz.core.types import FloatArray
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.notebooks_fits import is_notebooks
from nnviz.lessons.penalties.printed import printed_for
from nnviz.lessons.penalties.settings import BATCH_SIZES, COPIED, METHODS, USELESS, PenaltySettings
from nnviz.page.numerals import decimals, digits


def summary(settings: PenaltySettings) -> str:
    """The exact weights beside those without a penalty, and what the notebook prints for these settings."""
    X, y, names = experiment.data(settings)
    strength = experiment.mean_strength(settings, experiment.batch_size(settings))
    rows = {
        f"exact, λ = {digits(strength, 3)}": experiment.exact_now(settings),
        "without a penalty": ridge(X, y, 0.0),
    }
    if any(printed.exact for printed in printed_for(settings).values()) and settings.penalty == "L1":
        rounds = coordinate_rounds(X, y, settings.penalty_strength, n_rounds=3, bias=settings.penalise_bias)
        rows["three rounds of coordinate descent"] = rounds
    lines = [f"| {' | '.join(('weights', *names))} |", "|:--|" + "--:|" * len(names)]
    lines += [f"| {name} | {' | '.join(_numbers(weights))} |" for name, weights in rows.items()]
    return "\n".join(lines) + "\n\n" + _printed(settings)


def _numbers(weights: FloatArray) -> list[str]:
    return [decimals(weight, 8) if weight else "0" for weight in weights]


def _printed(settings: PenaltySettings) -> str:
    told = []
    for name, printed in printed_for(settings).items():
        digits = "; ".join(f"`{one}`" for one in printed.digits)
        if not printed.exact:
            told.append(f"The notebook prints, after {settings.epochs:g} epochs of (sub)gradient descent: {digits}.")
        elif name.startswith("lasso"):
            told.append(
                f"It prints for scikit-learn's `Lasso(alpha=1)`: {digits}, which stops after three rounds of "
                "coordinate descent, when the seventh decimal is not settled yet."
            )
        else:
            told.append(f"The notebook prints for scikit-learn's `Ridge(alpha=2)`: {digits}.")
    return " ".join(told)


def notice(settings: PenaltySettings) -> str:
    """A sentence about a combination of settings that needs one."""
    if settings.penalty == "p-norm" and settings.exponent < 1 and settings.penalty_strength:
        return "p is below 1: the objective is not convex, and each weight has a local minimum at 0."
    return _too_fast(settings) if settings.comparison == METHODS else ""


def _too_fast(settings: PenaltySettings) -> str:
    """Which kinds of step the learning rate is too large for."""
    limits = {method: stable_learning_rate(settings, method) for method in experiment.methods(settings)}
    above = {method: limit for method, limit in limits.items() if settings.learning_rate > limit}
    if not above:
        return ""
    if len(above) == 1:
        (method, limit), others = next(iter(above.items())), limits.keys() - above.keys()
        calm = "".join(f" The {other} step converges." for other in others)
        return f"The learning rate is above 2/λmax = {limit:.3g} of the {method} step: on all data it diverges.{calm}"
    told = " and ".join(f"{limit:.3g} of the {method} step" for method, limit in above.items())
    return f"The learning rate is above 2/λmax, {told}: on all data both diverge."


def stable_learning_rate(settings: PenaltySettings, method: str) -> float:
    """The learning rate above which this kind of step on all data diverges, for the λ that training uses.

    2/λmax of the loss, to which a subgradient step adds the curvature of the penalty, while a proximal step takes it
    away; infinite where every rate converges, and for a p-norm, which has no one curvature.
    """
    of_penalty = experiment.penalty(settings).curvature
    if of_penalty is None:
        return math.inf
    X, _, _ = experiment.data(settings)
    strength = experiment.mean_strength(settings, experiment.batch_size(settings))
    curvature = np.full(X.shape[1] + 1, (-1.0 if method == "proximal" else 1.0) * of_penalty * strength)
    curvature[0] *= settings.penalise_bias
    return largest_stable_learning_rate(X, LOSSES["mean squared error"], curvature)


def disabled_reasons(settings: PenaltySettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    if settings.penalty != "elastic net":
        reasons["l1_share"] = "Only the elastic net mixes two penalties."
    if settings.penalty != "p-norm":
        reasons["exponent"] = "Only the p-norm has an exponent to choose."
    if settings.comparison == BATCH_SIZES:
        reasons["batch_size"] = "All batch sizes train side by side."
    if is_notebooks(settings):
        own = ("n_useless", "correlation", "n_samples", "noise", "seed")
        reasons |= dict.fromkeys(own, "The notebook's data, first weights and shuffles are fixed.")
    elif settings.data == COPIED:
        reasons |= dict.fromkeys(("n_useless", "correlation"), "The extra feature is a copy of x.")
    elif settings.data == USELESS and settings.n_useless == 0:
        reasons["correlation"] = "There is no useless feature."
    return reasons


def ending(settings: PenaltySettings) -> str:
    """The sentence at the last step."""
    return f"Complete after {settings.epochs:g} epochs, as set."


def explain_divergence(settings: PenaltySettings, step: int) -> str:
    """Why the run ended at a step."""
    unit = "epoch" if settings.comparison == BATCH_SIZES else "step"
    return f"Diverged at {unit} {step:,}: the loss of a batch passed 10¹⁵. Lower the learning rate."
