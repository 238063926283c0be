"""The laboratory's sentences: its text, what does nothing and why, and what a divergence means."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.settings import OWN, LabSettings
from nnviz.page.lesson import SliderMark
from nnviz.user_data.examples import NOT_IN_THE_LINK

OUTPUTS = {
    "linear regression": r"z = b + \sum_j w_j x_j, \qquad \hat y = z",
    "logistic regression": r"z = b + \sum_j w_j x_j, \qquad \hat y = \sigma(z) = \frac{1}{1 + e^{-z}}",
    "network": r"a_0 = x, \qquad a_\ell = \varphi(W_\ell a_{\ell-1} + b_\ell), \qquad z = W_L a_{L-1} + b_L",
}


def text(settings: LabSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    loss, objective = LOSSES[experiment.loss_name(settings)], "L"
    if penalty := experiment.penalty(settings):
        objective += rf" + {settings.penalty_strength:g} \cdot {PENALTIES[penalty.kind].formula(penalty)}"
    return "\n\n".join(
        [
            "## What is on the screen",
            f"The model is {settings.model}:",
            _display(OUTPUTS[settings.model]),
            "Its error on the $N$ training examples is the mean",
            _display(rf"L = \frac{{1}}{{N}} \sum_{{i=1}}^{{N}} {loss.formula}."),
            f"Every step takes the gradient $g$ of the objective $J = {objective}$ over the next batch of examples"
            + _clipped(settings)
            + " and moves all weights against it:",
            _display(rf"w \leftarrow w - {settings.learning_rate:g} \cdot g."),
            "An epoch is over when every example has been used once; the next one takes them in a new order. "
            "The batch loss is that of the batch just used, before the step; the training and the validation loss are "
            "those of all their examples after it, without the penalty and without dropout.",
            _stability(settings),
            "The link in the address bar holds every setting that is not at its default, the step on the screen, and "
            "the changes made while the run played: whoever opens it sees the same picture.",
            _source(settings),
        ]
    )


def _display(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _clipped(settings: LabSettings) -> str:
    if experiment.experiment(settings).optimizer.clips:
        return f", shortens it to the length {settings.clip_norm:g} where it is longer,"
    return ""


def _stability(settings: LabSettings) -> str:
    limit = stable_learning_rate(settings)
    if limit is None:
        return ""
    return (
        rf"With all examples in every batch, this model's descent converges for $\eta < 2/\lambda_\max = {limit:.4g}$, "
        "where $\\lambda_\\max$ is the largest curvature of the loss, and diverges above it. The steps of a smaller "
        "batch see other curvatures: they can diverge a little earlier."
    )


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


def _source(settings: LabSettings) -> str:
    if experiment.chosen(settings).is_own:
        return NOT_IN_THE_LINK
    source = experiment.chosen(settings).kind.source
    return f"Source of the data: {source}." if source else ""


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
