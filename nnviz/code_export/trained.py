"""What a run trains, as a script has to know it."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol, runtime_checkable

from nnviz.core.training.experiment import Experiment


class Training(NamedTuple):
    """An experiment, and how many updates it makes up to a step of the page."""

    experiment: Experiment
    n_updates: int


@runtime_checkable
class Trains(Protocol):
    """A run that is made of training runs."""

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """The training runs of these settings by name, each with the updates up to this step."""
