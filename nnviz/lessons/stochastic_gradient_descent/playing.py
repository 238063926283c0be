"""The page's run: its frames are cut out of the whole runs, so any cut gives the same bytes."""

from collections.abc import Mapping

import numpy as np

from nnviz.code_export.trained import Training
from nnviz.core.types import IntArray
from nnviz.lessons.stochastic_gradient_descent.runs import (
    comparison,
    complete_updates,
    experiment,
)
from nnviz.lessons.stochastic_gradient_descent.settings import SGDSettings, batch_sizes
from nnviz.page.numerals import plural
from nnviz.runs.known import KnownRun
from nnviz.runs.protocol import Array

MOST_STEPS = 100_000
FIRST_STEPS = 100  # always recorded, one by one: on a logarithmic axis they are half of the picture


class ExamplesSeen(KnownRun):
    """Plays all runs on one clock, the examples seen."""

    def trained(self, settings: SGDSettings, step: int) -> Mapping[str, Training]:
        """The run of every batch size, at most to the end of the last epoch."""
        found = {}
        for size in batch_sizes(settings).values():
            run = experiment(settings, size)
            n_samples = len(run.y)
            seen = np.array(min(step, int(settings.n_epochs) * n_samples))
            made = complete_updates(seen, n_samples, min(size or n_samples, n_samples))
            name = f"B = {size or 'N'}"
            found[f"{name}, yours" if name in found else name] = Training(run, int(made))
        return found


def last_step(settings: SGDSettings) -> int:
    """The end of the last epoch."""
    return int(settings.n_epochs) * comparison(settings).n_samples


def ending(settings: SGDSettings) -> str:
    """The sentence at the last step."""
    return f"Every example has been seen {settings.n_epochs:g} {plural(settings.n_epochs, 'time')}."


def rows(settings: SGDSettings, steps: IntArray) -> dict[str, Array]:
    """For every run its updates and losses after so many examples."""
    compared = comparison(settings)
    found: dict[str, Array] = {"step": steps, "epoch": steps / compared.n_samples}
    for name, run in compared.runs.items():
        n_updates = run.n_updates(steps)
        found[f"updates_{name}"] = n_updates
        found[f"training_loss_{name}"] = compared.bowl.loss(run.weights[n_updates])
        found[f"batch_loss_{name}"] = np.append(np.nan, run.updates.loss)[n_updates]
    return found


def at_frames(settings: SGDSettings, steps: IntArray) -> dict[str, Array]:
    """For every run its weights after so many examples, and its path over the plane."""
    found: dict[str, Array] = {}
    for name, run in comparison(settings).runs.items():
        weights = run.weights[run.n_updates(steps)]
        found |= {f"weights_{name}": weights, f"path_x_{name}": weights[:, 0], f"path_y_{name}": weights[:, 1]}
    return found


def n_samples(settings: SGDSettings) -> int:
    """The examples of an epoch."""
    return comparison(settings).n_samples


PLAYED = ExamplesSeen(rows, MOST_STEPS, last_step, ending, all_until=FIRST_STEPS, period=n_samples, at_frames=at_frames)
