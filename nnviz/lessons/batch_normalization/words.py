"""The page's sentences: its text, what follows from the settings, and what does nothing and why."""

from collections.abc import Mapping

from nnviz.core.batch_norm import EPSILON, OFF
from nnviz.lessons.batch_normalization.knobs import OWN, WITHOUT, BatchNormSettings
from nnviz.lessons.batch_normalization.setup import SIDES, SWEEP_STEPS, SWEPT_RATES, batch_size, chosen, places, sweep

GOOD = 0.95
"""The training accuracy from which on a learning rate counts as one that works."""

WHY = """## Why larger steps become possible

A layer's weights may grow or shrink without any effect on what a normalised layer passes on: the deviation takes every
factor out again. So a step that is too long does not blow up the layers behind, and the inputs of an activation stay
where it has a slope. Without this, one long step can push every ReLU to the side where it is 0 and has no gradient, or
every sigmoid to where it is flat; then the loss stays at ln 2 ≈ 0.69, that of guessing.

Ioffe and Szegedy (2015), who proposed it, named another reason: layers no longer have to follow each other's changes.
Santurkar et al. (2018) doubt it and point to a smoother loss. That it works is an observation; why is still discussed.

## Before or after

They normalise what enters the activation; many now normalise what leaves it, which is what the next layer sees. Try
both, for every layer on its own: on this page "after" diverges earlier at large learning rates.

## Small batches

Mean and deviation of two examples say little about all of them: every step adds noise, and the averages, which
inference uses, describe no batch well. With batches of 64 the two agree closely. One example is its own mean: its
normalised value is 0, whatever it was."""


def text(settings: BatchNormSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    return "\n\n".join(
        [
            "## What is on the screen",
            f"For the $B = {batch_size(settings, 'normalised')}$ examples of a step, a neuron's values "
            "$v_1 \\dots v_B$ are normalised by their own mean and variance, then scaled and shifted by two numbers "
            "that are learnt:",
            "$$\n\\mu = \\frac1B \\sum_i v_i, \\quad s^2 = \\frac1B \\sum_i (v_i - \\mu)^2\n$$",
            f"$$\ny_i = \\gamma \\frac{{v_i - \\mu}}{{\\sqrt{{s^2 + \\epsilon}}}} + \\beta, \\quad "
            f"\\epsilon = 10^{{{_exponent()}}}\n$$",
            "The gradient flows through $\\mu$ and $s$ as well: each example's gradient depends on all others of the "
            "batch. At inference there is no batch. Averages that follow the batches stand for $\\mu$ and $s^2$:",
            f"$$\n\\bar\\mu \\leftarrow {1 - settings.momentum:g}\\,\\bar\\mu + {settings.momentum:g}\\,\\mu\n$$",
            "and the same for the variance, with $s^2 \\cdot B / (B - 1)$, which estimates that of all the data. All "
            "losses, pictures and histograms here are made at inference, except the thin line of the batches.",
            _comparison(settings),
            WHY,
        ]
    )


def _exponent() -> int:
    return int(f"{EPSILON:.0e}".split("e")[1])


def _comparison(settings: BatchNormSettings) -> str:
    difference = {WITHOUT: "is not normalised"}.get(settings.beside, f"takes {settings.beside}")
    return (
        f"The run beside it {difference}; everything else is the same: points, first weights, shuffles, learning "
        "rate. One step of a smaller batch sees fewer examples, so steps are not epochs."
    )


def facts(settings: BatchNormSettings) -> str:
    """For which learning rates each run works."""
    names = {"normalised": "normalised", "beside": "without" if settings.beside == WITHOUT else settings.beside}
    parts = []
    for side in SIDES:
        works = [f"{rate:g}" for rate, share in zip(SWEPT_RATES, sweep(settings)[side], strict=True) if share >= GOOD]
        parts.append(f"**{names[side]}**: {', '.join(works) or 'none'}")
    return (
        f"Of the learning rates {', '.join(f'{rate:g}' for rate in SWEPT_RATES)}, these reach {GOOD:.0%} of the "
        f"training points within {SWEEP_STEPS} steps, for this data, network and seed. {'; '.join(parts)}."
    )


def notice(settings: BatchNormSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: BatchNormSettings) -> str:
    normalised = [side for side in SIDES if side == "normalised" or settings.beside != WITHOUT]
    if set(places(settings)) == {OFF}:
        return "No layer is normalised: this is the plain network."
    if any(batch_size(settings, side) == 1 for side in normalised):
        return (
            "A batch of one example is its own mean: every normalised value is 0, whatever the input. Nothing about "
            "the example gets through, so only what follows the last normalised layer can learn: the share of class 1."
        )
    return ""


def irrelevant(settings: BatchNormSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).irrelevant("n_samples", "noise"))
    if set(places(settings)) == {OFF}:
        reasons["momentum"] = "No layer is normalised: there are no averages."
    if settings.layer_1 == OFF:
        reasons["neuron"] = "Layer 1 is not normalised: it has no averages."
    return reasons


def explain(settings: BatchNormSettings, diverged_at: Mapping[str, int]) -> str:
    """Why both runs ended."""
    names = {"normalised": "the normalised run", "beside": f"the one with {settings.beside}"}
    steps = ", ".join(f"{names[side]} at step {step:,}" for side, step in diverged_at.items())
    return f"Both runs diverged: {steps}. Lower the learning rate."
