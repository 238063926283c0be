/* The plots on the page, by the ids of their figures, and how a figure shows a frame in them. */

import { withComparison } from "../comparison/traces.mjs";
import { session } from "../session.mjs";
import { atFrame } from "./bindings.mjs";

/** @typedef {import("../run/frames.mjs").Frames} Frames */
/** @typedef {import("./bindings.mjs").Trace} Trace */

/**
 * The element in which a figure is drawn, if it has been.
 * @param {string} id
 */
export function plotIn(id) {
  return /** @type {Plot | null} */ (document.getElementById(id)?.querySelector(".js-plotly-plot") ?? null);
}

/**
 * The same by the name of a figure of the page.
 * @param {string} name
 */
export const plotOf = (name) => plotIn(`${session.page.lesson}-${name}`);

/**
 * The plot around the place of an event, whose layout says something in its meta.
 * @param {Event} event
 */
export function plotAt(event) {
  const plot = event.target instanceof Element ? event.target.closest(".js-plotly-plot") : null;
  const meta = plot && /** @type {Plot} */ (plot).layout?.meta;
  return meta ? { plot: /** @type {Plot} */ (plot), meta } : null;
}

/** @param {Trace[]} data */
export const isSpace = (data) => data.some(({ type }) => type === "surface" || type === "scatter3d");

/**
 * The traces of a figure as they show a frame, and after them those of the runs that are compared with it.
 * @param {Trace[]} data
 * @param {Frames | null} frames
 * @param {number} index
 */
export const withFrame = (data, frames, index) => withComparison(atFrame(data, frames, index));

/**
 * The same for the frame on the screen.
 * @param {Trace[]} data
 */
export function withFrameNow(data) {
  const { playback } = session;
  return withFrame(data, playback ? playback.frames : null, playback ? playback.index : 0);
}

/**
 * The place on the axes of a plot under the pointer; outside the plot area nothing, or the nearest place on its edge.
 * @param {Plot} plot
 * @param {MouseEvent} event
 * @param {boolean} [onEdge]
 * @returns {{ x: number, y: number } | null}
 */
export function placeUnder(plot, event, onEdge = false) {
  const { xaxis, yaxis } = plot._fullLayout;
  const { x, y } = pixelUnder(plot, event);
  /** @type {(pixel: number, axis: { _length: number }) => number} */
  const within = (pixel, axis) => Math.max(0, Math.min(pixel, axis._length));
  const [along, down] = [within(x - xaxis._offset, xaxis), within(y - yaxis._offset, yaxis)];
  const isInside = along === x - xaxis._offset && down === y - yaxis._offset;
  return isInside || onEdge ? { x: xaxis.p2d(along), y: yaxis.p2d(down) } : null;
}

/**
 * The pixel of a plot under the pointer, as the plot counts them: on the screen it may be enlarged.
 * @param {Plot} plot
 * @param {MouseEvent} event
 */
export function pixelUnder(plot, event) {
  const box = plot.getBoundingClientRect();
  plot._fullLayout._calcInverseTransform(plot);
  const { _invScaleX, _invScaleY } = plot._fullLayout;
  return { x: (event.clientX - box.left) * _invScaleX, y: (event.clientY - box.top) * _invScaleY };
}
