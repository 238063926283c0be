"""What the prose of the laboratory says about its loss, its data and the learning rate that is too large."""

from collections.abc import Mapping

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.messages import stable_learning_rate
from nnviz.lessons.lab.settings import LabSettings


def values(settings: LabSettings) -> Mapping[str, object]:
    """The loss and the penalty, whether gradients are clipped, 2/λmax or None, and where the data come from."""
    chosen, penalty = experiment.chosen(settings), experiment.penalty(settings)
    return {
        "loss": LOSSES[experiment.loss_name(settings)],
        "penalty": penalty,
        "penalty_formula": PENALTIES[penalty.kind].formula(penalty) if penalty else "",
        "clips": experiment.experiment(settings).optimizer.clips,
        "limit": stable_learning_rate(settings),
        "is_own": chosen.is_own,
        "source": chosen.kind.source,
    }
