"""The sentences of the lesson on stochastic gradient descent."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.lessons.stochastic_gradient_descent.figures import name_of, shown
from nnviz.lessons.stochastic_gradient_descent.settings import (
    NOTEBOOK_SIZES,
    SGDSettings,
    batch_sizes,
)
from nnviz.page.lesson import SliderMark
from nnviz.user_data.standardised_line import OWN_LINE, in_own_units

TABLE_EPOCHS = (1, 5, 10, 50, 100)


def slider_marks(settings: SGDSettings) -> Mapping[str, SliderMark]:
    """The limit for all the data, which smaller batches may not reach."""
    limit = runs.comparison(settings).bowl.largest_stable_learning_rate
    return {"learning_rate": SliderMark(limit, f"B = N: 2/λmax = {limit:.4g}")}


def text(settings: SGDSettings) -> str:
    """What is computed, the estimates after some epochs, and what to try."""
    own = runs.chosen(settings)
    told = in_own_units(own, int(settings.seed)) if own.is_own else ""
    return _what(settings) + _table(settings) + told + _spread(settings) + TO_TRY


def _what(settings: SGDSettings) -> str:
    N, B = runs.comparison(settings).n_samples, int(settings.batch_size)
    return f"""## What is on the screen

Gradient descent needs all $N = {N}$ examples for one step. Stochastic gradient descent takes a batch of $B$ of them,
whose gradient is a noisy estimate of the whole one:

$$
w \\leftarrow w - {settings.learning_rate:g} \\cdot \\frac{{2}}{{B}} \\sum_{{i \\in \\text{{batch}}}}
(b + w_1 x_i - y_i) \\begin{{pmatrix}} 1 \\\\ x_i \\end{{pmatrix}}
$$

An **epoch** is over when every example has been used once: ${N}$ steps with $B = 1$, {-(-N // B)} with $B = {B}$, one
with $B = N$. Then they are shuffled anew. All four runs start at the same weights and see the examples in the same
order; a last batch that is not full is averaged over the examples that it has. The clock of the page counts examples,
because they are what a step costs: every run shows its last complete step.
"""


def _table(settings: SGDSettings) -> str:
    compared = runs.comparison(settings)
    epochs = [epoch for epoch in TABLE_EPOCHS if epoch <= settings.n_epochs]
    head = "| B | steps in an epoch | " + " | ".join(f"epoch {epoch}" for epoch in epochs) + " |"
    rows = []
    for run in compared.runs.values():
        steps = run.n_updates(np.array([compared.n_samples]))[0]
        cells = [_pair(run.weights[epoch * steps]) for epoch in epochs]
        rows.append(f"| {run.batch_size} | {steps} | " + " | ".join(cells) + " |")
    rule = "| ---: | ---: |" + " --- |" * len(epochs)
    optimum = _pair(compared.bowl.optimum)
    return "\n".join([f"\nThe estimates (bias, w1) on the way to least squares, {optimum}:\n", head, rule, *rows, ""])


def _pair(weights: FloatArray) -> str:
    if not np.isfinite(weights).all():
        return "diverged"
    return _signed(
        ", ".join(f"{round(weight, 8) + 0.0:.8f}" if abs(weight) < 1e4 else f"{weight:.3e}" for weight in weights)
    )


def _signed(text: str) -> str:
    """The text with true minus signs."""
    return text.replace("-", "−")


def _spread(settings: SGDSettings) -> str:
    found, optimum = runs.spread(settings), runs.comparison(settings).bowl.optimum
    rows = []
    for switch, weights in found.weights.items():
        with np.errstate(all="ignore"):
            numbers = [*weights.std(axis=0), *(weights.mean(axis=0) - optimum)]
        cells = [_signed(f"{number:.4f}") if abs(number) < 1e4 else "diverged" for number in numbers]
        rows.append(f"| {name_of(settings, switch).removeprefix('B = ')} | " + " | ".join(cells) + " |")
    epochs = "one epoch" if found.n_epochs == 1 else f"{found.n_epochs} epochs"
    return "\n".join(
        [
            f"""
## Jitter or distance

A hundred runs on these examples, from the same start, differ in their shuffles alone. After {epochs}, where they end:
""",
            "| B | deviation of bias | of w1 | mean − least squares: bias | w1 |",
            "| ---: | ---: | ---: | ---: | ---: |",
            *rows,
            """
A small batch jitters: at the minimum the gradients of single examples do not vanish, they only cancel on average. A
large batch makes few steps in an epoch, so it may still be far away. With $B = N$ no chance is left.
""",
        ]
    )


TO_TRY = """
## What to try

- Draw the loss against steps, then against examples seen: the steps of $B = N$ are the best, and the most expensive.
- Look at the plane close to least squares: $B = 1$ never comes to rest. Halve $\\eta$, and its cloud becomes smaller.
- Raise $\\eta$: single examples with a large $x$ have a steep loss of their own, and diverge before the whole does.
- With noise 0 every example agrees on the minimum: the jitter vanishes.
- With $N = 200$ the last batch of $B = 64$ has 8 examples, and shakes the estimate just before the epoch ends.
"""


def notice(settings: SGDSettings) -> str:
    """What was done to data of one's own; which runs diverge, and where; which are the same because data are few."""
    sentences = [said] if (said := runs.chosen(settings).notice(OWN_LINE)) else []
    return " ".join([*sentences, *_diverged(settings), *_alike(settings)])


def _diverged(settings: SGDSettings) -> list[str]:
    found = runs.comparison(settings).runs
    ended = [(name_of(settings, switch), found[switch].updates.diverged_at) for switch in shown(settings)]
    parts = [f"{name} at its step {step:,}" for name, step in ended if step is not None]
    return [f"Diverged, with a batch loss above 10¹⁵: {'; '.join(parts)}."] if parts else []


def _alike(settings: SGDSettings) -> list[str]:
    sentences = []
    n_samples = runs.comparison(settings).n_samples
    sizes = batch_sizes(settings).values()
    whole = [f"B = {size}" for size in sizes if size is not None and size >= n_samples]
    if whole:
        verb = "takes" if len(whole) == 1 else "take"
        sentences.append(f"{' and '.join(whole)} {verb} all N = {n_samples} examples at every step, as B = N does.")
    if settings.data == NOTEBOOK_SIZES and int(settings.batch_size) not in runs.PUBLISHED_SIZES:
        sentences.append("The notebook's batch sizes are 8, 16, 32, 64, 128 and 256.")
    return sentences


def disabled_reasons(settings: SGDSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    if settings.data in runs.ENTRIES:
        reason = "The notebook's data have N = 1000 and noise with σ = 1."
        return dict.fromkeys(("n_samples", "noise"), reason)
    return runs.chosen(settings).disabled_reasons("n_samples", "noise")
