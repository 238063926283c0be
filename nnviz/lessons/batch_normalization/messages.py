"""The page's sentences: what follows from the settings, and what does nothing and why."""

from collections.abc import Mapping

from nnviz.core.models.batch_norm import OFF
from nnviz.lessons.batch_normalization.experiment import (
    SIDES,
    SWEEP_STEPS,
    SWEPT_RATES,
    batch_size,
    chosen,
    places,
    sweep,
)
from nnviz.lessons.batch_normalization.settings import OWN, WITHOUT, BatchNormSettings

GOOD = 0.95
"""The training accuracy from which on a learning rate counts as one that works."""


def summary(settings: BatchNormSettings) -> str:
    """For which learning rates each run works."""
    names = {"normalised": "normalised", "beside": "without" if settings.beside == WITHOUT else settings.beside}
    parts = []
    for side in SIDES:
        works = [f"{rate:g}" for rate, share in zip(SWEPT_RATES, sweep(settings)[side], strict=True) if share >= GOOD]
        parts.append(f"**{names[side]}**: {', '.join(works) or 'none'}")
    return (
        f"Of the learning rates {', '.join(f'{rate:g}' for rate in SWEPT_RATES)}, after {SWEEP_STEPS} steps these have "
        f"at least {GOOD:.0%} of the training points right, for this data, network and seed. {'; '.join(parts)}."
    )


def notice(settings: BatchNormSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: BatchNormSettings) -> str:
    normalised = [side for side in SIDES if side == "normalised" or settings.beside != WITHOUT]
    if set(places(settings)) == {OFF}:
        return "No layer is normalised: this is the plain network."
    if any(batch_size(settings, side) == 1 for side in normalised):
        learnt = "the share of class 1" if chosen(settings).kind.n_outputs == 1 else "the shares of the classes"
        return (
            "A batch of one example is its own mean: every normalised value is 0, whatever the input. Nothing about "
            f"the example gets through, so only what follows the last normalised layer can learn: {learnt}. "
            "At inference the averages let the input through, to weights that were never trained."
        )
    return ""


def disabled_reasons(settings: BatchNormSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).disabled_reasons("n_samples", "noise"))
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
