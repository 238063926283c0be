"""What a page shows, as a record that can be kept in a file and compared with what another version shows.

Read from the document alone: from elements by their ids, and from figures as Plotly holds them. Of the numbers in a
figure a digest is kept, [how many, how many are finite, first, last, smallest, largest, mean].
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from numbers import Real
from typing import Any

from nnviz.page.lesson import Lesson
from tests.browser import Page

PRECISION = 1e-6
"""Numbers that differ by less, relative to the largest of their array, are the same."""

TALL = {"width": 1280, "height": 3000, "deviceScaleFactor": 1, "mobile": False}
"""A window in which the whole page is seen: figures out of sight are not kept up to date."""

PLAYBACK = ("play", "step-forward", "step-back", "reset", "speed", "timeline", "status", "speed-value")

READ_SCREEN = r"""
const [ids, figureIds, parts, tableId] = arguments;
const byId = (id) => document.getElementById(id);
const isSeen = (element) => !!element?.checkVisibility();

function decoded(value) { // Plotly's binary arrays, where they have not been unpacked yet
  if (!value?.bdata) return value;
  const kinds = {f8: Float64Array, f4: Float32Array, i4: Int32Array, i2: Int16Array, i1: Int8Array,
                 u4: Uint32Array, u2: Uint16Array, u1: Uint8Array};
  return new kinds[value.dtype](Uint8Array.from(atob(value.bdata), (c) => c.charCodeAt(0)).buffer);
}

const isList = (value) => Array.isArray(value) || ArrayBuffer.isView(value);
const flat = (value) => isList(value) ? Array.from(value).flatMap((item) => flat(decoded(item))) : [value];
const places = (number) => Number(number.toPrecision(9));
const rounded = (number) => Number.isFinite(number) ? places(number) : null;

function digest(value) {
  const list = decoded(value);
  if (list === undefined || list === null) return undefined;
  if (!isList(list)) return typeof list === "number" ? rounded(list) : list;
  const all = flat(list);
  if (all.some((item) => typeof item === "string")) return all.length > 24 ? [all.length, ...all.slice(0, 24)] : all;
  const numbers = all.filter(Number.isFinite);
  if (!numbers.length) return [all.length, 0];
  const sum = numbers.reduce((a, b) => a + b, 0);
  const ends = [(a, b) => Math.min(a, b), (a, b) => Math.max(a, b)].map((end) => numbers.reduce(end));
  return [all.length, numbers.length, ...[numbers[0], numbers.at(-1), ...ends, sum / numbers.length].map(places)];
}

const ARRAYS = {
  x: (t) => t.x, y: (t) => t.y, z: (t) => t.z, text: (t) => t.text, base: (t) => t.base, width: (t) => t.width,
  error_x: (t) => t.error_x?.array, error_y: (t) => t.error_y?.array, cells: (t) => t.cells?.values,
  color: (t) => isList(decoded(t.marker?.color)) ? t.marker.color : undefined,
};

function trace(drawn) {
  const {type = "scatter", name = "", visible = true} = drawn;
  const numbers = Object.entries(ARRAYS).map(([key, read]) => [key, digest(read(drawn))]);
  return {type, name, visible, ...Object.fromEntries(numbers.filter(([, value]) => value !== undefined))};
}

function axes(layout) {
  const found = {};
  for (const [key, axis] of Object.entries(layout)) {
    if (/^scene\d*$/.test(key)) for (const [name, one] of Object.entries(axes(axis))) found[`${key}.${name}`] = one;
    if (!/^[xyz]axis\d*$/.test(key)) continue;
    const range = axis.range && axis.autorange === false ? {range: axis.range.map(rounded)} : {};
    found[key] = {title: axis.title?.text ?? "", type: axis.type, ...range};
  }
  return found;
}

