/* A weight of a network is set by hand: the field at its edge, and the text of all that were set. */

import { all, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { numberIn } from "../settings/value_fields.mjs";

/** @typedef {import("./network_places.mjs").Network} Network */

/**
 * The text of all edits with one more; another value of the same weight after the same step takes the place of the first.
 * @param {string} text
 * @param {number} step
 * @param {string} code
 * @param {number} value
 */
export function withEdit(text, step, code, value) {
  const same = `${step}:${code}:`;
  const others = text.split(";").filter((edit) => edit && !edit.startsWith(same));
  return [...others, `${same}${value}`].join(";");
}

/**
 * @param {Network} network
 * @param {number} weight
 * @param {string} typed
 */
function edit({ edits, codes }, weight, typed) {
  const value = numberIn(typed);
  if (Number.isNaN(value)) return;
  session.settings.set({ [edits]: withEdit(session.values[edits], session.playback?.step ?? 0, codes[weight], value) });
}

/**
 * Open a field for the value of a weight; Enter takes what was typed, Escape and another place leave it.
 * @param {HTMLElement} place
 * @param {Network} network
 * @param {number} weight
 * @param {string} value
 * @param {Partial<CSSStyleDeclaration>} style  where the field is to stand
 */
export function openField(place, network, weight, value, style) {
  const name = network.weights[weight][4];
  const field = element("input", { type: "text", inputMode: "decimal", value, autocomplete: "off" });
  field.setAttribute("aria-label", message("network.weight", { name }));
  const made = element("label", { className: "weight-field" }, `${name} `, field);
  Object.assign(made.style, style);
  for (const open of all(".weight-field", place)) open.remove();
  place.append(made);
  const close = () => {
    field.removeEventListener("blur", close); // which its removal would be
    made.remove();
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation(); // keys of the page
    if (event.key === "Enter") edit(network, weight, field.value);
    if (event.key === "Enter" || event.key === "Escape") close();
  });
  field.addEventListener("blur", close);
  field.focus();
  field.select();
}
