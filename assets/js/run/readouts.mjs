/* The numbers and texts of the current frame. */

import { session } from "../session.mjs";

/** @typedef {import("../session.mjs").Readout} Readout */
/** @typedef {import("./frames.mjs").Frames} Frames */

const NOTHING = "–";

/** @type {(value: number, digits: number) => string} */
const number = (value, digits) =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)).toString().replace("-", "−") : NOTHING;

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

session.on("frame", () => {
  const { lesson, readouts } = session.page;
  const { frames, index } = session.run;
  for (const [name, readout] of Object.entries(readouts)) {
    const place = document.getElementById(`${lesson}-${name}`);
    if (!place) continue;
    place.textContent = readoutText(readout, frames, index);
    if (readout.all_digits > readout.digits)
      place.title = readoutText({ ...readout, digits: readout.all_digits }, frames, index);
  }
});
