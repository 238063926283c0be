"""What the prose on constraint geometry says about the weights."""

from collections.abc import Mapping

from nnviz.lessons.constraint_geometry import setup
from nnviz.lessons.constraint_geometry.knobs import GeometrySettings


def values(settings: GeometrySettings) -> Mapping[str, object]:
    """Whether both weights belong to features, or one of them is the bias."""
    return {"two_weights": setup.names(settings)[0] == "w1"}
