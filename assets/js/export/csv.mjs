/* Everything a run recorded as CSV: a line for each recorded step of the run on the screen, then of each compared run.

   Numbers are written in full, as the shortest text that reads back as the same number; what is not a number is empty.
   Figures of a step (regions, surfaces) and texts are left out. */

/** @typedef {import("../run/frames.mjs").Frames} Frames */
/** @typedef {{ label: string, frames: Frames, last: number }} Recorded  A run up to the frame `last`. */
/** @typedef {[name: string, width: number]} Column  An array and how wide it is: 0 if it has one number for a step. */

/** @typedef {{ separator: string, decimal: string }} Format  What parts cells, and what stands before decimals. */

const LINES_AT_ONCE = 1000;

/** @type {Format} */
const USUAL = { separator: ",", decimal: "." };
/** As spreadsheets want it where decimals are written with a comma. @type {Format} */
export const DECIMAL_COMMAS = { separator: ";", decimal: "," };

/**
 * A text that no spreadsheet takes for a formula, in full width as in Japan or behind what it passes over neither.
 * @param {string} text
 */
const asText = (text) => (/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);
/** @param {string} text */
const quoted = (text) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/**
 * @param {unknown} value
 * @param {Format} format
 */
const cell = (value, { decimal }) =>
  typeof value === "number" && !Number.isNaN(value) ? String(value).replace(".", decimal) : "";

/**
 * The arrays that have a number, or a row of numbers, at each step; the step comes first.
 * @param {Frames} frames
 * @returns {Column[]}
 */
function columnsOf(frames) {
  const series = Object.keys(frames.columns).filter((name) => name !== "step" && frames.isSeries(name));
  const rows = Object.entries(frames.widths()).filter(([name]) => typeof frames.now(name, 0)[0] === "number");
  return [...series.map((name) => /** @type {Column} */ ([name, 0])), ...rows];
}

/**
 * All columns of several runs; where a row is wider in one of them it is as wide in the file.
 * @param {Recorded[]} runs
 * @returns {Column[]}
 */
function columnsOfAll(runs) {
  const widths = new Map();
  for (const { frames } of runs)
    for (const [name, width] of columnsOf(frames)) widths.set(name, Math.max(width, widths.get(name) || 0));
  return [...widths];
}

/** @param {Column} column */
const headsOf = ([name, width]) => (width ? Array.from({ length: width }, (_, i) => `${name}_${i + 1}`) : [name]);

/**
 * @param {Column} column
 * @param {Frames} frames
 * @param {number} index
 * @param {Format} format
 */
function cellsOf([name, width], frames, index, format) {
  const values = frames.has(name) ? frames.now(name, index) : [];
  return Array.from({ length: width || 1 }, (_, i) => cell(values[i], format));
}

/**
 * @param {Recorded} run
 * @param {Column[]} columns
 * @param {number} index
 * @param {Format} format
 */
function line({ label, frames }, columns, index, format) {
  const numbers = columns.flatMap((column) => cellsOf(column, frames, index, format));
  return [quoted(asText(label)), cell(frames.step(index), format), ...numbers].join(format.separator);
}

/**
 * The file in pieces, so that a long run makes no text too long for a browser.
 * @param {Recorded[]} runs
 * @param {Format} [format]
 */
export function traceCsv(runs, format = USUAL) {
  const columns = columnsOfAll(runs);
  const pieces = [`${["run", "step", ...columns.flatMap(headsOf)].join(format.separator)}\r\n`];
  for (const run of runs)
    for (let from = 0; from <= run.last; from += LINES_AT_ONCE) {
      const length = Math.min(LINES_AT_ONCE, run.last + 1 - from);
      pieces.push(Array.from({ length }, (_, i) => `${line(run, columns, from + i, format)}\r\n`).join(""));
    }
  return pieces;
}
