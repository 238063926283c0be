"""What a lesson declares: its settings, text, figures, presets, readouts and what runs; the web layer wires it.

A folder in `nnviz/lessons/` is one page and holds one `LESSON`, which holds no callback; the registry finds them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from nnviz.code_export.run_pictures import Drawing
from nnviz.page.live_table import LiveTable
from nnviz.page.page import ENGLISH, Page
from nnviz.page.question import Question
from nnviz.page.settings import Settings
from nnviz.runs.protocol import Run

MOST_HEADLINES = 4
"""As many numbers stand in one line under the picture."""


@dataclass(frozen=True)
class FigureSlot:
    """One picture of the page: `draw` is a function of the settings alone; the run moves it through trace metas.

    A "long" picture is one that cannot be narrow: where it leads on a small screen it is scrolled sideways.
    `redrawn_by` names the fields that change the picture, of those that do not start the run anew (which all may); None
    stands for all. The picture of equal others is drawn once.
    """

    name: str
    title: str
    draw: Callable[[Any], Any]
    caption: str = ""
    size: Literal["usual", "long"] = "usual"
    redrawn_by: tuple[str, ...] | None = None

    def deciding(self, settings: Settings) -> Settings:
        """The settings with every field that does not change the picture at its default."""
        if self.redrawn_by is None:
            return settings
        fields, controls = type(settings).model_fields, settings.controls()
        idle = {name for name in controls if controls[name].effect != "restart"}.difference(self.redrawn_by)
        return settings.model_copy(update={name: fields[name].default for name in idle})


@dataclass(frozen=True)
class Readout:
    """A number of the current frame, shown as text; `array` names a recorded array.

    The style "event" is for the step at which something happened: nothing is shown where it has not.
    """

    name: str
    label: str
    array: str
    digits: int = 4
    style: Literal["number", "integer", "percent", "list", "event", "text"] = "number"
    help: str = ""


@dataclass(frozen=True)
class Preset:
    """A named setting with one sentence that says what to watch, and the steps a second that suit it (inf: all).

    One with a `question` asks it before it plays; those `from_notebook`, whose data, fits or conventions are the
    notebook's, stand folded under a heading of their own.
    """

    name: str
    settings: Settings
    watch: str
    speed: float = 50
    question: Question | None = None
    from_notebook: bool = False


@dataclass(frozen=True)
class SliderMark:
    """A value of a slider beyond which something changes, marked beside it: 2/λmax on a learning rate."""

    value: float
    label: str


@dataclass(frozen=True)
class Group:
    """Settings fields that belong together under one heading."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Leading:
    """The pictures that fill the stage instead of the usual ones while a field has a text."""

    field: str
    text: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """One page, whose parts are functions of the settings.

    `page` is what is written, in each language: title, summary, and the prose beside the figures; `summary` says in
    the panel, in Markdown, what follows from the settings without a run (numbers, a table); `notice` is a sentence that
    a combination of settings needs; `disabled_reasons` names the fields that do nothing just now, each with the reason;
    `slider_marks` marks values that follow from the settings on sliders;
    `leading` names the picture that fills the stage, or a pair of them (without it the first), `leading_where` others
    for some settings: the rest stands beside, small; `speed` is how many steps a second suit the run until someone
    chooses another; `table` shows texts of the run; `at_rest` names what takes the server long, figures, "-facts"
    (the summary) or "-text" (the prose): it is made when a slider rests; `code` is a script that computes what the page
    shows, where the run is no training (that has one for nothing), and `drawing` says what the script of a training
    draws.
    """

    page: Page
    settings: type[Settings]
    groups: tuple[Group, ...]
    figures: tuple[FigureSlot, ...]
    presets: tuple[Preset, ...] = ()
    run: Run | None = None
    readouts: tuple[Readout, ...] = ()
    disabled_reasons: Callable[[Any], Mapping[str, str]] = field(default=lambda settings: {})
    notice: Callable[[Any], str] = field(default=lambda settings: "")
    summary: Callable[[Any], str] = field(default=lambda settings: "")
    slider_marks: Callable[[Any], Mapping[str, SliderMark]] = field(default=lambda settings: {})
    leading: tuple[str, ...] = ()
    leading_where: tuple[Leading, ...] = ()
    speed: int = 50
    table: LiveTable | None = None
    at_rest: tuple[str, ...] = ()
    code: Callable[[Any], str] | None = None
    drawing: Callable[[Any], Drawing] = field(default=lambda settings: Drawing())

    @property
    def slug(self) -> str:
        """The address of the page, and the beginning of its components' ids."""
        return self.page.slug

    @property
    def title(self) -> str:
        """The title in English."""
        return self.page.in_language(ENGLISH).title

    @property
    def headlines(self) -> tuple[Readout, ...]:
        """The numbers that are always in view, at most four; the others wait until they are asked for."""
        short = [readout for readout in self.readouts if readout.style in {"number", "integer", "percent"}]
        return tuple(short[:MOST_HEADLINES])

    @property
    def leads(self) -> tuple[str, ...]:
        """The names of the pictures that fill the stage: one, a pair, or none."""
        return self.leading or tuple(slot.name for slot in self.figures[:1])

    def leads_for(self, settings: Settings) -> tuple[str, ...]:
        """The same for these settings."""
        texts = settings.as_text()
        return next((other.names for other in self.leading_where if texts[other.field] == other.text), self.leads)

    def text(self, settings: Settings, language: str = ENGLISH) -> str:
        """The prose for these settings, in Markdown."""
        return self.page.in_language(language).text(settings)

    def __post_init__(self) -> None:
        grouped = [name for group in self.groups for name in group.fields]
        if sorted(grouped) != sorted(self.settings.model_fields):
            raise ValueError(f"The groups of {self.slug!r} do not name every settings field exactly once.")
        names = [*grouped, *(slot.name for slot in self.figures), *(readout.name for readout in self.readouts)]
        names += [self.table.name] if self.table else []
        if len(set(names)) != len(names):
            raise ValueError(f"Two fields, figures or readouts of {self.slug!r} share a name, and so an id.")
        if not {slot.name for slot in self.figures}.issuperset(self._ever_leading()):
            raise ValueError(f"A picture that is to lead the page {self.slug!r} is none of its figures.")
        for preset in self.presets:
            if not isinstance(preset.settings, self.settings):
                raise TypeError(f"The preset {preset.name!r} of {self.slug!r} has the settings of another lesson.")

    def _ever_leading(self) -> set[str]:
        return {*self.leading, *(name for other in self.leading_where for name in other.names)}
