"""A settings field becomes a labelled component; the field's description is all that it needs."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
import numpy as np
from dash import html

from nnviz.page.control import Control
from nnviz.page.lesson import SliderMark
from nnviz.page.settings import Choice, Settings, Slider, Switch, TextBox
from nnviz.user_data.control import UserData
from nnviz.web.catalogue import message
from nnviz.web.static_html import Input
from nnviz.web.tooltips import explanation, help_id, question_mark

Component = Any
DIALOG_ID = "dialog-own-data"
Mark = Mapping[str, Any]
"""A limit as it is drawn: how far `along` its slider it lies, and its `label`."""


def control_id(slug: str, field: str) -> str:
    """The id of a field's component: `<lesson>-<field>`."""
    return f"{slug}-{field}"


@dataclass(frozen=True)
class FieldControl:
    """The labelled control of one field: its value in `settings`, and the reason if it does nothing just now."""

    slug: str
    field: str
    settings: Settings
    disabled_reasons: str = ""
    hidden: bool = False
    limit: Mark | None = None

    def build(self) -> Component:
        """The component, greyed out when the field is irrelevant."""
        control, component_id = self.settings.controls()[self.field], control_id(self.slug, self.field)
        value = getattr(self.settings, self.field)
        component = COMPONENTS[type(control)](component_id, control, value, bool(self.disabled_reasons))
        return html.Div(
            [
                html.Div(
                    [_name(component_id, control), *self._typed(component_id, control)], className="control-label"
                ),
                component,
                *([_tick(component_id, self.limit), _note(component_id)] if isinstance(control, Slider) else []),
                html.Small(self.disabled_reasons, id=f"{component_id}-why", className="why"),
                explanation(
                    component_id,
                    f"{control.label} {control.symbol}".strip(),
                    control.help,
                    _effect_of_increase(control),
                ),
            ],
            id=f"{component_id}-control",
            className=f"control control-{type(control).__name__.lower()}" + (" d-none" if self.hidden else ""),
        )

    def _typed(self, component_id: str, control: Control) -> list[Component]:
        is_slider = isinstance(control, Slider)
        return [_value(component_id, control, getattr(self.settings, self.field), self.field)] if is_slider else []


def _note(component_id: str) -> Component:
    """What became of a typed value; assets/js/settings/value_fields.mjs says it."""
    return html.Output("", id=f"{component_id}-note", className="note")


def _title(control: Control) -> list[Component]:
    symbol = [html.Var(f" {control.symbol}", className="symbol")] if control.symbol else []
    return [control.label, *symbol]


def _name(component_id: str, control: Control) -> Component:
    label = html.Label(_title(control), htmlFor=component_id, **{"data-help": help_id(component_id)})
    return html.Span([label, question_mark(component_id, control.label)])


def _effect_of_increase(control: Control) -> str:
    return control.effect_of_increase if isinstance(control, Slider) else ""


def _value(component_id: str, control: Control, value: Any, field: str) -> Component:
    """The value beside a slider, which does not show it itself: a field in which another one is typed."""
    return Input(
        id=f"{component_id}-value",
        type="text",
        value=control.format(value),
        className="value",
        inputMode="decimal",
        autoComplete="off",
        **{"aria-label": message("controls.value-of", name=control.label), "data-field": field},
    )


def _tick(component_id: str, limit: Mark | None) -> Component:
    """A line under the slider at a value that a lesson computes; empty, and so not shown, without one."""
    shown = {"children": limit["label"], "style": {"--along": limit["along"]}} if limit else {}
    return html.Div(id=f"{component_id}-limit", className="limit", **shown)


def mark(slider: Control, limit: SliderMark) -> Mark:
    """How far along a slider a limit lies, 0 at the left end and 1 at the right, and its label.

    The limit need not be on the slider's grid; one that is beyond an end is marked there.
    """
    if not isinstance(slider, Slider):
        raise TypeError(f"{slider.label!r} is no slider, so nothing can be marked on it.")
    scale = math.log if slider.scale == "log" else float
    finite = [i for i, v in enumerate(slider.grid) if math.isfinite(v) and (v > 0.0 or slider.scale == "linear")]
    ends = slider.grid[finite[0]], slider.grid[finite[-1]]
    value = scale(min(max(limit.value, ends[0]), ends[1]))
    place = np.interp(value, [scale(slider.grid[i]) for i in finite], finite)
    return {"along": round(float(place) / (len(slider.grid) - 1), 4), "label": limit.label}


def position(control: Control, value: Any) -> Any:
    """What the component holds for a value: a slider its place on the grid, a switch a boolean, a choice its text."""
    return control.grid.index(value) if isinstance(control, Slider) else value


def _slider(component_id: str, control: Slider, value: float, disabled: bool) -> Component:
    return dbc.Input(
        id=component_id,
        type="range",
        min=0,
        max=len(control.grid) - 1,
        step=1,
        value=position(control, value),
        disabled=disabled,
        class_name="form-range",
    )


def _choice(component_id: str, control: Choice, value: str, disabled: bool) -> Component:
    options = [{"label": option, "value": option} for option in control.options]
    return dbc.Select(id=component_id, options=options, value=value, disabled=disabled, size="sm")


def _switch(component_id: str, _control: Switch, value: bool, disabled: bool) -> Component:
    return dbc.Switch(id=component_id, value=value, disabled=disabled, label="")


def _text_box(component_id: str, control: TextBox, value: str, disabled: bool) -> Component:
    says = {"type": "text", "value": value, "maxLength": control.longest, "disabled": disabled}
    return dbc.Input(id=component_id, debounce=True, size="sm", **says)  # sent whole: half an expression means nothing


def _own_data(component_id: str, _control: UserData, value: str, disabled: bool) -> Component:
    # The rows stay in the browser (assets/js/settings/local_values.mjs); the value only makes it a control like others.
    button = dbc.Button(message("own-data.button"), id=component_id, value=value, disabled=disabled, class_name="tool")
    return html.Div(button, **{"data-dialog": DIALOG_ID})


COMPONENTS: dict[type, Callable[..., Component]] = {
    Slider: _slider,
    Choice: _choice,
    Switch: _switch,
    TextBox: _text_box,
    UserData: _own_data,
}
"""How each kind of control is drawn."""
