"""The notebook's fits by name and place; its one stream is walked once, however often they are asked for."""

from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from math import ceil

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import Fit, replay
from nnviz.core.random_source import LegacySource
from nnviz.core.training.experiment import Experiment


@lru_cache(maxsize=32)
def _fits(name: str) -> tuple[tuple[Fit, Experiment], ...]:
    """All fits of one entry of the chain, whose draws nobody may use: they are copied."""
    return tuple(replay(CHAIN, name))


def notebook_fit(name: str, place: int = 0) -> tuple[Fit, Experiment]:
    """One fit of an entry of the chain, with draws that nobody else uses.

    Raises KeyError when the chain has no entry of that name, IndexError when the entry has not so many fits.
    """
    fit, experiment = _fits(name)[place]
    random_source = experiment.random_source
    if isinstance(random_source, LegacySource):
        experiment = replace(experiment, random_source=LegacySource(deepcopy(random_source.stream)))
    return fit, experiment


def n_steps_of(fit: Fit, n_samples: int) -> int:
    """The updates that the notebook makes in a fit to n_samples examples."""
    return fit.n_epochs * ceil(n_samples / (fit.optimizer.batch_size or n_samples))
