/* A recorded run as text, for a file, and as frames again. */

import { Keyframes, Series } from "../run/arrays.mjs";
import { Frames } from "../run/frames.mjs";

/** @typedef {import("../run/arrays.mjs").Row} Row */
/** @typedef {import("../run/arrays.mjs").WireArray} WireArray */
/** @typedef {import("../run/curves.mjs").Curve} Curve */
/** @typedef {import("../run/curves.mjs").WirePoints} WirePoints */
/** @typedef {Float64Array | Float32Array | Int32Array | Uint8Array} Numbers */
/** @typedef {{ frames: Record<string, WireArray>, between: Record<string, WirePoints> }} Recording */

const MOST_KEYFRAMES = 20e6; // bytes of one array; of more every second one is kept, and again

/** @type {Record<string, string>} */
const DTYPES = { Float64Array: "f8", Float32Array: "f4", Int32Array: "i4", Uint8Array: "u1" };
const AT_ONCE = 2 ** 15; // bytes, as many as a call takes arguments

/** @param {Numbers} values */
function inBase64(values) {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = "";
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(text);
}

/**
 * @param {Numbers} values
 * @param {number[]} shape
 * @returns {WireArray}
 */
const onWire = (values, shape) => ({ dtype: DTYPES[values.constructor.name], shape, data: inBase64(values) });

/** A row is an array, or an array of arrays; its first array says what its numbers are. @param {Row} row */
const isMatrix = (row) => row.length > 0 && typeof row[0] === "object";

/**
 * @param {Row[]} rows  of one shape
 * @returns {WireArray}
 */
function rowsOnWire(rows) {
  const [first] = rows;
  const shape = isMatrix(first) ? [rows.length, first.length, first[0].length] : [rows.length, first.length];
  const flat = rows.flatMap((row) => (isMatrix(row) ? Array.from(row) : [row]));
  if (Array.isArray(flat[0])) return { dtype: "text", shape, data: flat.flat() };
  const Kind = flat[0].constructor;
  return onWire(Kind.from(flat.flatMap((part) => Array.from(part))), shape);
}

/** @param {Keyframes} keyframes */
function keyframesOnWire({ steps, rows }) {
  const size = rowsOnWire(rows.slice(0, 1)).data.length * rows.length;
  const every = 2 ** Math.max(0, Math.ceil(Math.log2(size / MOST_KEYFRAMES)));
  /** @param {unknown} _ @param {number} i */
  const stays = (_, i) => i % every === 0 || i === rows.length - 1;
  return { ...rowsOnWire(rows.filter(stays)), at: steps.filter(stays) };
}

/**
 * The points of a curve between its frames.
 * @param {Curve} curve
 * @returns {WirePoints}
 */
function betweenOnWire({ steps, values, ends }) {
  const isFrame = new Set(ends.upTo(ends.length - 1).map((end) => end - 1));
  const places = Array.from({ length: steps.length }, (_, i) => i).filter((i) => !isFrame.has(i));
  const at = places.map((i) => steps.values[i]);
  const after = Int32Array.from(at, (step, i) => step - (i ? at[i - 1] : 0));
  const shape = [places.length];
  return {
    ...onWire(
      Float64Array.from(places, (i) => values.values[i]),
      shape,
    ),
    after: onWire(after, shape),
  };
}

/**
 * All that has been recorded.
 * @param {Frames} frames
 * @returns {Recording}
 */
export function recordingOf(frames) {
  const columns = Object.entries(frames.columns).map(([name, column]) => {
    if (column instanceof Series) return [name, onWire(column.upTo(column.length - 1), [column.length])];
    return [
      name,
      column instanceof Keyframes
        ? keyframesOnWire(column)
        : rowsOnWire(/** @type {import("../run/arrays.mjs").Rows} */ (column).rows),
    ];
  });
  const between = Object.entries(frames.curves).map(([name, curve]) => [name, betweenOnWire(curve)]);
  return { frames: Object.fromEntries(columns), between: Object.fromEntries(between) };
}

/**
 * The frames of a recording.
 * @param {Recording} recording
 */
export function framesOf({ frames: wire, between }) {
  const frames = new Frames();
  frames.append(wire, between);
  return frames;
}
