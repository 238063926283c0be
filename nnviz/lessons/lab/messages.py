"""The laboratory's sentences: what does nothing and why, and what a divergence means."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.settings import OWN, LabSettings
from nnviz.page.lesson import SliderMark


def stable_learning_rate(settings: LabSettings) -> float | None:
    """2/λmax of the training data for a linear model, None where the curvature has no one value."""
    run = experiment.experiment(settings)
    if run.model.hidden or experiment.loss_name(settings) != "mean squared error":
        return None
    of_penalty = run.penalty.curvature if run.penalty else 0.0
    if of_penalty is None:
        return None
    curvature = of_penalty * settings.penalty_strength
    ridge = np.where(run.model.penalised(settings.penalise_bias), curvature, 0.0)
    return largest_stable_learning_rate(run.X, run.loss, ridge)


def slider_marks(settings: LabSettings) -> Mapping[str, SliderMark]:
    """2/λmax, marked on the learning rate where there is one."""
    limit = stable_learning_rate(settings)
    return {} if limit is None else {"learning_rate": SliderMark(limit, f"2/λmax = {limit:.3g}")}


def notice(settings: LabSettings) -> str:
    """A sentence about a combination of settings that needs one."""
    chosen = experiment.chosen(settings)
    if missing := chosen.notice(OWN):
        return missing
    task = chosen.kind.task
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
    for layer in range(n_layers + 1, 5):
        reasons[f"neurons_{layer}"] = f"There is no hidden layer {layer}."
    if n_layers == 0:
        reasons["dropout_rate"] = "Dropout leaves out hidden neurons: there are none."
        reasons["activation"] = "There is no hidden layer."
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
    """Why the run ended at a step, and what would help."""
    limit = stable_learning_rate(settings)
    rate = settings.learning_rate
    sentence = f"Diverged at step {step:,}: the loss of its batch passed 10¹⁵."
    if limit is not None and rate > limit:
        return (
            f"{sentence} The learning rate {rate:g} is above 2/λmax = {limit:.3g}, so each step overshoots the minimum "
            "by more than the last. Lower it, standardise the features, or clip the gradient."
        )
    return f"{sentence} The steps are too long for this surface: lower the learning rate or clip the gradient."
