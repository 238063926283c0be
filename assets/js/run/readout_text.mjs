/* The text of a readout at a frame. */

import { NOTHING, numberText } from "../numerals.mjs";

/** @typedef {import("../session.mjs").Readout} Readout */
/** @typedef {import("./frames.mjs").Frames} Frames */

/** @type {Record<string, (value: any, digits: number) => string>} */
const STYLES = {
  number: numberText,
  integer: (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : NOTHING),
  percent: (value) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : NOTHING),
  list: numberText,
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
