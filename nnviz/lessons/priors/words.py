"""The sentences of the priors page."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.priors import PRIORS, penalised_fit, posterior
from nnviz.lessons.priors import setup
from nnviz.lessons.priors.knobs import NOTEBOOKS, PriorSettings

TEXT = """\
## A penalty is a belief

The model is $y_i = w x_i + \\varepsilon_i$ with $\\varepsilon \\sim N(0, \\sigma^2)$: one weight, no bias, known noise.
Its likelihood and two priors for the weight are

$$
\\ln P(y \\mid w) = -\\frac{1}{2\\sigma^2}\\sum_{i=1}^N (y_i - w x_i)^2 + \\text{const}, \\qquad
f(w) = \\frac{1}{\\sqrt{2\\pi\\tau^2}}\\, e^{-w^2/2\\tau^2}, \\qquad g(w) = \\frac{1}{2b}\\, e^{-|w|/b}.
$$

Bayes' rule multiplies them: $P(w \\mid y) \\propto P(y \\mid w)\\,P(w)$. The logarithm of that, times
$-2\\sigma^2/N$, is the mean squared error plus a penalty and a constant:

$$
\\frac1N\\sum_i (y_i - w x_i)^2 + \\frac{\\sigma^2}{N\\tau^2}\\, w^2
\\qquad \\text{or} \\qquad
\\frac1N\\sum_i (y_i - w x_i)^2 + \\frac{2\\sigma^2}{N b}\\, |w| .
$$

So the mode of the posterior (maximum a posteriori, MAP) is the ridge fit with $\\lambda = \\sigma^2/(N\\tau^2)$,
or the lasso fit with $\\lambda = 2\\sigma^2/(N b)$. The other way round

$$
\\tau = \\frac{\\sigma}{\\sqrt{N\\lambda}}, \\qquad b = \\frac{2\\sigma^2}{N\\lambda}.
$$

A larger λ is a narrower prior. For a fixed prior, λ shrinks as $1/N$: the more data, the less the belief weighs.

## The pull of a prior

The slopes of the log densities are $-w/\\tau^2$ and $-\\operatorname{sign}(w)/b$. The Normal prior pulls in
proportion to
the weight, so its pull fades near 0. The Laplace prior pulls equally hard at any distance, right up to 0, where its
density has a corner: if the data pull less than that, the mode is exactly 0. Only the mode is: the posterior still has
probability on both sides of it."""


def text(settings: PriorSettings) -> str:
    """What is computed; the numbers stand in the facts."""
    return TEXT


def facts(settings: PriorSettings) -> str:
    """The scales, the mode and the penalised fit in numbers."""
    data, prior, w = setup.line(settings), setup.prior(settings), setup.grid(settings)
    after = posterior(data, prior, setup.scale(settings), w)
    fit = penalised_fit(data, prior.penalty, settings.penalty_strength)
    scales = ", ".join(f"{kind} {prior.symbol} = {setup.scale(settings, kind):.5g}" for kind, prior in PRIORS.items())
    rows = {
        "mode of the posterior on the grid": f"{w[np.argmax(after)]:.6f}",
        f"{prior.penalty}-penalised fit": f"{fit:.6f}" if fit else "0",
        "likeliest weight": f"{data.likeliest:.6f}",
        "mean of the posterior": f"{np.trapezoid(w * after, w):.6f}",
        "area under the posterior": f"{np.trapezoid(after, w):.6f}",
    }
    lines = ["| | |", "|:--|--:|", *(f"| {name} | {number} |" for name, number in rows.items())]
    told = f"λ = {settings.penalty_strength:g} with σ = {data.noise:g} and N = {len(data.y)} means {scales}."
    return told + "\n\n" + "\n".join(lines)


def irrelevant(settings: PriorSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    if settings.data == NOTEBOOKS:
        return dict.fromkeys(("true_weight", "n_samples", "noise", "seed"), "The notebook's data are fixed.")
    return {}
