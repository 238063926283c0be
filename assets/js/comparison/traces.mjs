/* What is drawn of a comparison: a dimmed copy of each growing trace on the screen, as far as a run has its arrays. */

import { setDotted } from "../figures/bindings.mjs";
import { session } from "../session.mjs";
import { comparisonLabels } from "./names.mjs";

/** @typedef {import("../figures/bindings.mjs").Trace} Trace */
/** @typedef {import("../run/frames.mjs").Frames} Frames */

export const DASHES = ["dash", "dot", "dashdot", "longdash", "longdashdot", "3px 9px"];
/** Plotly knows five dashes there. @type {Record<string, string>} */
const IN_SPACE = { "3px 9px": "dot" };

/** @typedef {Record<string, Float64Array>} Grown  attribute of a trace -> all its numbers */
/** What a run has for traces that show the same arrays, in all figures. @type {WeakMap<Frames, Record<string, Grown>>} */
const grownOf = new WeakMap();

/** @param {Trace} trace */
const isCopy = ({ meta }) => meta?.compared !== undefined;
/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * Whether a run has all that a growing trace shows. Over the steps that is enough; a path lies among weights, and so
 * wants a model with as many.
 * @param {Trace} trace
 * @param {Frames} frames
 */
function fits({ meta }, frames) {
  if (!meta?.grow || !Object.values(meta.grow).every((array) => frames.isSeries(array))) return false;
  return meta.grow.x === "step" || haveSameWidths(frames, session.run.frames);
}

/**
 * @param {Frames} compared
 * @param {Frames} playing
 */
function haveSameWidths(compared, playing) {
  const [ours, theirs] = [compared.widths(), playing.widths()];
  return Object.keys(ours).every((name) => !(name in theirs) || ours[name] === theirs[name]);
}

/**
 * @param {Trace} trace
 * @param {number} place
 */
function lineOf({ type, line }, place) {
  if (type !== "scatter3d") return { width: 1.5, dash: DASHES[place] };
  return { width: 0.6 * (line?.width || 5), dash: IN_SPACE[DASHES[place]] || DASHES[place] };
}

/**
 * @param {Frames} frames
 * @param {Record<string, string>} grow
 */
function allOf(frames, grow) {
  const known = grownOf.get(frames) || {};
  grownOf.set(frames, known);
  const key = JSON.stringify(grow);
  known[key] ||= frames.grown(grow, frames.length - 1);
  return known[key];
}

/**
 * @param {Trace} trace
 * @param {Frames} frames
 * @param {number} place
 * @param {string} label
 * @returns {Trace}
 */
function dimmed(trace, frames, place, label) {
  const grow = trace.meta?.grow || {};
  const meaning = trace.name ? `${label}: ${trace.name}` : label;
  const copy = {
    ...trace,
    name: label,
    uid: `compared-${place}-${Object.values(grow)}`,
    meta: { compared: place },
    opacity: 0.6,
    line: { ...trace.line, ...lineOf(trace, place) },
    legendgroup: `compared-${place}`,
    showlegend: false,
    hoverinfo: "skip",
    hovertemplate: `${(trace.hovertemplate || "%{y:.4g}").split("<extra>")[0]}<extra>${meaning}</extra>`,
  };
  const lines = (trace.mode || "lines").includes("lines") ? { mode: "lines" } : {};
  for (const [attribute, values] of Object.entries(allOf(frames, grow))) setDotted(copy, attribute, values);
  return Object.assign(copy, lines);
}

/**
 * Of a run's traces the boldest, which matters most, stands in the legend and speaks under the pointer.
 * @param {Trace[]} copies
 * @param {Trace[]} originals
 */
function name(copies, originals) {
  const widths = originals.map(({ line }) => line?.width || 2);
  const boldest = copies[widths.indexOf(Math.max(...widths))];
  if (boldest) Object.assign(boldest, { showlegend: true, hoverinfo: "all" });
  return copies;
}

/**
 * The traces of a figure and after them those of the runs that it is compared with.
 * @param {Trace[]} data
 * @returns {Trace[]}
 */
export function withComparison(data) {
  const own = data.filter((trace) => !isCopy(trace));
  const runs = session.comparison;
  if (runs.length === 0) return own;
  const labels = comparisonLabels().map(escaped);
  const copies = runs.flatMap(({ frames }, place) => {
    if (!frames) return [];
    const fitting = own.filter((trace) => fits(trace, frames));
    return name(
      fitting.map((trace) => dimmed(trace, frames, place, labels[place])),
      fitting,
    );
  });
  return [...own, ...copies];
}
