/* The value beside a slider is a field: whoever types a number gets it, if the slider has it, or the nearest that it has. */

import { around, byId } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

/** A number as people write it: a decimal comma, a true minus. @param {string} text */
export const numberIn = (text) => Number(text.trim().replace("−", "-").replace(",", ".") || NaN);

/**
 * The value of a slider that is meant by what was typed: a word of its scale, else the nearest number, else none.
 * @param {string} typed
 * @param {string[]} texts  the values of the slider
 * @returns {string | null}
 */
export function meant(typed, texts) {
  const word = typed.trim().toLowerCase();
  const same = texts.find((text) => text.toLowerCase() === word);
  if (same !== undefined) return same;
  const wanted = numberIn(typed);
  if (Number.isNaN(wanted)) return null;
  const distance = (/** @type {string} */ text) => Math.abs(Number(text) - wanted);
  const numbers = texts.filter((text) => !Number.isNaN(Number(text)));
  return numbers.reduce((best, text) => (distance(text) < distance(best) ? text : best), numbers[0]) ?? null;
}

/** @param {string} typed @param {string | null} value @param {string[]} texts */
function note(typed, value, texts) {
  if (value === null) return message("controls.no-value", { typed, first: texts[0], last: texts[texts.length - 1] });
  const isThere = value.toLowerCase() === typed.trim().toLowerCase() || Number(value) === numberIn(typed);
  return isThere ? "" : message("controls.nearest", { typed, value });
}

/** @param {HTMLInputElement} field */
function take(field) {
  const name = field.dataset.field || "";
  const { lesson, fields } = session.page;
  const texts = fields[name].texts ?? [];
  const value = meant(field.value, texts);
  byId(`${lesson}-${name}-note`).textContent = note(field.value, value, texts);
  if (value !== null) session.settings.set({ [name]: value });
  field.value = session.values[name];
}

document.addEventListener("change", (event) => {
  const field = around(event, "input.value");
  if (field instanceof HTMLInputElement && session.isOpen) take(field);
});

document.addEventListener("focusin", (event) => {
  const field = around(event, "input.value");
  if (field instanceof HTMLInputElement) field.select();
});

/* What was said of a typed number holds until a slider is moved. */
document.addEventListener("input", (event) => {
  const control = around(event, ".control-slider");
  const said = control?.querySelector(".note");
  if (said && event.target instanceof HTMLInputElement && event.target.type === "range") said.textContent = "";
});
