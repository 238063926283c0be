"""The page's sentences: the notebook's printed numbers beside ours, and what does nothing and why."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.training.advance import advance, initial_state
from nnviz.core.types import FloatArray
from nnviz.lessons.xor.experiment import N_STEPS, STEPS_IN_PIECE, chosen, fits_notebook, is_many, published
from nnviz.lessons.xor.settings import FOUR_POINTS, OWN, SIDES, STARTS, XorSettings
from nnviz.page.in_pieces import Pieces, in_pieces

PRINTED = {
    "squared": "0.013322228699994642, 0.9755617091310563, 0.9799803737183681, 0.024680348085204088",
    "log": "0.0007966687865677873, 0.9998283998346575, 0.9990768834133713, 0.0004795536969026687",
}
"""What the notebook prints after 3,000 steps: the predictions of the last forward pass, before the last update."""


@in_pieces(maxsize=2)
def notebook_fit(side: str) -> Pieces[tuple[FloatArray, FloatArray]]:
    """The notebook's fit made now: the predictions of its last forward pass (4,), and its last weights (P,)."""
    run = published(side)
    before = initial_state(run)
    while before.step < N_STEPS - 1:
        _, before = advance(run, before, min(STEPS_IN_PIECE, N_STEPS - 1 - before.step), N_STEPS)
        yield
    _, after = advance(run, before, 1)
    return run.loss.predict(run.model.outputs(before.weights, run.X)), after.weights


def is_notebooks(settings: XorSettings, side: str) -> bool:
    """Whether the run on the screen is the notebook's own."""
    own = settings.start == STARTS[1] or (settings.start == STARTS[0] and side == "squared")
    whole = settings.batch_size >= len(published(side).y)
    same_rate = settings.learning_rate == 1.0 and (side == "log" or not settings.same_first_step)
    return own and whole and settings.data == FOUR_POINTS and same_rate and fits_notebook(settings)


def summary(settings: XorSettings) -> str:
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


def notice(settings: XorSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: XorSettings) -> str:
    if settings.start != STARTS[2] and not fits_notebook(settings):
        outputs = "one output without a bias" if is_many(settings) else "no bias of the output"
        return (
            f"The notebook's first weights are for 4 sigmoid neurons and {outputs}; "
            "this network starts from weights drawn from the seed, the same for both losses."
        )
    if settings.start == STARTS[1]:
        return "Each loss starts from the weights that the notebook drew for it, so the runs differ in two things."
    return ""


def disabled_reasons(settings: XorSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).disabled_reasons("n_samples", "noise"))
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
