/* The way back from a picture to the settings: a figure whose layout.meta names fields sets them where it is touched.

   `click: {x: field, y: field}` sets them where the plane is clicked, `drag: {...}` also while the pointer moves with
   its button down. Besides x and y there is `norm`, (|x|ᵖ + |y|ᵖ)^(1/p) with p the `exponent` of the meta (2 by default):
   the size of the ball through the pointer. `handles: [{x, y, drag}]` are several things to drag: the pointer takes the nearest, and one without
   x (or y) is a line across the plane. Values snap to the fields' own grids; where those are other numbers than the axis
   has, an entry is `{field, at, words}`: the word to set at each place of the axis, by default the field's own words. */

import { session } from "../session.mjs";

let held = null; // {plot, fields} while the pointer is down on a plane that can be dragged

function planeAt(event) {
  const plot = event.target.closest && event.target.closest(".js-plotly-plot");
  const meta = plot && plot.layout && plot.layout.meta;
  return meta && (meta.click || meta.drag || meta.handles) ? { plot, meta } : null;
}

/* What a drag that begins here sets. */
function draggedAt({ plot, meta }, event) {
  if (!meta.handles) return meta.drag;
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  const across = (axis, value, pixel) => (value === undefined ? 0 : axis._offset + axis.d2p(value) - pixel);
  const distance = ({ x, y }) =>
    Math.hypot(across(xaxis, x, event.clientX - box.left), across(yaxis, y, event.clientY - box.top));
  return meta.handles.reduce((a, b) => (distance(b) < distance(a) ? b : a)).drag;
}

/* The place on the axes under the pointer; outside the plot area nothing, or the nearest place on its edge. */
function place(plot, event, onEdge) {
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  const within = (pixel, axis) => Math.max(0, Math.min(pixel, axis._length));
  const x = event.clientX - box.left - xaxis._offset;
  const y = event.clientY - box.top - yaxis._offset;
  const isInside = x === within(x, xaxis) && y === within(y, yaxis);
  return isInside || onEdge ? { x: xaxis.p2d(within(x, xaxis)), y: yaxis.p2d(within(y, yaxis)) } : null;
}

/* The field that an entry sets, and its word nearest to a place on the axis. */
function nearest(entry, value) {
  const { field, at, words } = typeof entry === "string" ? { field: entry } : entry;
  const choices = words || session.page.fields[field].words;
  const places = at || choices.map(Number);
  const distance = (i) => (Number.isNaN(places[i]) ? Infinity : Math.abs(places[i] - value));
  return [field, choices[choices.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0)]];
}

function norm({ x, y }, p) {
  return (Math.abs(x) ** p + Math.abs(y) ** p) ** (1 / p);
}

function setFields(plot, fields, event) {
  const point = place(plot, event, held !== null);
  if (!point) return;
  point.norm = norm(point, plot.layout.meta.exponent || 2);
  session.settings.set(Object.fromEntries(Object.entries(fields).map(([axis, entry]) => nearest(entry, point[axis]))));
}

document.addEventListener("pointerdown", (event) => {
  const found = planeAt(event);
  const fields = found && place(found.plot, event) && draggedAt(found, event);
  if (!fields) return;
  held = { plot: found.plot, fields };
  event.stopPropagation(); // Plotly would start a zoom
  event.preventDefault();
  setFields(held.plot, held.fields, event);
}, true);

document.addEventListener("mousedown", (event) => { if (held) event.stopPropagation(); }, true);
document.addEventListener("touchstart", (event) => {
  if (!held) return;
  event.stopPropagation();
  event.preventDefault(); // the page would scroll
}, { capture: true, passive: false });
document.addEventListener("pointermove", (event) => { if (held) setFields(held.plot, held.fields, event); }, true);
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (held = null), true);

document.addEventListener("click", (event) => {
  const found = planeAt(event);
  if (found && found.meta.click) setFields(found.plot, found.meta.click, event);
}, true);
