"""How a figure and the run are bound: which recorded arrays a trace follows, which settings a pointer sets.

A trace's `meta` says how a run moves it, a layout's `meta` what happens where the figure is touched. The browser reads
both and knows no figure by name. Everything that may stand in a `meta` is made here and listed in TRACE_BINDINGS and
LAYOUT_BINDINGS, as it is in the browser's half of this module.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Meta = dict[str, Any]

TRACE_BINDINGS = ("grow", "now", "linear")
"""The keys of a trace's meta."""

LAYOUT_BINDINGS = ("click", "drag", "handles", "exponent", "cameras", "network")
"""The keys of a layout's meta."""


def grows(**arrays: str) -> Meta:
    """Let attributes of a trace show recorded arrays from step 0 up to the current frame.

    x and y alone are a line over x, which grows with the steps: it also shows how low and high y is between frames.
    """
    return {"grow": arrays}


def follows(attributes: Mapping[str, str] | None = None, /, **arrays: str) -> Meta:
    """Let attributes of a trace show what recorded arrays hold at the current frame.

    An attribute inside another one has a dot in its name and stands in the mapping: follows({"marker.size": "width"}).
    "array/3" names the entry at place 3 of what the array holds at the frame.
    """
    return {"now": {**(attributes or {}), **arrays}}


def follows_linearly(
    attribute: str, array: str, base: Sequence[float | None], factor: Sequence[float], index: Sequence[int]
) -> Meta:
    """Let an attribute be base[i] + factor[i] · v[index[i]], with v (n,) what the array holds at the current frame.

    A gap stays where `base` has None.
    """
    return {"linear": {attribute: {"array": array, "base": base, "factor": factor, "index": index}}}


def clicks(fields: Mapping[str, Any]) -> Meta:
    """Let a click on the plane set settings fields to its place, such as {"x": "start_w0", "y": "start_w1"}.

    An entry is the name of a field whose values are the axis's, or {"field", "at"} with the place on the axis of each
    of its values, or {"field", "at", "texts"} with the value to set at each place.
    """
    return {"click": dict(fields)}


def drags(fields: Mapping[str, Any]) -> Meta:
    """Let a drag on the plane set settings fields to where the pointer is; see `clicks` for the entries."""
    return {"drag": dict(fields)}


def drags_ball(field: str, exponent: float) -> Meta:
    """Let a drag set a field to the size (|x|ᵖ + |y|ᵖ)^(1/p) of the ball of exponent p through the pointer."""
    return {"drag": {"norm": field}, "exponent": exponent}


def handle(drag: Mapping[str, Any], x: float | None = None, y: float | None = None) -> Meta:
    """One of several things to drag, at a point, or a line across the plane where x or y is not given."""
    return {"drag": dict(drag)} | {axis: place for axis, place in (("x", x), ("y", y)) if place is not None}


def handles(*each: Mapping[str, Any]) -> Meta:
    """Let a drag move the nearest of several handles."""
    return {"handles": [dict(one) for one in each]}


def turns_together(*scenes: str) -> Meta:
    """Let several scenes in space be looked at from one place."""
    return {"cameras": list(scenes)}


def network(neurons: Sequence[Sequence[Any]], weights: Sequence[Sequence[Any]], **fields: Any) -> Meta:
    """Let neurons be chosen where the figure is touched, and what else its tools do (`NetworkTools`).

    A neuron is its place x, y, half its width and height, and its name; a weight the two ends x, y of its edge, and
    its name.
    """
    places = {"neurons": [list(one) for one in neurons], "weights": [list(one) for one in weights]}
    return {"network": {**places, **fields}}
