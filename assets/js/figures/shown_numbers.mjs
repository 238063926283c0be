/* The numbers of a figure as it is on the screen: those that a run has put into its traces, and those that the server sent. */

/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */
/** @typedef {{ dtype: string, bdata: string, shape?: string }} Encoded  An array as Plotly encodes it. */

const TYPES = {
  f8: Float64Array,
  f4: Float32Array,
  i4: Int32Array,
  u4: Uint32Array,
  i2: Int16Array,
  u2: Uint16Array,
  i1: Int8Array,
  u1: Uint8Array,
};

/**
 * The rows of an array that is written in one row.
 * @param {any[]} flat
 * @param {string} shape  such as "3, 4"
 */
function inRows(flat, shape) {
  const width = Number(shape.split(",")[1]);
  return Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width));
}

/**
 * An attribute of a trace as a plain list, or a list of rows; what is no list has no entries.
 * @param {any} value
 * @returns {any[]}
 */
export function listed(value) {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(/** @type {any[]} */ (value));
  if (!value?.bdata) return [];
  const { dtype, bdata, shape } = /** @type {Encoded} */ (value);
  const bytes = Uint8Array.from(atob(bdata), (letter) => letter.charCodeAt(0));
  const flat = Array.from(new TYPES[/** @type {keyof typeof TYPES} */ (dtype)](bytes.buffer));
  return shape?.includes(",") ? inRows(flat, shape) : flat;
}

const GRIDS = new Set(["heatmap", "contour", "surface"]);

/** @param {Trace} trace */
export const isGrid = ({ type }) => GRIDS.has(type);

/**
 * The numbers of a grid, row by row: where colours show logarithms, the numbers themselves are beside them.
 * @param {Trace} trace
 * @returns {any[][]}
 */
export function gridOf({ z, customdata }) {
  const [shown, meant] = [z, customdata].map((value) =>
    listed(value).map((row) => (Number.isFinite(row) ? [row] : listed(row))),
  );
  return meant.length === shown.length ? meant : shown;
}

/** Whether a contour is one line, such as a boundary: its numbers are those of another trace. @param {Trace} trace */
export const isOneLine = ({ type, contours }) =>
  type === "contour" && contours?.start !== undefined && contours.start === contours.end;

/** @param {unknown} text  which may have tags, as Plotly's texts have */
export const plainText = (text) => (typeof text === "string" ? text.replace(/<br>/g, " ").replace(/<[^>]+>/g, "") : "");

/**
 * What the axis of a trace is called.
 * @param {Layout} layout
 * @param {Trace} trace
 * @param {"x" | "y" | "z"} letter
 */
export function axisName(layout, trace, letter) {
  const place =
    trace.scene || trace.type === "surface" || trace.type === "scatter3d" ? layout[trace.scene || "scene"] : layout;
  const number = place === layout ? String(trace[`${letter}axis`] || "").slice(1) : "";
  return plainText(place?.[`${letter}axis${number}`]?.title?.text) || letter;
}

/** Whether a trace can be seen and has numbers of its own. @param {Trace} trace */
export const isVisible = (trace) => trace.visible !== false && trace.visible !== "legendonly" && !isOneLine(trace);
