/* Paints the paths and points of a figure that follow a run, and nothing else of it.

   Plotly.react goes through the whole figure, its axes, legend, margins and texts: 30 ms, where a lecture hall wants all
   figures of a page 24 times a second. A trace that has only moved needs what Plotly does for that trace, its `calc` and
   its `plot`: 2 ms. These are inside Plotly, whose version is pinned; tests/web/test_quick_painting.py compares what
   they leave on the screen with what Plotly.react does. */

import { follows } from "./bindings.mjs";

const MODES = new Set(["lines", "markers", "lines+markers"]);
const MOVED = new Set(["x", "y", "customdata"]);
const AT_ONCE = { duration: 0 }; // tells the plot of one trace to leave the others alone
const HEADROOM = 0.25; // of what an axis shows, where a run has grown out of it

const extreme = (pick, { min, max }) => [Math.min(...min.map(pick)), Math.max(...max.map(pick))];
const isPath = ({ type, mode, fill }) => type === "scatter" && MODES.has(mode) && (!fill || fill === "none");

const moving = ({ meta }) => [...Object.keys(meta.grow || {}), ...Object.keys(meta.now || {})];

/* The places of the traces that a frame moves; null if Plotly has to paint them. */
function movedTraces(plot, data) {
  if (data.length !== plot._fullData.length) return null;
  const places = [...data.keys()].filter((i) => follows(data[i]));
  const isQuick = (i) => {
    const { scalar, linear } = data[i].meta;
    return !scalar && !linear && moving(data[i]).every((name) => MOVED.has(name)) && isPath(plot._fullData[i]);
  };
  return places.every(isQuick) && places.every((i) => data[i].uid === plot.data[i].uid) ? places : null;
}

/* Let Plotly compute a trace with the arrays of the new frame. */
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

/* How far the traces on an axis reach, on the axis's own (linear or logarithmic) scale. */
function reach(plot, axis) {
  const traces = plot._fullData.filter(({ visible, _extremes }) => visible === true && _extremes && _extremes[axis._id]);
  const ends = traces.map(({ _extremes }) => extreme(({ val }) => val, _extremes[axis._id]));
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
}

/* Whether an axis shows all of the traces on it, if there are any, and they fill half of it. */
function fits(axis, [low, high], [from, to]) {
  if (low > high) return true;
  const span = axis.rangemode === "tozero" ? Math.max(high, 0) - Math.min(low, 0) : high - low;
  return low >= from && high <= to && (span === 0 || 2 * span >= to - from);
}

/* The axes that fit themselves to their traces and no longer do, each with the values beyond that are to be shown. */
function unfit(plot) {
  const axes = Object.entries(plot._fullLayout).filter(([name, axis]) => /^[xy]axis\d*$/.test(name) && axis.autorange);
  const beyond = {};
  for (const [name, axis] of axes) {
    const shown = [Math.min(...axis.range), Math.max(...axis.range)];
    const reached = reach(plot, axis);
    if (!fits(axis, reached, shown)) beyond[name] = roomy(axis, reached, shown);
  }
  return beyond;
}

/* Values that leave room beyond the ends at which the traces have grown out of an axis. */
function roomy({ type }, [low, high], [from, to]) {
  const more = HEADROOM * (Math.max(high, to) - Math.min(low, from));
  const ends = [...(low < from ? [low - more] : []), ...(high > to ? [high + more] : [])];
  return ends.map((value) => (type === "log" ? 10 ** value : value));
}

/* Paint what has moved. Returns null when that is done, and else what Plotly.react is to know: the axes that have to be
   fitted, and how much more than there is they are to show, so that it is not needed again for every frame. */
export function paintQuickly(plot, data) {
  const places = movedTraces(plot, data);
  if (!places) return {};
  for (const i of places) calculate(plot, i, data[i]);
  const beyond = unfit(plot);
  if (Object.keys(beyond).length) return beyond;
  for (const i of places) {
    const { xaxis, yaxis, visible, _module } = plot._fullData[i];
    const subplot = plot._fullLayout._plots[xaxis + yaxis];
    if (visible === true) _module.plot(plot, subplot, [plot.calcdata[i]], subplot.plot.select("g.scatterlayer"), AT_ONCE);
  }
  plot.emit("plotly_afterplot"); // as Plotly.react does
  return null;
}
