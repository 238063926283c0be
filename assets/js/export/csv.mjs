/* Everything a run recorded as CSV: a line for each recorded step of the run on the screen, then of each compared run.

   Numbers are written in full, as the shortest text that reads back as the same number; what is not a number is empty.
   Figures of a step (regions, surfaces) and texts are left out. */

/** @typedef {import("../run/frames.mjs").Frames} Frames */
/** @typedef {{ label: string, frames: Frames, last: number }} Recorded  A run up to the frame `last`. */
/** @typedef {[name: string, width: number]} Column  An array and how wide it is: 0 if it has one number for a step. */

const LINES_AT_ONCE = 1000;

/** @param {string} text */
const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** @param {unknown} value */
const cell = (value) => (typeof value === "number" && !Number.isNaN(value) ? String(value) : "");

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
 */
function cellsOf([name, width], frames, index) {
  const values = frames.has(name) ? frames.now(name, index) : [];
  return Array.from({ length: width || 1 }, (_, i) => cell(values[i]));
}

/**
 * @param {Recorded} run
 * @param {Column[]} columns
 * @param {number} index
 */
function line({ label, frames }, columns, index) {
  const numbers = columns.flatMap((column) => cellsOf(column, frames, index));
  return [quoted(label), cell(frames.step(index)), ...numbers].join(",");
}

/**
 * The file in pieces, so that a long run makes no text too long for a browser.
 * @param {Recorded[]} runs
 */
export function traceCsv(runs) {
  const columns = columnsOfAll(runs);
  const pieces = [`${["run", "step", ...columns.flatMap(headsOf)].join(",")}\r\n`];
  for (const run of runs)
    for (let from = 0; from <= run.last; from += LINES_AT_ONCE) {
      const length = Math.min(LINES_AT_ONCE, run.last + 1 - from);
      pieces.push(Array.from({ length }, (_, i) => `${line(run, columns, from + i)}\r\n`).join(""));
    }
  return pieces;
}
