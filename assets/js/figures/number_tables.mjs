/* The numbers of a figure as tables: one for each grid, and one for each set of traces over the same x. */

import { message } from "../messages.mjs";
import { axisName, gridOf, isGrid, isVisible, listed, plainText } from "./shown_numbers.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */
/** @typedef {{ caption: string, heads: string[], rows: any[][], length: number }} NumberTable  `length` of all rows. */

const MOST_ROWS = 200;
const MOST_COLUMNS = 16;

/**
 * So many places of a list, evenly, the first and the last among them.
 * @param {number} length
 * @param {number} most
 */
function places(length, most) {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
}

/** @param {Trace} trace */
const nameOf = (trace) => plainText(trace.name);

/** @param {Layout} layout @param {Trace} trace @returns {NumberTable} */
function gridTable(layout, trace) {
  const z = gridOf(trace);
  const [width, x, y] = [z[0]?.length || 0, listed(trace.x), listed(trace.y)];
  const [down, along] = [places(z.length, MOST_COLUMNS), places(width, MOST_COLUMNS)];
  if (width === 1 && x.length === z.length) {
    const heads = [axisName(layout, trace, "x"), axisName(layout, trace, "y"), nameOf(trace) || message("figure.area")];
    return { caption: heads[2], heads, rows: z.map(([value], i) => [x[i], y[i], value]), length: z.length };
  }
  const axes = `${axisName(layout, trace, "y")} \\ ${axisName(layout, trace, "x")}`;
  return {
    caption: nameOf(trace) || message("figure.area"),
    heads: [axes, ...along.map((j) => x[j] ?? j)],
    rows: down.map((i) => [y[i] ?? i, ...along.map((j) => z[i][j])]),
    length: z.length,
  };
}

/** @param {Trace} trace @returns {NumberTable} */
function textTable(trace) {
  const columns = listed(trace.cells?.values).map((column) => listed(column));
  const rows = listed(columns[0]).map((_, i) => columns.map((column) => column[i]));
  return { caption: nameOf(trace), heads: listed(trace.header?.values).map(plainText), rows, length: rows.length };
}

/** @typedef {{ x: any[], traces: Trace[] }} Together  Traces over the same x. */

/** @param {Trace[]} traces @returns {Together[]} */
function togetherOf(traces) {
  /** @type {Map<string, Together>} */
  const found = new Map();
  for (const trace of traces) {
    const x = listed(trace.x);
    const key = trace.type === "scatter3d" ? String(found.size) : `${x.length} ${x.join()}`;
    const known = found.get(key) || { x, traces: [] };
    known.traces.push(trace);
    found.set(key, known);
  }
  return [...found.values()];
}

/** @param {Layout} layout @param {Together} together @returns {NumberTable} */
function pointTable(layout, { x, traces }) {
  const [first] = traces;
  const isSpace = first.type === "scatter3d";
  const up = traces.map((trace) => listed(trace.y));
  const length = Math.max(x.length, ...up.map((column) => column.length));
  const heights = isSpace ? [...up, listed(first.z)] : up;
  const names = traces.map((trace) => nameOf(trace) || axisName(layout, trace, "y"));
  const heads = isSpace ? [axisName(layout, first, "y"), axisName(layout, first, "z")] : names;
  return {
    caption: traces.length > 1 ? axisName(layout, first, "y") : names[0],
    heads: [axisName(layout, first, "x"), ...heads],
    rows: places(length, MOST_ROWS).map((i) => [x[i] ?? i, ...heights.map((column) => column[i])]),
    length,
  };
}

/**
 * The tables of a figure at a frame, without those that have no rows.
 * @param {FigureJson} figure
 * @returns {NumberTable[]}
 */
export function tablesOf({ data, layout }) {
  const seen = data.filter(isVisible);
  const points = seen.filter((trace) => !isGrid(trace) && trace.type !== "table");
  const tables = [
    ...seen.filter(({ type }) => type === "table").map(textTable),
    ...togetherOf(points).map((together) => pointTable(layout, together)),
    ...seen.filter(isGrid).map((trace) => gridTable(layout, trace)),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
