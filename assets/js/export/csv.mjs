/* Everything a run recorded as CSV: a line for each recorded step of the run on the screen, then of each held run.

   Numbers are written in full, as the shortest text that reads back as the same number; what is not a number is empty.
   Pictures of a step (regions, surfaces) and texts are left out. */

import { heldLabels } from "../comparison/names.mjs";
import { session } from "../session.mjs";

const LINES_AT_ONCE = 1000;

const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const cell = (value) => (typeof value === "number" && !Number.isNaN(value) ? String(value) : "");

/* The names and widths of the arrays that have a number, or a row of numbers, at each step; the step comes first. */
function columnsOf(frames) {
  const series = Object.keys(frames.columns).filter((name) => name !== "step" && frames.isSeries(name));
  const isNumbers = ([name]) => typeof frames.now(name, 0)[0] === "number";
  const rows = Object.entries(frames.widths()).filter(isNumbers);
  return [...series.map((name) => [name, 0]), ...rows];
}

/* All columns of several runs; where a row is wider in one of them it is as wide in the file. */
function columnsOfAll(recorded) {
  const widths = new Map();
  for (const { frames } of recorded)
    for (const [name, width] of columnsOf(frames)) widths.set(name, Math.max(width, widths.get(name) || 0));
  return [...widths];
}

const headsOf = ([name, width]) => (width ? Array.from({ length: width }, (_, i) => `${name}_${i + 1}`) : [name]);

function cellsOf([name, width], frames, index) {
  const values = frames.has(name) ? frames.now(name, index) : [];
  return Array.from({ length: width || 1 }, (_, i) => cell(values[i]));
}

function line(run, columns, index) {
  const numbers = columns.flatMap((column) => cellsOf(column, run.frames, index));
  return [quoted(run.label), cell(run.frames.step(index)), ...numbers].join(",");
}

/* The runs to write: {label, frames, last}, the one on the screen up to the step on the screen. */
function recorded() {
  const { playback } = session;
  const labels = heldLabels(Infinity);
  const held = session.comparison.map(({ frames }, i) => ({ label: labels[i], frames, last: frames ? frames.length - 1 : 0 }));
  return [{ label: "now", frames: playback.frames, last: playback.index }, ...held].filter(({ frames }) => frames);
}

/* The file in pieces, so that a long run makes no text too long for a browser. */
export function traceCsv() {
  const runs = recorded();
  const columns = columnsOfAll(runs);
  const pieces = [`${["run", "step", ...columns.flatMap(headsOf)].join(",")}\r\n`];
  for (const run of runs)
    for (let from = 0; from <= run.last; from += LINES_AT_ONCE) {
      const length = Math.min(LINES_AT_ONCE, run.last + 1 - from);
      pieces.push(Array.from({ length }, (_, i) => `${line(run, columns, from + i)}\r\n`).join(""));
    }
  return pieces;
}
