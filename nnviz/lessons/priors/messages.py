"""The sentences of the priors page."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.priors import PRIORS, posterior
from nnviz.lessons.priors import experiment
from nnviz.lessons.priors.settings import NOTEBOOKS, PriorSettings


def summary(settings: PriorSettings) -> str:
    """The scales, the mode and the penalised fit in numbers."""
    data, prior, w = experiment.line(settings), experiment.prior(settings), experiment.grid(settings)
    scale, fit = experiment.scale(settings), experiment.fit(settings)
    mode = w[np.argmax(posterior(data, prior, scale, w))]
    scales = ", ".join(
        f"{kind} {prior.symbol} = {experiment.scale(settings, kind):.5g}" for kind, prior in PRIORS.items()
    )
    rows = {
        f"mode of the posterior, of {len(w):,} weights": f"{mode:z.6f}",
        f"{prior.penalty}-penalised fit, one of them": f"{fit:z.6f}" if fit else "0",
        "likeliest weight": f"{data.likeliest:z.6f}",
        "mean of the posterior": f"{prior.posterior_mean(data.likeliest, data.spread, scale):z.6f}",
    }
    lines = ["| | |", "|:--|--:|", *(f"| {name} | {number} |" for name, number in rows.items())]
    told = f"λ = {settings.penalty_strength:g} with σ = {data.noise:g} and N = {len(data.y)} means {scales}."
    return told + "\n\n" + "\n".join(lines)


def disabled_reasons(settings: PriorSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    if settings.data == NOTEBOOKS:
        return dict.fromkeys(("true_weight", "n_samples", "noise", "seed"), "The notebook's data are fixed.")
    return {}
