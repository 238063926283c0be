"""What the prose on backpropagation says about the chosen constants."""

from collections.abc import Mapping

from nnviz.lessons.backpropagation.settings import KEPT, BackpropagationSettings


def values(settings: BackpropagationSettings) -> Mapping[str, object]:
    """Whether the derivative of the squared error keeps its factor 2."""
    return {"constants_kept": settings.constants == KEPT}
