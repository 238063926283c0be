/* Texts of users in figures: Plotly takes markup and formulas in every text, so theirs is written as plain letters. */

/** @type {Record<string, string>} */
const WRITTEN = { "&": "&amp;", "<": "&lt;", ">": "&gt;", $: "&#36;", "%": "&#37;" };

/**
 * A text that Plotly shows as it is.
 * @param {string} text
 */
export const plain = (text) => text.replace(/[&<>$%]/g, (sign) => WRITTEN[sign]);
