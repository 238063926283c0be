/* What a figure shows just now, in a sentence: the numbers of its traces at the frame that is on the screen. It is what a
   screen reader says of the figure, and it stands above the figure's numbers. */

import { counted, message } from "../messages.mjs";
import { numberText } from "../numerals.mjs";
import { axisName, gridOf, isGrid, isVisible, listed, plainText } from "./shown_numbers.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */
/** @typedef {[x: any, y: any]} Point */

const DIGITS = 4; // as readouts have them
const NOTHING = 1e-15; // of the greatest number
const MOST = 6; // traces that a sentence tells of: more than these nobody keeps in mind

/** @param {any} value */
const said = (value) => (typeof value === "number" ? numberText(value, DIGITS) : plainText(String(value)));

/** @param {any[]} values */
const finite = (values) => /** @type {number[]} */ (values.filter(Number.isFinite));

/**
 * What is left of a difference is 0.
 * @param {any[]} values
 */
function cleared(values) {
  const scale = Math.max(...finite(values).map(Math.abs));
  return values.map((value) => (Math.abs(value) < NOTHING * scale ? 0 : value));
}

/** @param {Trace} trace @returns {Point[]} */
function pointsOf({ x, y }) {
  const [along, up] = [listed(x), listed(y)].map((values) =>
    values.every(Number.isFinite) ? cleared(values) : values,
  );
  const points = up.map((value, i) => /** @type {Point} */ ([along[i] ?? (along.length ? null : i), value]));
  return points.filter(([at, value]) => at !== null && value !== null && !Number.isNaN(at) && !Number.isNaN(value));
}

/** How many lines a trace with gaps has. @param {Trace} trace */
const piecesOf = ({ y }) =>
  listed(y).reduce((n, value, i, all) => n + Number(value !== null && (i === 0 || all[i - 1] === null)), 0);

/** @param {Point[]} points */
const isFunction = (points) => points.every(([x], i) => !i || x > points[i - 1][0]);

/** @param {Point} a @param {Point} b */
const lower = (a, b) => (b[1] < a[1] ? b : a);

/** @param {Point} a @param {Point} b */
const higher = (a, b) => (b[1] > a[1] ? b : a);

/**
 * How high or low a line is between its ends, if it is higher or lower there.
 * @param {Point[]} points
 */
function turnOf(points) {
  const ends = [points[0][1], points[points.length - 1][1]];
  const [[top, high], [bottom, low]] = [points.reduce(higher), points.reduce(lower)];
  if (high > Math.max(...ends)) return message("figure.highest", { value: said(high), place: said(top) });
  return low < Math.min(...ends) ? message("figure.lowest", { value: said(low), place: said(bottom) }) : "";
}

/**
 * A line: where it ends, and how low it was if it grows with the run.
 * @param {string} name
 * @param {Point[]} points
 * @param {Trace} trace
 */
function lineSaid(name, points, trace) {
  const [[x0, y0], [x1, y1]] = [points[0], points[points.length - 1]];
  const [from, at] = [said(x0), said(x1)];
  const [first, last] = [said(y0), said(y1)];
  if (!isFunction(points)) return message("figure.path", { name, from: `(${from}, ${first})`, to: `(${at}, ${last})` });
  if (Object.keys(trace.meta?.grow || {}).length !== 2)
    return message("figure.line", { name, from, first, to: at, last }) + turnOf(points);
  const [place, least] = points.reduce(lower);
  return message("figure.curve", { name, last, least: said(least), place: said(place) });
}

/** A path or a point in space, by its last point. @param {string} name @param {Trace} trace */
function spaceSaid(name, trace) {
  const last = ["x", "y", "z"].map((letter) => listed(trace[letter]).at(-1));
  return last.every(Number.isFinite)
    ? message("figure.in-space", { name, place: `(${last.map(said).join(", ")})` })
    : "";
}

/** @param {string} name @param {Trace} trace */
function scatterSaid(name, trace) {
  const points = pointsOf(trace);
  if (!points.length) return "";
  const [[x, y]] = points;
  if (points.length === 1) return message("figure.point", { name, x: said(x), y: said(y) });
  const isLine = (trace.mode || "lines").includes("lines");
  if (isLine && piecesOf(trace) > 1) return counted("figure.lines", piecesOf(trace), { name });
  return isLine ? lineSaid(name, points, trace) : counted("figure.points", points.length, { name });
}

/** @param {string} name @param {Trace} trace */
function barSaid(name, trace) {
  const points = pointsOf(trace);
  const isSideways = trace.orientation === "h";
  const heights = finite(points.map(([x, y]) => (isSideways ? x : y)));
  if (!heights.length) return "";
  const highest = Math.max(...heights);
  const at = points.find(([x, y]) => (isSideways ? x : y) === highest);
  const place = said(at?.[isSideways ? 1 : 0]);
  return counted("figure.bars", heights.length, { name, highest: said(highest), place });
}

/** @param {string} name @param {Trace} trace */
function gridSaid(name, trace) {
  const values = finite(gridOf(trace).flat());
  if (!values.length) return "";
  const [least, greatest] = values.reduce(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Infinity, -Infinity],
  );
  return message("figure.grid", { name, least: said(least), greatest: said(greatest) });
}

/** @param {Trace} trace */
const tableSaid = (trace) => counted("figure.table", listed(trace.cells?.values?.[0]).length);

/** @param {Layout} layout @param {Trace} trace */
function traceSaid(layout, trace) {
  const name = plainText(trace.name) || axisName(layout, trace, "y");
  if (isGrid(trace)) return gridSaid(plainText(trace.name) || message("figure.area"), trace);
  if (trace.type === "scatter3d") return spaceSaid(name, trace);
  if (trace.type === "table") return tableSaid(trace);
  return trace.type === "bar" ? barSaid(name, trace) : scatterSaid(name, trace);
}

/**
 * The sentence; `step` is the run's, if there is one.
 * @param {FigureJson} figure  at a frame
 * @param {number | null} step
 */
export function sentenceOf({ data, layout }, step) {
  const seen = data.filter(isVisible);
  const named = seen.filter((trace) => trace.name || isGrid(trace) || trace.type === "table");
  const parts = [...new Set((named.length ? named : seen).map((trace) => traceSaid(layout, trace)))].filter(Boolean);
  const what = parts.slice(0, MOST).join("; ") || message("figure.empty");
  const more = parts.length > MOST ? counted("figure.more", parts.length - MOST) : "";
  const at = step === null ? "" : message("figure.at-step", { step: step.toLocaleString("en") });
  return `${at}${what}${more}.`;
}
