"""What every control of a settings field has in common, and what a change of it does to a run."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Protocol, runtime_checkable

Effect = Literal["restart", "resume", "rerecord", "redraw"]
"""What a change does to a run.

It starts anew; it goes on from the step on the screen; the same steps are shown anew; or only pictures change.
"""


@runtime_checkable
class Control(Protocol):
    """What a settings field needs to know: how it is labelled, and how its values are written and read."""

    @property
    def label(self) -> str:
        """What stands beside the control."""

    @property
    def symbol(self) -> str:
        """The letter it has in formulas."""

    @property
    def help(self) -> str:
        """What it is, in one or two sentences."""

    @property
    def effect(self) -> Effect:
        """What a change does to a run."""

    @property
    def local_while(self) -> Mapping[str, str]:
        """For a value that the browser keeps, and no link says: which texts of which fields make it act."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of all values, in the order of the control."""

    def format(self, value: Any) -> str:
        """The text of a value, as links and the page say it."""

    def parse(self, given: object) -> Any:
        """The value on the grid that `given` means, or None when it means nothing."""


class InLinks:
    """A control whose values stand in links."""

    local_while: ClassVar[Mapping[str, str]] = {}
