"""The fits of the notebook from which the runs of the penalties page start, where its data are chosen."""

from functools import lru_cache

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.training.experiment import Experiment
from nnviz.lessons.penalties.settings import BATCH_SIZES, NOTEBOOKS_LINE, NOTEBOOKS_NOISE, PenaltySettings

ENTRIES = {
    (NOTEBOOKS_LINE, "L1"): "lasso_gd",
    (NOTEBOOKS_LINE, "L2"): "ridge_64",
    (NOTEBOOKS_NOISE, "L1"): "lasso_gd_noise",
    (NOTEBOOKS_NOISE, "L2"): "ridge_gd_noise",
}
"""The place in the notebook's stream from which a run on its data starts; other penalties start where ridge does."""


def is_notebooks(settings: PenaltySettings) -> bool:
    """Whether data, first weights and shuffles are the notebook's."""
    return settings.data in (NOTEBOOKS_LINE, NOTEBOOKS_NOISE)


@lru_cache(maxsize=8)
def _fits(entry: str) -> tuple[Experiment, ...]:
    """The notebook's fits of one entry, each at its place in the stream."""
    return tuple(experiment for _, experiment in replay(CHAIN, entry))


def notebooks_fits(settings: PenaltySettings) -> tuple[Experiment, ...]:
    """The notebook's fits from which the runs on its data take examples, first weights and shuffles."""
    if settings.comparison == BATCH_SIZES and settings.data == NOTEBOOKS_LINE:
        return _fits("ridge_batch_sizes")
    return _fits(ENTRIES.get((settings.data, settings.penalty), ENTRIES[settings.data, "L2"]))
