"""What the prose of the laboratory says about its loss, its data and the learning rate that is too large."""

from collections.abc import Mapping

from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.messages import stable_learning_rate
from nnviz.lessons.lab.settings import LabSettings


def values(settings: LabSettings) -> Mapping[str, object]:
    """Whether the loss is the log loss, whether gradients are clipped, 2/λmax or None, and where the data come from."""
    chosen = experiment.chosen(settings)
    return {
        "is_log_loss": experiment.loss_name(settings) == "log loss",
        "clips": experiment.experiment(settings).optimizer.clips,
        "limit": stable_learning_rate(settings),
        "is_own": chosen.is_own,
        "source": chosen.kind.source,
    }
