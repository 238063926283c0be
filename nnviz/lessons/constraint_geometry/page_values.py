"""What the prose on constraint geometry says about the weights."""

from collections.abc import Mapping

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import GeometrySettings


def values(settings: GeometrySettings) -> Mapping[str, object]:
    """Whether both weights belong to features, or one of them is the bias; whether the ball leaves out least squares."""
    return {"two_weights": experiment.names(settings)[0] == "w1", "limit_binds": experiment.optimum(settings)[1] > 0.0}
