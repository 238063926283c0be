/* Tables as texts: the canonical one, which is a value of the settings, and a CSV that people can read. */

/** @typedef {{ task: string, names: string[], classes: string[], rows: string[][] }} Written */

/**
 * What the first line of a canonical text says of its columns; the first row says how many there are.
 * @param {string} text
 */
export function headOf(text) {
  const [head, row] = text.split("\n", 2);
  const [task, ...said] = head.split(",");
  const width = row?.split(",").length ?? 0;
  return { task, names: said.slice(0, width), classes: said.slice(width) };
}

/**
 * The parts of a canonical text.
 * @param {string} text
 * @returns {Written}
 */
export function partsOf(text) {
  const [, ...lines] = text.split("\n");
  return { ...headOf(text), rows: lines.map((line) => line.split(",")) };
}

/**
 * What the numbers in the target of a canonical text mean where they may be classes as well.
 * @param {string} text
 */
export const meaningOf = (text) => (text.startsWith("classification") ? "classes" : "number");

/** @param {string} cell */
const quoted = (cell) => (/[",;\t\n|]|^[\s#]|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A canonical text as a CSV with the names of the classes in its last column.
 * @param {string} text
 */
export function asCsv(text) {
  const { names, classes, rows } = partsOf(text);
  const lines = rows.map((row) => [...row.slice(0, -1), classes[Number(row[row.length - 1])] ?? row[row.length - 1]]);
  return [names, ...lines].map((cells) => cells.map(quoted).join(",")).join("\n");
}

/**
 * Whether class 1 is the label that comes first, by size or by the alphabet.
 * @param {string} text
 */
export function isSwapped(text) {
  const [zero, one] = partsOf(text).classes;
  if (one === undefined) return false;
  const [low, high] = [Number(zero), Number(one)];
  if (Number.isFinite(low) && Number.isFinite(high)) return low > high;
  const [a, b] = [zero.toLowerCase(), one.toLowerCase()];
  return a > b || (a === b && zero > one);
}
