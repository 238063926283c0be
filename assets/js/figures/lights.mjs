/* A marked word of the text, such as "the path", lights up what it speaks of: while the pointer or the focus is on it, the other
   traces of the pictures that have such a trace are faint. */

import { all, around } from "../dom.mjs";

const GOES_ON = [", ", " (", " = "]; // with what the name of a trace goes on behind what it is called

/**
 * Whether a trace is meant by a name: "path" means "path, now" too, the point at its end, and "path (outside)"; "KL" means
 * "KL = 0.483", whatever the number.
 * @param {string | undefined} trace
 * @param {string} name
 */
export const isMeant = (trace, name) => trace === name || GOES_ON.some((sign) => trace?.startsWith(name + sign));

/** What Plotly has drawn for a trace, with the trace's name. @param {Element} group @returns {string | undefined} */
const nameOf = (group) => /** @type {any} */ (group).__data__?.[0]?.trace?.name;

/** @param {string} name */
function light(name) {
  for (const plot of all(".figures .js-plotly-plot")) {
    const groups = all(".trace", plot);
    const lit = groups.filter((group) => isMeant(nameOf(group), name));
    for (const group of groups) group.toggleAttribute("data-lit", lit.includes(group));
    plot.toggleAttribute("data-lit", lit.length > 0);
  }
}

const dim = () => {
  for (const group of all(".figures [data-lit]")) group.removeAttribute("data-lit");
};

/** @param {Event} event */
function begin(event) {
  const word = around(event, "[data-lights]");
  if (word) light(word.dataset.lights || "");
}

/** @param {Event} event */
function end(event) {
  if (around(event, "[data-lights]")) dim();
}

document.addEventListener("pointerover", begin);
document.addEventListener("focusin", begin);
document.addEventListener("pointerout", end);
document.addEventListener("focusout", end);
