"""What the prose of the laboratory says about its loss, its data and the learning rate that is too large."""

import math
from collections.abc import Mapping

from nnviz.core.data.added_features import ADDED_FEATURES
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.messages import stable_learning_rate
from nnviz.lessons.lab.settings import LabSettings


def values(settings: LabSettings) -> Mapping[str, object]:
    """The model that runs, its loss, penalty and kind of step, the rate below which it converges, and the source."""
    chosen, penalty, run = experiment.chosen(settings), experiment.penalty(settings), experiment.experiment(settings)
    kind = PENALTIES[penalty.kind] if penalty else None
    return {
        "loss": run.loss,
        "added": [ADDED_FEATURES[word].formula for word in experiment.added_features(settings)],
        "is_network": bool(run.model.hidden),
        "is_probability": experiment.loss_name(settings) == experiment.LOG_LOSS,
        "n_classes": len(experiment.class_names(settings)),
        "penalty_formula": kind.formula(penalty) if kind and penalty else "",
        "proximal_step": kind.proximal_formula(penalty) if kind and penalty and run.optimizer.proximal else "",
        "is_curved": bool(penalty and penalty.curvature),
        "has_corners": bool(penalty and penalty.kind != "L2"),
        "clips": run.optimizer.clips,
        "limit": stable_learning_rate(settings),
        "infinity": math.inf,
        "is_batch_smaller": settings.batch_size < len(run.y),
        "is_own": chosen.is_own,
        "source": chosen.kind.source,
    }
