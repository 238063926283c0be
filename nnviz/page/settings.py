"""A settings field is described in one place; control, validation and query string follow from it.

A lesson declares its fields as a frozen `Settings` class whose annotations carry the control::

    class MySettings(Settings):
        learning_rate: Annotated[float, Slider("Learning rate", log_grid(1e-4, 10), symbol="η")] = 0.01

Every value lies on its control's grid and has one text, which stands in a link and beside the
control. Whatever comes from outside (a query string, a callback's body) is brought onto the grid or ignored.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict

from nnviz.page.control import Control, Effect, InLinks


def _as_typed(text: str) -> str:
    """A number with a decimal comma or a true minus as Python writes it; what is longer is left as it is."""
    return text.replace(",", ".").replace("−", "-") if len(text) < 40 else text


@dataclass(frozen=True)
class Slider(InLinks):
    """An ordered grid; `names` gives texts to special values ({math.inf: "off"}), `rises` says what to expect then."""

    label: str
    grid: tuple[float, ...]
    symbol: str = ""
    help: str = ""
    effect_of_increase: str = ""
    effect: Effect = "restart"
    names: Mapping[float, str] = field(default_factory=dict)
    scale: Literal["linear", "log"] = "linear"

    def __post_init__(self) -> None:
        if any(a >= b for a, b in pairwise(self.grid)):
            raise ValueError(f"The grid of {self.label!r} does not increase.")

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the grid's values, in increasing order."""
        return tuple(self.format(value) for value in self.grid)

    def format(self, value: float) -> str:
        """The name of a special value, or its shortest decimal form."""
        return self.names.get(value, f"{value:.10g}")

    def parse(self, given: object) -> float | None:
        """The nearest value of the grid, on the slider's own scale; None for text that is no finite number."""
        for value, name in self.names.items():
            if given == name:
                return value
        try:
            number = float(_as_typed(given) if isinstance(given, str) else given)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            return None
        if not math.isfinite(number) or isinstance(given, bool):
            return None
        finite = (value for value in self.grid if math.isfinite(value))
        return min(finite, key=lambda value: self._distance(value, number))

    def _distance(self, value: float, number: float) -> float:
        if self.scale == "log" and value > 0 and number > 0:
            return abs(math.log(value / number))
        return abs(value - number)


@dataclass(frozen=True)
class Choice(InLinks):
    """One of a few texts; the value is the text itself."""

    label: str
    options: tuple[str, ...]
    symbol: str = ""
    help: str = ""
    effect: Effect = "restart"

    @property
    def texts(self) -> tuple[str, ...]:
        """The options in their order."""
        return self.options

    def format(self, value: str) -> str:
        """The option itself."""
        return value

    def parse(self, given: object) -> str | None:
        """The option that is meant, whatever its case; None when there is no such option."""
        if not isinstance(given, str):
            return None
        return next((option for option in self.options if option.lower() == given.strip().lower()), None)


@dataclass(frozen=True)
class Switch(InLinks):
    """On or off."""

    label: str
    symbol: str = ""
    help: str = ""
    effect: Effect = "restart"
    texts: ClassVar[tuple[str, ...]] = ("off", "on")

    def format(self, value: bool) -> str:
        """The text `on` or `off`."""
        return self.texts[value]

    def parse(self, given: object) -> bool | None:
        """True or False for these texts (and for booleans themselves), else None."""
        if isinstance(given, bool):
            return given
        return {"on": True, "off": False}.get(given.strip().lower()) if isinstance(given, str) else None


@dataclass(frozen=True)
class TextBox(InLinks):
    """A line of text of at most `longest` characters; what it means is the lesson's matter."""

    label: str
    longest: int = 200
    symbol: str = ""
    help: str = ""
    effect: Effect = "restart"
    texts: ClassVar[tuple[str, ...]] = ()

    def format(self, value: str) -> str:
        """The text itself."""
        return value

    def parse(self, given: object) -> str | None:
        """The text without control characters, cut to its longest length; None for what is no text."""
        if not isinstance(given, str):
            return None
        return "".join(letter for letter in given if letter.isprintable())[: self.longest]


class Settings(BaseModel):
    """The settings of one lesson, frozen; equal settings are equal runs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    @cache
    def controls(cls) -> dict[str, Control]:
        """The control of every field, in the order of declaration."""
        found = {}
        for name, info in cls.model_fields.items():
            control = next((item for item in info.metadata if isinstance(item, Control)), None)
            if control is None:
                raise TypeError(f"The field {name!r} of {cls.__name__} is annotated with no control.")
            found[name] = control
        return found

    @classmethod
    def parse(cls, given: Mapping[str, object]) -> Self:
        """Settings from texts or raw values; what is unknown or unreadable keeps its default, nothing raises."""
        read = {name: control.parse(given.get(name)) for name, control in cls.controls().items()}
        return cls(**{name: value for name, value in read.items() if value is not None})

    @classmethod
    def parse_link(cls, query: Mapping[str, object]) -> dict[str, Any]:
        """The values that the query of a link gives, which says nothing about values that a browser keeps."""
        said = {name: control for name, control in cls.controls().items() if not control.local_while}
        read = {name: control.parse(query.get(name)) for name, control in said.items()}
        return {name: value for name, value in read.items() if value is not None}

    def as_text(self) -> dict[str, str]:
        """The text of every field."""
        return {name: control.format(getattr(self, name)) for name, control in self.controls().items()}

    def query(self) -> dict[str, str]:
        """The texts that differ from the defaults: what a link has to say."""
        default, controls = type(self)().as_text(), self.controls()
        said = {name: text for name, text in self.as_text().items() if not controls[name].local_while}
        return {name: text for name, text in said.items() if text != default[name]}


def linear_grid(low: float, high: float, step: float) -> tuple[float, ...]:
    """The values low, low + step, ... up to high, rounded so that their texts are short."""
    count = round((high - low) / step)
    return tuple(round(low + i * step, 10) for i in range(count + 1))


def log_grid(low: float, high: float) -> tuple[float, ...]:
    """Ten round values a decade (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8) from low to high."""
    steps = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    values = (float(f"{step * 10.0**decade:.3g}") for decade in decades for step in steps)
    return tuple(value for value in values if low <= value <= high)
