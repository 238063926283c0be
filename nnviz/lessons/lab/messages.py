"""The laboratory's sentences: what does nothing and why, and what a divergence means."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.data.added_features import ADDED_FEATURES
from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.core.types import FloatArray
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.controls import MOST_LAYERS
from nnviz.lessons.lab.settings import FEATURES, OWN, LabSettings
from nnviz.page.lesson import SliderMark


def stable_learning_rate(settings: LabSettings) -> float | None:
    """The learning rate below which descent on all training data of a linear model converges; None for other models.

    2/λmax of the loss, to which a subgradient step adds the curvature of the penalty, while a proximal step takes it
    away; infinite where every rate converges.
    """
    run = experiment.experiment(settings)
    if run.model.hidden or experiment.loss_name(settings) != experiment.SQUARED:
        return None
    return largest_stable_learning_rate(run.X, run.loss, _penalty_curvature(settings))


def _penalty_curvature(settings: LabSettings) -> FloatArray:
    """What the penalty adds to the curvature along each weight (P,)."""
    run = experiment.experiment(settings)
    of_penalty = (run.penalty.curvature or 0.0) * settings.penalty_strength if run.penalty else 0.0
    sign = -1.0 if run.optimizer.proximal else 1.0
    return np.where(run.model.penalised(settings.penalise_bias), sign * of_penalty, 0.0)


def slider_marks(settings: LabSettings) -> Mapping[str, SliderMark]:
    """The limit, marked on the learning rate where there is one."""
    limit = stable_learning_rate(settings)
    if limit is None or math.isinf(limit):
        return {}
    return {"learning_rate": SliderMark(limit, f"2/λmax = {limit:.3g}")}


def notice(settings: LabSettings) -> str:
    """A sentence about a combination of settings that needs one."""
    chosen = experiment.chosen(settings)
    if missing := chosen.notice(OWN):
        return missing
    task, n_classes = chosen.kind.task, chosen.kind.n_outputs
    if settings.model == "linear regression" and n_classes > 1:
        return (
            f"Linear regression predicts one number; these data have {n_classes} classes, so softmax regression runs."
        )
    if settings.model == "logistic regression" and task == "regression":
        return (
            "Logistic regression needs two classes; this data set has a number to predict, so linear regression runs."
        )
    if settings.model == "linear regression" and task == "classification":
        return "Linear regression treats the classes as the numbers 0 and 1 and minimises the squared error."
    if settings.standardise:
        return "The weights on the axes belong to standardised features: they count per standard deviation."
    return ""


def disabled_reasons(settings: LabSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    chosen, n_layers = experiment.chosen(settings), len(experiment.hidden(settings))
    if not chosen.kind.takes_noise:
        reasons["noise"] = "These are measurements: nothing is added to them."
    if settings.model != "network":
        for field in ("hidden_layers", "activation"):
            reasons[field] = "Only a network has hidden layers."
    for layer in range(n_layers + 1, MOST_LAYERS + 1):
        reasons[f"neurons_{layer}"] = f"There is no hidden layer {layer}."
    for word, field in FEATURES.items():
        if chosen.kind.n_features <= max(ADDED_FEATURES[word].of):
            reasons[field] = "These data have one feature alone."
    if n_layers == 0:
        reasons["dropout_rate"] = "Dropout leaves out hidden neurons: there are none."
        reasons["activation"] = "There is no hidden layer."
        if chosen.kind.task == "regression":
            reasons["neuron"] = "There are no hidden neurons and no classes."
    if settings.penalty_strength == 0:
        for field in ("penalty", "penalty_step", "penalise_bias"):
            reasons[field] = "λ is 0: there is no penalty."
    return reasons | dict(chosen.disabled_reasons("n_samples", "noise")) | _irrelevant_for_planes(settings)


def _irrelevant_for_planes(settings: LabSettings) -> dict[str, str]:
    if experiment.is_plane_known(settings):
        return dict.fromkeys(("plane", "first_weight", "second_weight"), "The model has two weights: both are axes.")
    if settings.plane == "two random directions":
        return dict.fromkeys(("first_weight", "second_weight"), "The axes are random directions.")
    return {}


def explain_divergence(settings: LabSettings, step: int) -> str:
    """Why the run ended at a step, and which changes would help."""
    limit = stable_learning_rate(settings)
    rate = settings.learning_rate
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    if limit is None or rate <= limit:
        remedies = _joined(["lower the learning rate", *_clip(settings)])
        return f"{sentence} The steps are too long for this surface: {remedies}."
    return (
        f"{sentence} The learning rate {rate:g} is above 2/λmax = {limit:.3g}: in the steepest direction the steps "
        f"overshoot the minimum by more and more. {_joined(_remedies(settings)).capitalize()}."
    )


def _remedies(settings: LabSettings) -> list[str]:
    """What can be changed so that a linear model does not diverge at this learning rate."""
    changes: dict[str, dict[str, object]] = {
        "standardise the features": {"standardise": True},
        "take the proximal step": {"penalty_step": "proximal"},
    }
    remedies = ["lower the learning rate"]
    for words, change in changes.items():
        limit = stable_learning_rate(settings.model_copy(update=change))
        if limit is not None and settings.learning_rate < limit:
            remedies.append(words)
    return remedies + _clip(settings)


def _clip(settings: LabSettings) -> list[str]:
    return ["clip the gradient"] if math.isinf(settings.clip_norm) else []


def _joined(parts: list[str]) -> str:
    """Alternatives in one phrase: "a, b or c"."""
    *before, last = parts
    return f"{', '.join(before)} or {last}" if before else last
