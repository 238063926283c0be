"""The page's sentences: its text, the notebook's printed numbers beside ours, and what does nothing and why."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from nnviz.core.activations import ACTIVATIONS
from nnviz.core.training import advance, initial_state
from nnviz.core.types import FloatArray
from nnviz.lessons.xor.knobs import FOUR_POINTS, OWN, STARTS, XorSettings
from nnviz.lessons.xor.setup import SIDES, chosen, fits_notebook, published

PRINTED = {
    "squared": "0.013322228699994642, 0.9755617091310563, 0.9799803737183681, 0.024680348085204088",
    "log": "0.0007966687865677873, 0.9998283998346575, 0.9990768834133713, 0.0004795536969026687",
}
"""What the notebook prints after 3,000 steps: the predictions of the last forward pass, before the last update."""

N_STEPS = 3000


@lru_cache(maxsize=2)
def notebook_fit(side: str) -> tuple[FloatArray, FloatArray]:
    """The notebook's fit made now: the predictions of its last forward pass (4,), and its last weights (P,)."""
    run = published(side)
    _, before = advance(run, initial_state(run), N_STEPS - 1, N_STEPS)
    _, after = advance(run, before, 1)
    return run.loss.predict(run.model.outputs(before.weights, run.X)), after.weights


def is_notebooks(settings: XorSettings, side: str) -> bool:
    """Whether the run on the screen is the notebook's own."""
    own = settings.start == STARTS[1] or (settings.start == STARTS[0] and side == "squared")
    whole = settings.batch_size >= len(published(side).y)
    return own and whole and settings.data == FOUR_POINTS and settings.learning_rate == 1.0 and fits_notebook(settings)


def facts(settings: XorSettings) -> str:
    """The notebook's printed predictions beside those of its fit made now, for the runs that are the notebook's."""
    lines = []
    for side, word in SIDES.items():
        if is_notebooks(settings, side):
            ours, _ = notebook_fit(side)
            gap = np.abs(ours - np.array(PRINTED[side].split(", "), dtype=np.float64)).max()
            lines += [f"| {word}, printed | {PRINTED[side].replace(', ', ' | ')} | |"]
            lines += [f"| {word}, here | {' | '.join(map(repr, ours.tolist()))} | {gap:.0e} |"]
    if not lines:
        return ""
    head = ["| after 3,000 steps | (0, 0) | (1, 0) | (0, 1) | (1, 1) | largest gap |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *lines])


WHY = r"""## Why the log loss is faster

Both gradients pass through the output's sum $z$. For the squared error the derivative is
$(\hat y - y)\,\hat y (1 - \hat y)$, for the log loss it is $\hat y - y$. The factor $\hat y (1 - \hat y)$ is nearly 0
where the network is sure, right or wrong: there the squared error learns slowly.

## What the pictures say

A hidden neuron sees a straight line, on which its sum is 0: one side of it is dark, the other light. The output adds
these surfaces, each times its weight. Two lines are enough for XOR, so try two neurons; whether two find the way
depends on the start. One neuron never can."""


def text(settings: XorSettings) -> str:
    """What is computed and what to try."""
    output_bias = "b_2 + " if settings.output_bias else ""
    return "\n\n".join(
        [
            "## What is on the screen",
            "XOR says 1 when exactly one of two switches is on. No straight line separates its two classes, so a model "
            f"without a hidden layer fails. Here are {int(settings.neurons)} hidden neurons:",
            f"$$\nh = \\varphi(b_1 + W_1 x), \\quad \\varphi(z) = {ACTIVATIONS[settings.activation].formula}\n$$",
            f"$$\n\\hat y = \\sigma({output_bias}w_2 \\cdot h), \\quad \\sigma(t) = 1 / (1 + e^{{-t}})\n$$",
            "Two runs start from the same weights, unless you give each its own, and see the same points in the same "
            "order. They differ in the loss alone:",
            _losses(settings),
            WHY,
            _notebook_text(settings),
        ]
    )


def _losses(settings: XorSettings) -> str:
    if settings.data == FOUR_POINTS:
        return (
            "$$\n"
            r"L_{\text{squared}} = \tfrac12 \sum_{i=1}^{4} (\hat y_i - y_i)^2"
            "\n$$\n\n$$\n"
            r"L_{\log} = -\sum_{i=1}^{4} \big[ y_i \ln \hat y_i + (1 - y_i) \ln (1 - \hat y_i) \big]"
            "\n$$\n\nThey are sums, as in the notebook, which leaves the factors $\\tfrac{2}{N}$ and $\\tfrac1N$ "
            "out of its gradients. This only rescales the learning rate: η = 1 here is η = 2 for the mean squared "
            "error and η = 4 for the mean log loss. A batch sums over its own points."
        )
    return (
        "$$\n"
        r"L_{\text{squared}} = \frac1N \sum_{i=1}^{N} (\hat y_i - y_i)^2"
        "\n$$\n\n$$\n"
        r"L_{\log} = -\frac1N \sum_{i=1}^{N} \big[ y_i \ln \hat y_i + (1 - y_i) \ln (1 - \hat y_i) \big]"
        "\n$$\n\nThey are means over the points, or over those of the batch."
    )


def _notebook_text(settings: XorSettings) -> str:
    if not is_notebooks(settings, "squared"):
        return ""
    _, weights = notebook_fit("squared")
    rows = [", ".join(f"{w:.8f}" for w in row) for row in weights[:12].reshape(4, 3).T]
    return (
        "The table over the figures holds the notebook's printed digits against its fit computed now. It prints the "
        "predictions made before the last of the 3,000 updates; the weights after it are, for the squared error, "
        f"{rows[0]} (biases), {rows[1]} (for $x_1$), {rows[2]} (for $x_2$), and "
        f"{', '.join(f'{w:.8f}' for w in weights[12:])} (of the output)."
    )


def notice(settings: XorSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: XorSettings) -> str:
    if settings.start != STARTS[2] and not fits_notebook(settings):
        return (
            "The notebook's first weights are for 4 sigmoid neurons and no bias of the output; "
            "this network starts from weights drawn from the seed, the same for both losses."
        )
    if settings.start == STARTS[1]:
        return "Each loss starts from the weights that the notebook drew for it, so the runs differ in two things."
    return ""


def irrelevant(settings: XorSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).irrelevant("n_samples", "noise"))
    if settings.data == FOUR_POINTS:
        reasons = dict.fromkeys(("n_samples", "noise"), "The four points are what they are.")
        if settings.start != STARTS[2] and fits_notebook(settings) and settings.batch_size >= 4:
            reasons["seed"] = "Nothing is drawn: the points, the start and the order are given."
    if not fits_notebook(settings):
        reasons["start"] = "The notebook's weights do not fit this network: they are drawn from the seed."
    return reasons


def explain(settings: XorSettings, diverged_at: Mapping[str, int]) -> str:
    """Why both runs ended."""
    steps = " and ".join(f"{SIDES[side]} at step {step:,}" for side, step in diverged_at.items())
    return f"Both runs diverged ({steps}): the steps are too long. Lower the learning rate."
