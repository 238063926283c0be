"""What the prose says about the two descents."""

from collections.abc import Mapping

from nnviz.lessons.automatic_differentiation.descents import N_STEPS, TASKS
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings


def values(settings: AutodiffSettings) -> Mapping[str, object]:
    """What is learned from which data, and how many weights and steps that takes."""
    task = TASKS[settings.model]
    return {"data": task.data, "loss": task.loss, "n_weights": task.network.n_parameters, "n_steps": N_STEPS}
