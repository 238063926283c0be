/* Tables whose last columns the run fills with texts. */

import { all } from "../dom.mjs";
import { session } from "../session.mjs";

/**
 * Fill the cells that one array of texts fills; the mark that begins a text decides its colour.
 * @param {HTMLElement} table
 * @param {string} array
 * @param {string[]} texts
 */
function fill(table, array, texts) {
  all(`[data-live="${array}"]`, table).forEach((cell, row) => {
    const text = texts[row] || "";
    if (cell.textContent === text) return;
    cell.textContent = text;
    cell.dataset.mark = text.slice(0, 1);
  });
}

session.on("frame", () => {
  const { lesson, tables } = session.page;
  const { frames, index } = session.run;
  for (const [name, arrays] of Object.entries(tables)) {
    const table = document.getElementById(`${lesson}-${name}`);
    if (!table) continue;
    for (const array of arrays) fill(table, array, frames.has(array) ? frames.now(array, index) : []);
  }
});
