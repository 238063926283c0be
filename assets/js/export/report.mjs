/* A table that a run has filled as a page by itself, in one file. */

import { around, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { save } from "./saving.mjs";
import { copyOf, origin, standalone } from "./standalone.mjs";

const STYLE = `
  body { font: 16px/1.4 sans-serif; margin: 2rem; color: #1b1f24; }
  table { border-collapse: collapse; }
  th, td { padding: 0.2rem 0.8rem 0.2rem 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
  td { font-family: monospace; }
  tbody th { padding-top: 1rem; font-weight: 400; }
  [data-mark="✓"] { color: #00684b; }
  [data-mark="✗"] { color: #b34700; font-weight: 700; }`;

/**
 * The file with a table.
 * @param {HTMLElement} section
 */
export function report(section) {
  const title = section.dataset.title || "";
  const body = [element("h1", {}, title), origin(), element("p", {}, summary(section)), copyOf(section)];
  return standalone({ title, style: STYLE, body }).join("");
}

/** @param {HTMLElement} section */
function summary(section) {
  const count = (/** @type {string} */ mark) => section.querySelectorAll(`[data-mark="${mark}"]`).length;
  const lines = section.querySelectorAll(".row-of-texts").length;
  const [same, other] = [count("✓"), count("✗")];
  return message("take-away.lines-agree", { lines, same, other, rest: lines - same - other });
}

document.addEventListener("click", (event) => {
  const id = around(event, "[data-report]")?.dataset.report;
  const section = id ? document.getElementById(id) : null;
  if (section) save(`${section.id}-${new Date().toISOString().slice(0, 10)}.html`, [report(section)], "text/html");
});
