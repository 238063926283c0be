"""What the prose on constraint geometry says about the weights."""

from collections.abc import Mapping

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.settings import GeometrySettings


def values(settings: GeometrySettings) -> Mapping[str, object]:
    """Whether both weights belong to features, or one of them is the bias."""
    return {"two_weights": experiment.names(settings)[0] == "w1"}
