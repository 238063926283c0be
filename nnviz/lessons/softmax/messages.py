"""The page's sentences: what does nothing and why, what a constant does to powers of e, and why the runs ended."""

from collections.abc import Mapping

from nnviz.lessons.softmax.experiment import chosen, examples
from nnviz.lessons.softmax.settings import HIDDEN, OWN, SIDES, SoftmaxSettings

OVERFLOWS, VANISHES = 700.0, -700.0
"""Beyond these constants the formula as it is written fails: e^709.8 is the largest power there is, e^−745.2 is 0."""


def disabled_reasons(settings: SoftmaxSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = {}
    if examples(settings).training.source:
        reasons = dict.fromkeys(("n_samples", "noise"), "These examples are what was measured: all of them are here.")
    if not HIDDEN[settings.hidden]:
        reasons["activation"] = "Without a hidden layer nothing is activated."
    return reasons | dict(chosen(settings).disabled_reasons("n_samples", "noise"))


def notice(settings: SoftmaxSettings) -> str:
    """What was done to data of one's own, and what happens to the formula as it is written."""
    return f"{chosen(settings).notice(OWN)} {_of_powers(settings)}".strip()


def _of_powers(settings: SoftmaxSettings) -> str:
    if settings.constant > OVERFLOWS:
        return (
            f"e to the power of {settings.constant:g} is more than a number can hold: with logits as high as that the "
            "formula as it is written divides ∞ by ∞."
        )
    if settings.constant < VANISHES:
        return (
            f"e to the power of −{-settings.constant:g} is rounded to 0: with logits as low as that the formula as it "
            "is written divides 0 by 0."
        )
    return ""


def explain(settings: SoftmaxSettings, diverged_at: Mapping[str, int]) -> str:
    """Why both runs ended."""
    steps = " and ".join(f"{SIDES[side]} at step {step:,}" for side, step in diverged_at.items())
    return f"Both runs diverged ({steps}): the steps are too long. Lower the learning rate or the penalty."
