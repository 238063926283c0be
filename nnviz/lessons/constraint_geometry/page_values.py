"""What the prose on constraint geometry says about the weights."""

from collections.abc import Mapping

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import GeometrySettings


def values(settings: GeometrySettings) -> Mapping[str, object]:
    """Whether both weights belong to features, or one is the bias; whether the ball leaves out least squares."""
    two_weights = experiment.names(settings)[0] == "w1"
    return {"two_weights": two_weights, "limit_binds": experiment.optimum(settings)[1] > 0.0}
