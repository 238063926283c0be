/* Paints the paths and points of a figure that follow a run, and nothing else of it.

   Plotly.react goes through the whole figure, its axes, legend, margins and texts: 30 ms, where a lecture hall wants all
   figures of a page 24 times a second. A trace that has only moved needs what Plotly does for that trace, its `calc` and
   its `plot`: 2 ms. These are inside Plotly, whose version is pinned; tests/web/test_fast_traces.py compares what
   they leave on the screen with what Plotly.react does. */

import { unfitAxes } from "./axes.mjs";
import { follows } from "./bindings.mjs";

/** @typedef {import("./bindings.mjs").Trace} Trace */

const MODES = new Set(["lines", "markers", "lines+markers"]);
const MOVED = new Set(["x", "y", "customdata"]);
const AT_ONCE = { duration: 0 }; // tells the plot of one trace to leave the others alone

/** @param {Trace} trace */
const isPath = ({ type, mode, fill }) => type === "scatter" && MODES.has(mode) && (!fill || fill === "none");

/** @param {Trace} trace */
const moving = ({ meta }) => [...Object.keys(meta?.grow || {}), ...Object.keys(meta?.now || {})];

/**
 * The places of the traces that a frame moves; null if Plotly has to paint them.
 * @param {Plot} plot
 * @param {Trace[]} data
 */
function movedTraces(plot, data) {
  if (data.length !== plot._fullData.length) return null;
  const places = [...data.keys()].filter((i) => follows(data[i]));
  /** @param {number} i */
  const isFast = (i) => {
    const { meta, uid } = data[i];
    if (meta?.linear || uid !== plot.data[i].uid) return false;
    return moving(data[i]).every((name) => MOVED.has(name)) && isPath(plot._fullData[i]);
  };
  return places.every(isFast) ? places : null;
}

/**
 * Let Plotly compute a trace with the arrays of the new frame.
 * @param {Plot} plot
 * @param {number} place
 * @param {Trace} trace
 */
function calculate(plot, place, trace) {
  const full = plot._fullData[place];
  for (const name of moving(trace)) full[name] = trace[name];
  full._length = Math.min(full.x.length, full.y.length);
  full._input = plot.data[place] = trace;
  if (full.visible !== true) return;
  const points = full._module.calc(plot, full);
  if (!points.length) points.push({ x: undefined, y: undefined });
  points[0].trace = full;
  points[0].t = {};
  plot.calcdata[place] = points;
}

/**
 * Paint what has moved. Returns null when that is done, and else what Plotly.react is to know: the axes that have to be
 * fitted, and how much more than there is they are to show, so that it is not needed again for every frame.
 * @param {Plot} plot
 * @param {Trace[]} data
 * @returns {Record<string, number[]> | null}
 */
export function paintFast(plot, data) {
  const places = movedTraces(plot, data);
  if (!places) return {};
  for (const i of places) calculate(plot, i, data[i]);
  const beyond = unfitAxes(plot);
  if (Object.keys(beyond).length) return beyond;
  for (const i of places) {
    const { xaxis, yaxis, visible, _module } = plot._fullData[i];
    const subplot = plot._fullLayout._plots[xaxis + yaxis];
    if (visible === true)
      _module.plot(plot, subplot, [plot.calcdata[i]], subplot.plot.select("g.scatterlayer"), AT_ONCE);
  }
  plot.emit("plotly_afterplot"); // as Plotly.react does
  return null;
}
