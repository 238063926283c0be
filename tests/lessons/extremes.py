"""Settings at which every lesson is tried: the defaults, the presets, every field at its ends, all fields at theirs."""

from collections.abc import Iterator

from nnviz.page.lesson import Lesson
from nnviz.page.settings import Choice, Settings, Slider, Switch
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_ROWS
from tests.user_data.tables import own_text, tasks_of


def ends(lesson: Lesson) -> dict[str, tuple]:
    """The least and the greatest value of a slider, all values of a choice."""
    found = {}
    for name, control in lesson.settings.controls().items():
        if isinstance(control, Slider):
            found[name] = (control.grid[0], control.grid[-1])
        elif isinstance(control, Choice):
            found[name] = control.options
        elif isinstance(control, Switch):
            found[name] = (False, True)
    return found


def all_at_an_end(lesson: Lesson, end: int) -> Settings:
    """Every field at its first value (0) or at its last (-1)."""
    return lesson.settings(**{name: values[end] for name, values in ends(lesson).items()})


def with_own_rows(lesson: Lesson) -> Iterator[Settings]:
    """As many rows of one's own as there may be, of every kind that the page takes; other fields as usual or high."""
    controls = lesson.settings.controls()
    name = next((name for name, control in controls.items() if isinstance(control, UserData)), None)
    if name is None:
        return
    for task in tasks_of(controls[name]):
        for n_features in controls[name].n_features:
            own = {"data": OWN_DATA, name: own_text(task, n_features, MOST_ROWS)}
            for below in (lesson.settings(), all_at_an_end(lesson, -1)):
                yield below.model_copy(update=own)