function figure(id) {
  const plot = byId(id)?.querySelector(".js-plotly-plot");
  if (!plot?._fullLayout) return null;
  if (!isSeen(byId(id))) return {seen: false}; // and so not kept up to date
  return {
    seen: true,
    caption: byId(id).closest("figure")?.querySelector("figcaption strong")?.textContent ?? "",
    title: plot.layout.title?.text ?? "",
    axes: axes(plot._fullLayout),
    annotations: (plot.layout.annotations ?? []).map(({text}) => text ?? ""),
    traces: plot.data.map(trace),
  };
}

function shown(id) {
  const element = byId(id);
  if (!element) return null;
  const seen = isSeen(element);
  if (element.matches("button")) return {seen};
  const input = element.matches("input, select") ? element : element.querySelector("input, select");
  const value = !input ? element.textContent.trim() : input.type === "checkbox" ? input.checked : input.value;
  const field = byId(`${id}-value`);
  const word = (field?.matches("input") ? field.value : field?.textContent)?.trim();
  return {seen, value, ...(word ? {word} : {}), ...(input?.disabled ? {disabled: true} : {})};
}

const collected = (names, read) => Object.fromEntries(names.map((name) => [name, read(name)]));
const rows = [...(byId(tableId)?.querySelectorAll("tr") ?? [])];
return JSON.stringify({
  address: location.pathname + location.search,
  elements: collected(ids, shown),
  parts: Object.fromEntries(Object.entries(parts).map(([name, css]) => [name, isSeen(document.querySelector(css))])),
  figures: collected(figureIds, figure),
  table: rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(" | ")),
});
"""


@contextmanager
def tall_window(page: Page) -> Iterator[None]:
    """While this lasts, nothing of a page is out of sight."""
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", TALL)
    yield
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def screen(page: Page, lesson: Lesson) -> dict[str, Any]:
    """What the page of a lesson shows just now: its address, controls, numbers, parts, figures and table."""
    own = [*lesson.settings.model_fields, *(readout.name for readout in lesson.readouts)]
    ids = [f"{lesson.slug}-{name}" for name in own] + (list(PLAYBACK) if lesson.run else [])
    figures = [f"{lesson.slug}-{slot.name}" for slot in lesson.figures]
    parts = {"text": f"#{lesson.slug}--text", "presets": ".chooser", "navigation": "nav", "tools": "#tool-share"}
    table = f"{lesson.slug}-{lesson.table.name}" if lesson.table else ""
    return json.loads(page.run(READ_SCREEN, ids, figures, parts, table))


def differences(then: Any, now: Any, place: str = "") -> Iterator[str]:
    """Where two records differ, each a place with both values; what only `now` has is no difference in a mapping."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for key, value in then.items():
            yield from differences(value, now.get(key), f"{place} {key}".strip())
    elif isinstance(then, list) and isinstance(now, list) and not are_numbers([*then, *now]):
        if len(then) != len(now):
            yield f"{place}: {len(then)} were {[*then][:9]}, {len(now)} are {[*now][:9]}"
        for i, (before, after) in enumerate(zip(then, now, strict=False)):
            yield from differences(before, after, f"{place} [{i}]")
    elif not are_same(then, now):
        yield f"{place}: was {then!r}, is {now!r}"


def are_numbers(values: list[Any]) -> bool:
    """Whether these are the numbers of a digest, of a range, or one number twice."""
    return all(isinstance(value, Real) and not isinstance(value, bool) for value in values)


def are_same(then: Any, now: Any) -> bool:
    """Whether two texts are equal, or all numbers but for rounding."""
    before, after = ([value] if not isinstance(value, list) else value for value in (then, now))
    if not before or not after or len(before) != len(after) or not are_numbers([*before, *after]):
        return bool(then == now)
    scale = max(abs(value) for value in (before if len(before) < 7 else before[2:]))
    exact = 2 if len(before) == 7 else 0
    close = all(abs(a - b) <= PRECISION * scale for a, b in zip(before, after, strict=True))
    return close and before[:exact] == after[:exact]
