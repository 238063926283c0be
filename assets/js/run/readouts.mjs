/* The numbers and texts of the current frame. */

import { session } from "../session.mjs";

/** @typedef {import("../session.mjs").Readout} Readout */
/** @typedef {import("./frames.mjs").Frames} Frames */

const NOTHING = "–";

const MOST_WHOLE_DIGITS = 7;

/**
 * A number to so many digits. One with more places before its point than it has digits, and more than seven, is
 * written with a power of ten: the noughts would say what is not known, and need more room than there is.
 * @param {number} value
 * @param {number} digits
 */
function number(value, digits) {
  if (!Number.isFinite(value)) return NOTHING;
  const rounded = Number(value.toPrecision(digits));
  const isLong = Math.abs(rounded) >= 10 ** Math.max(digits, MOST_WHOLE_DIGITS);
  return (isLong ? rounded.toExponential() : rounded.toString()).replaceAll("-", "−");
}

/** @type {Record<string, (value: any, digits: number) => string>} */
const STYLES = {
  number,
  integer: (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : NOTHING),
  percent: (value) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : NOTHING),
  list: number,
  event: (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : ""),
  text: (value) => value,
};

/**
 * @param {Pick<Readout, "array" | "digits" | "style">} readout
 * @param {Frames} frames
 * @param {number} index
 */
export function readoutText({ array, style, digits }, frames, index) {
  const values = frames.has(array) ? Array.from(frames.now(array, index)) : [];
  return values.map((value) => STYLES[style](value, digits)).join(", ");
}

const FEWEST_DIGITS = 3;

/**
 * The text of a readout, with as many of its digits as it has room for.
 * @param {Pick<Readout, "array" | "digits" | "style" | "room">} readout
 * @param {Frames} frames
 * @param {number} index
 */
export function fittingText({ room = Number.POSITIVE_INFINITY, digits, ...readout }, frames, index) {
  let text = readoutText({ ...readout, digits }, frames, index);
  for (let fewer = digits - 1; text.length > room && fewer >= FEWEST_DIGITS; fewer--)
    text = readoutText({ ...readout, digits: fewer }, frames, index);
  return text;
}

session.on("frame", () => {
  const { lesson, readouts } = session.page;
  const { frames, index } = session.run;
  for (const [name, readout] of Object.entries(readouts)) {
    const place = document.getElementById(`${lesson}-${name}`);
    if (!place) continue;
    place.textContent = fittingText(readout, frames, index);
    if (readout.all_digits > readout.digits)
      place.title = readoutText({ ...readout, digits: readout.all_digits }, frames, index);
  }
});
