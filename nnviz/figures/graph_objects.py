"""Figures and traces as plain dictionaries, declared as those of plotly.graph_objects are.

Plotly checks every attribute of a figure that is made with it, and copies it several times: 2 to 50 ms of a processor,
where the picture itself takes a tenth of one. Here a figure is what is sent. Where somebody reads it, as tests and
notebooks do, Plotly's own figure, checked, stands for it (`checked`); a test compares both for every picture.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Self

import plotly.graph_objects as plotly
from plotly.shapeannotation import axis_spanning_shape_annotation, split_dict_by_key_prefix

WITH_UNDERSCORE = frozenset({"paper_bgcolor", "plot_bgcolor", "error_x", "error_y"})
"""Attributes whose names are no path: any other underscore leads to a part of a part."""

Options = dict[str, Any]


def merge(into: Options, given: Mapping[str, Any]) -> None:
    """Set attributes, and those of parts within parts; None takes one away."""
    for name, value in given.items():
        first, _, rest = (name, "", "") if name in WITH_UNDERSCORE else name.partition("_")
        if rest:
            merge(into, {first: {rest: value}})
        elif value is None:
            into.pop(first, None)
        elif isinstance(value, Mapping) and first != "meta":
            part = into[first] = dict(into.get(first) or {})
            merge(part, value)
        else:
            into[first] = value


class Trace(Options):
    """One trace: its attributes, and its type, which is the name of its class."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__()
        merge(self, attributes)
        self["type"] = type(self).__name__.lower()

    def update(self, given: Mapping[str, Any] | None = None, **more: Any) -> Self:  # type: ignore[override]
        """Set attributes; returns the trace."""
        merge(self, {**(given or {}), **more})
        return self

    def __getattr__(self, name: str) -> Any:
        """What Plotly's own trace has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(Figure([self]).checked.data[0], name)


class Scatter(Trace):
    """Points, paths, areas."""


class Bar(Trace):
    """Bars."""


class Heatmap(Trace):
    """Cells of a grid by their colours."""


class Contour(Trace):
    """Lines of equal height over a grid."""


class Surface(Trace):
    """A surface in space."""


class Scatter3d(Trace):
    """Points and paths in space."""


class Table(Trace):
    """Rows and columns of text."""


class Figure:
    """Traces and a layout. Whatever is not here is that of Plotly's own figure."""

    def __init__(self, data: Iterable[Trace] = (), layout: Mapping[str, Any] | None = None) -> None:
        self.traces: list[Trace] = []
        self.options: Options = {}
        self.add_traces(data).update_layout(layout)

    @cached_property
    def checked(self) -> plotly.Figure:
        """What Plotly makes of it; an attribute that Plotly does not know is an error."""
        return plotly.Figure({"data": [dict(trace) for trace in self.traces], "layout": self.options})

    def __getattr__(self, name: str) -> Any:
        """What Plotly's own figure has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.checked, name)

    def __eq__(self, other: object) -> bool:
        """Whether both show the same."""
        return isinstance(other, Figure) and bool(self.checked == other.checked)

    __hash__ = None  # type: ignore[assignment]

    def _changed(self) -> Self:
        self.__dict__.pop("checked", None)
        return self

    def add_trace(self, trace: Trace) -> Self:
        """Draw a trace over those that there are; what happens to the given one later does not change the figure."""
        return self.add_traces([trace])

    def add_traces(self, traces: Iterable[Trace]) -> Self:
        """Draw traces over those that there are."""
        self.traces += [type(trace)(**trace) for trace in traces]
        return self._changed()

    def add_scatter(self, **attributes: Any) -> Self:
        """Draw points, paths, areas."""
        return self.add_trace(Scatter(**attributes))

    def add_bar(self, **attributes: Any) -> Self:
        """Draw bars."""
        return self.add_trace(Bar(**attributes))

    def add_heatmap(self, **attributes: Any) -> Self:
        """Draw the cells of a grid."""
        return self.add_trace(Heatmap(**attributes))

    def put_last(self, n_traces: int, after: int) -> Self:
        """Draw n_traces that come after the first ones over all others."""
        moved = self.traces[after : after + n_traces]
        self.traces[after:] = self.traces[after + n_traces :] + moved
        return self._changed()

    def update_layout(self, given: Mapping[str, Any] | None = None, **more: Any) -> Self:
        """Set attributes of the layout."""
        merge(self.options, {**(given or {}), **more})
        return self._changed()

    def update_xaxes(self, given: Mapping[str, Any] | None = None, **more: Any) -> Self:
        """Set attributes of all horizontal axes that the layout has."""
        return self._update_axes("xaxis", {**(given or {}), **more})

    def update_yaxes(self, given: Mapping[str, Any] | None = None, **more: Any) -> Self:
        """Set attributes of all vertical axes that the layout has."""
        return self._update_axes("yaxis", {**(given or {}), **more})

    def _update_axes(self, kind: str, given: Mapping[str, Any]) -> Self:
        return self.update_layout({name: given for name in self.options if name.startswith(kind)})

    def for_each_trace(self, change: Callable[[Trace], object], selector: Callable[[Trace], bool]) -> Self:
        """Change the traces that are selected."""
        for trace in filter(selector, self.traces):
            change(trace)
        return self._changed()

    def update_traces(self, selector: Mapping[str, Any], **more: Any) -> Self:
        """Set attributes of the traces that have those of the selector."""
        return self.for_each_trace(lambda trace: trace.update(more), lambda trace: selector.items() <= trace.items())

    def add_shape(self, **attributes: Any) -> Self:
        """Draw a line or an area beside the traces."""
        self.options["shapes"] = [*self.options.get("shapes", ()), attributes]
        return self._changed()

    def add_annotation(self, **attributes: Any) -> Self:
        """Write a text at a place."""
        self.options["annotations"] = [*self.options.get("annotations", ()), attributes]
        return self._changed()

    def add_hline(self, y: float, **more: Any) -> Self:
        """Draw a line through the whole picture at a height; `annotation_...` says what is written at it."""
        return self._across({"x0": 0, "x1": 1, "y0": y, "y1": y}, "hline", "x", more)

    def add_vline(self, x: float, **more: Any) -> Self:
        """Draw an upright line through the whole picture; `annotation_...` says what is written at it."""
        return self._across({"x0": x, "x1": x, "y0": 0, "y1": 1}, "vline", "y", more)

    def _across(self, ends: Options, kind: str, along: str, more: Options) -> Self:
        line, written = split_dict_by_key_prefix(more, "annotation_")
        refs = {"xref": "x", "yref": "y", f"{along}ref": f"{along} domain"}
        text = axis_spanning_shape_annotation(None, kind, ends, written)
        self.add_shape(type="line", **ends, **line, **refs)
        return self if text is None else self.add_annotation(**{**text, **refs})
