/* Paints the traces of a figure that follow a run, and nothing else of it.

   Plotly.react goes through the whole figure, its axes, legend, margins, texts and all points that stay: 20 to 80 ms, where
   a lecture hall wants all figures of a page 30 times a second. A trace that has only moved needs what Plotly does for
   that trace, its `calc` and its `plot`: 1 ms. These are inside Plotly, whose version is pinned; a test compares what
   they leave in the document with what Plotly.react does, for every kind of trace (tests/web/test_fast_traces.py). */

import { unfitAxes } from "./axes.mjs";
import { follows, setDotted } from "./bindings.mjs";
import { paintBytes } from "./byte_images.mjs";

/** @typedef {import("./bindings.mjs").Trace} Trace */

/** Of each kind of trace, the attributes that may move. @type {Record<string, Set<string>>} */
const MOVED = {
  scatter: new Set(["x", "y", "text", "customdata", "marker.size"]),
  bar: new Set(["x", "y", "customdata"]),
  heatmap: new Set(["x", "y", "z", "customdata"]),
  contour: new Set(["x", "y", "z", "customdata"]),
};
const FILLS = new Set([undefined, "none", "toself"]); // the others reach to another trace
const AT_ONCE = { duration: 0 }; // tells the plot of paths and points to leave the others of its layer alone

/** @param {Trace} trace */
const moving = ({ meta }) => [
  ...Object.keys(meta?.grow || {}),
  ...Object.keys(meta?.now || {}),
  ...Object.keys(meta?.linear || {}),
];

/**
 * @param {Trace} trace
 * @param {string} path
 */
const dotted = (trace, path) => path.split(".").reduce((/** @type {any} */ place, name) => place?.[name], trace);

/**
 * Whether a trace shows other arrays than before: those that are not recorded at every step often stay the same.
 * @param {Trace} trace
 * @param {Trace} shown
 */
const isOther = (trace, shown) =>
  trace.uid !== shown.uid || moving(trace).some((name) => dotted(trace, name) !== dotted(shown, name));

/**
 * Whether the colours of a trace are explained by a bar that fits itself to its numbers.
 * @param {Trace} trace  with all that Plotly has added
 */
const hasLiveScale = ({ showscale, zauto }) => showscale && zauto;

/**
 * The places of the traces that a frame moves; null if Plotly has to paint them.
 * @param {Plot} plot
 * @param {Trace[]} data
 */
function movedTraces(plot, data) {
  if (data.length !== plot._fullData.length) return null;
  const places = [...data.keys()].filter((i) => follows(data[i]) && isOther(data[i], plot.data[i]));
  /** @param {number} i */
  const isFast = (i) => {
    const { [i]: full } = plot._fullData;
    const moved = MOVED[full.type];
    if (!moved || data[i].uid !== plot.data[i].uid || full.zorder) return false;
    return FILLS.has(full.fill) && !hasLiveScale(full) && moving(data[i]).every((name) => moved.has(name));
  };
  return places.every(isFast) ? places : null;
}

/**
 * Whether a trace can be seen; one without numbers cannot until Plotly has gone through it with some.
 * @param {Trace} full
 * @param {Trace} trace
 * @returns {boolean | null}  null if only Plotly knows
 */
function isSeen({ visible }, trace) {
  if (visible === true || visible === "legendonly" || trace.visible === false) return visible === true;
  return trace.z && !trace.z.length ? false : null;
}

/**
 * Let Plotly compute a trace with the arrays of the new frame.
 * @param {Plot} plot
 * @param {number} place
 * @param {Trace} trace
 */
function calculate(plot, place, trace) {
  const full = plot._fullData[place];
  for (const name of moving(trace)) setDotted(full, name, dotted(trace, name));
  if (trace.meta?.grow && full.line) setDotted(full, "line.simplify", true); // a third of the time, and nobody sees it move
  if (!full.z) full._length = Math.min(full.x.length, full.y.length);
  full._input = plot.data[place] = trace;
  if (full.visible !== true) return;
  const points = full._module.calc(plot, full);
  if (!points.length) points.push({ x: undefined, y: undefined });
  points[0].trace = full;
  points[0].t ||= {};
  plot.calcdata[place] = points;
}

/** @typedef {{ module: any, subplot: any, traces: any[] }} Layer  Computed traces of one kind that Plotly paints together. */

/**
 * The layers that these traces are in. One of paths and points holds what has moved, one of another kind all of it.
 * @param {Plot} plot
 * @param {number[]} places
 * @returns {Layer[]}
 */
function layersOf(plot, places) {
  const { _plots } = plot._fullLayout;
  const subplotOf = ({ xaxis = "", yaxis = "" }) => _plots[xaxis + yaxis];
  const seen = places.map((i) => plot._fullData[i]).filter(({ visible }) => visible === true);
  const moved = seen.map((full) => ({ full, module: full._module, subplot: subplotOf(full) }));
  /** @type {Layer[]} */
  const layers = [];
  for (const { full, module, subplot } of moved) {
    const isPath = full.type === "scatter";
    const beside = plot.calcdata.filter(([{ trace }]) =>
      isPath ? trace === full : trace.visible === true && trace._module === module && subplotOf(trace) === subplot,
    );
    const isKnown = !isPath && layers.some((layer) => layer.module === module && layer.subplot === subplot);
    if (!isKnown) layers.push({ module, subplot, traces: beside });
  }
  return layers;
}

/**
 * @param {Plot} plot
 * @param {Layer} layer
 */
function paint(plot, { module, subplot, traces }) {
  const place = subplot.plot.select(`g.${module.name}layer`);
  if (module.name === "scatter") return module.plot(plot, subplot, traces, place, AT_ONCE);
  module.plot(plot, subplot, traces, place);
  module.style(plot);
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
  if (!places?.every((i) => isSeen(plot._fullData[i], data[i]) !== null)) return {};
  const others = places.filter((i) => !paintBytes(plot, i, data[i]));
  for (const i of others) calculate(plot, i, data[i]);
  const layers = layersOf(plot, others);
  for (const { module, subplot } of layers) if (module.name === "bar") module.crossTraceCalc(plot, subplot);
  const beyond = unfitAxes(plot);
  if (Object.keys(beyond).length) return beyond;
  for (const layer of layers) paint(plot, layer);
  plot.emit("plotly_afterplot"); // as Plotly.react does
  return null;
}
