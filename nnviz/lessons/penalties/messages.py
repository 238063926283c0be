"""The sentences of the penalties page."""

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


def summary(settings: PenaltySettings) -> str:
    """The exact weights beside those without a penalty, and what the notebook prints for these settings."""
    X, y, names = experiment.data(settings)
    rows = {
        "exact, with the penalty": experiment.exact_now(settings),
        "without a penalty": ridge(X, y, 0.0),
    }
    if any(printed.exact for printed in printed_for(settings).values()) and settings.penalty == "L1":
        rounds = coordinate_rounds(X, y, settings.penalty_strength, n_rounds=3, bias=settings.penalise_bias)
        rows["three rounds of coordinate descent"] = rounds
    lines = [f"| {' | '.join(('weights', *names))} |", "|:--|" + "--:|" * len(names)]
    lines += [f"| {name} | {' | '.join(_numbers(weights))} |" for name, weights in rows.items()]
    return "\n".join(lines) + "\n\n" + _printed(settings)


def _numbers(weights: FloatArray) -> list[str]:
    return [f"{weight:.8f}" if weight else "0" for weight in weights]


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
    if settings.penalty == "p-norm" and settings.exponent < 1:
        return "p is below 1: the objective is not convex, and descent may end in any of its local minima."
    limit = stable_learning_rate(settings)
    if limit is not None and settings.learning_rate > limit and settings.comparison == METHODS:
        return f"The learning rate is above 2/λmax = {limit:.3g}: descent on all data diverges."
    return ""


def stable_learning_rate(settings: PenaltySettings) -> float | None:
    """2/λmax of the loss with the quadratic part of the penalty; None for a p-norm, which has no one curvature."""
    of_penalty = experiment.penalty(settings).curvature
    if of_penalty is None:
        return None
    X, _, _ = experiment.data(settings)
    curvature = np.full(X.shape[1] + 1, of_penalty * settings.penalty_strength)
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
        reasons["batch_size"] = "Eight sizes train side by side."
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
