/* The numbers and words of the current frame. */

const number = (value, digits) =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)).toString().replace("-", "−") : "–";

const STYLES = {
  number,
  integer: (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : "–"),
  percent: (value) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : "–"),
  list: number,
  event: (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString("en") : ""),
  text: (value) => value,
};

export function readoutText({ array, style, digits }, frames, index) {
  const values = frames.has(array) ? Array.from(frames.now(array, index)) : [];
  return values.map((value) => STYLES[style](value, digits)).join(", ");
}

export function showReadouts(page, frames, index) {
  for (const [name, readout] of Object.entries(page.readouts)) {
    const place = document.getElementById(`${page.lesson}-${name}`);
    if (place) place.textContent = readoutText(readout, frames, index);
  }
}
