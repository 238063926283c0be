/* The cells of a table that a run fills with texts. */

import { all } from "../dom.mjs";

/**
 * Fill the cells that one array of texts fills; the mark that begins a text decides its colour.
 * @param {HTMLElement} table
 * @param {string} array
 * @param {string[]} texts
 */
export function fillColumn(table, array, texts) {
  all(`[data-live="${array}"]`, table).forEach((cell, row) => {
    const text = texts[row] || "";
    if (cell.textContent === text) return;
    cell.textContent = text;
    cell.dataset.mark = text.slice(0, 1);
  });
}
