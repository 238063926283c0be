/* The way back from a figure to the settings: a figure whose layout.meta names fields sets them where it is touched.

   `click: {x: field, y: field}` sets them where the plane is clicked, `drag: {...}` also while the pointer moves with
   its button down. Besides x and y there is `norm`, (|x|ᵖ + |y|ᵖ)^(1/p) with p the `exponent` of the meta (2 by default):
   the size of the ball through the pointer. `handles: [{x, y, drag}]` are several things to drag: the pointer takes the
   nearest, and one without x (or y) is a line across the plane. Values snap to the fields' own grids; where those are other
   numbers than the axis has, an entry is `{field, at, texts}`: the value to set at each place of the axis, by default the
   field's own. */

import { session } from "../session.mjs";
import { pixelUnder, placeUnder, plotAt } from "./plots.mjs";

/** @typedef {import("./bindings.mjs").Drags} Drags */
/** @typedef {import("./bindings.mjs").Handle} Handle */
/** @typedef {import("./bindings.mjs").Target} Target */
/** @typedef {import("./bindings.mjs").Targets} Targets */

/** While the pointer is down on a plane that can be dragged. @type {{ plot: Plot, targets: Targets } | null} */
let dragged = null;

/** @param {Event} event */
function planeAt(event) {
  const found = plotAt(event);
  return found && (found.meta.click || found.meta.drag || found.meta.handles) ? found : null;
}

/**
 * What a drag that begins here sets.
 * @param {{ plot: Plot, meta: Drags }} found
 * @param {MouseEvent} event
 */
function targetsAt({ plot, meta }, event) {
  if (!meta.handles) return meta.drag;
  const { xaxis, yaxis } = plot._fullLayout;
  const pixel = pixelUnder(plot, event);
  /** @type {(axis: any, value: number | undefined, at: number) => number} */
  const across = (axis, value, at) => (value === undefined ? 0 : axis._offset + axis.d2p(value) - at);
  /** @param {Handle} handle */
  const distance = ({ x, y }) => Math.hypot(across(xaxis, x, pixel.x), across(yaxis, y, pixel.y));
  return meta.handles.reduce((a, b) => (distance(b) < distance(a) ? b : a)).drag;
}

/**
 * The field that a target sets, and its value nearest to a place on the axis.
 * @param {Target} target
 * @param {number} place
 */
function nearest(target, place) {
  const { field, at, texts } = typeof target === "string" ? { field: target } : target;
  const choices = texts || session.page.fields[field].texts || [];
  const places = at || choices.map(Number);
  /** @param {number} i */
  const distance = (i) => (Number.isNaN(places[i]) ? Infinity : Math.abs(places[i] - place));
  return [field, choices[choices.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0)]];
}

/**
 * @param {{ x: number, y: number }} point
 * @param {number} p
 */
function norm({ x, y }, p) {
  return (Math.abs(x) ** p + Math.abs(y) ** p) ** (1 / p);
}

/**
 * @param {Plot} plot
 * @param {Targets} targets
 * @param {MouseEvent} event
 */
function setFields(plot, targets, event) {
  const place = placeUnder(plot, event, dragged !== null);
  if (!place) return;
  /** @type {Record<string, number>} */
  const point = { ...place, norm: norm(place, plot.layout.meta?.exponent || 2) };
  session.settings.set(
    Object.fromEntries(Object.entries(targets).map(([axis, target]) => nearest(target, point[axis]))),
  );
}

/** @param {PointerEvent} event */
function begin(event) {
  const found = planeAt(event);
  const targets = found && placeUnder(found.plot, event) && targetsAt(found, event);
  if (!found || !targets) return;
  dragged = { plot: found.plot, targets };
  window.Plotly.Fx.unhover(found.plot); // what it says of the place would stay there
  event.stopPropagation(); // Plotly would start a zoom
  event.preventDefault();
  setFields(found.plot, targets, event);
}

/** @param {Event} event */
function keepFromPlotly(event) {
  if (dragged) event.stopPropagation();
}

/** @param {Event} event */
function keepFromScrolling(event) {
  keepFromPlotly(event);
  if (dragged) event.preventDefault(); // the page would scroll
}

/** @param {PointerEvent} event */
function move(event) {
  if (dragged) setFields(dragged.plot, dragged.targets, event);
}

function end() {
  dragged = null;
}

document.addEventListener("pointerdown", begin, true);
document.addEventListener("mousedown", keepFromPlotly, true);
document.addEventListener("touchstart", keepFromScrolling, { capture: true, passive: false });
document.addEventListener("pointermove", move, true);
document.addEventListener("pointerup", end, true);
document.addEventListener("pointercancel", end, true);
document.addEventListener(
  "click",
  (event) => {
    const found = planeAt(event);
    if (found?.meta.click) setFields(found.plot, found.meta.click, event);
  },
  true,
);
