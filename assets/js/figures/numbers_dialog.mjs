/* The dialog in which a figure of the page is numbers: its sentence and its tables, made when they are asked for. */

import { around, byId, element } from "../dom.mjs";
import { counted } from "../messages.mjs";
import { numberText } from "../numerals.mjs";
import { session } from "../session.mjs";
import { whenOpened } from "../shell/dialogs.mjs";
import { figureNow, sentenceNow } from "./described.mjs";
import { tablesOf } from "./number_tables.mjs";
import { plainText } from "./shown_numbers.mjs";

/** @typedef {import("./number_tables.mjs").NumberTable} NumberTable */

const DIALOG = "dialog-figure-numbers";
const DIGITS = 6;

let wanted = ""; // the figure whose button was pressed

/** @param {any} value */
const cell = (value) => (typeof value === "number" ? numberText(value, DIGITS) : plainText(String(value ?? "")));

/** @param {any[]} values */
const heads = (values) => values.map((value) => element("th", { scope: "col" }, cell(value)));

/** @param {any[]} row */
const line = ([first, ...others]) =>
  element(
    "tr",
    {},
    element("th", { scope: "row" }, cell(first)),
    ...others.map((value) => element("td", {}, cell(value))),
  );

/** @param {NumberTable} table */
function shown({ caption, heads: names, rows, length }) {
  const left = rows.length < length ? ` (${counted("figure.rows-of", length, { shown: rows.length })})` : "";
  const table = element("table", {}, element("caption", {}, `${caption}${left}`));
  table.append(element("thead", {}, element("tr", {}, ...heads(names))), element("tbody", {}, ...rows.map(line)));
  const scrolled = element("div", { className: "scrolled", tabIndex: 0 }, table);
  scrolled.setAttribute("role", "region");
  scrolled.setAttribute("aria-label", caption);
  return scrolled;
}

function fill() {
  const name = byId("figure-numbers-of", HTMLSelectElement).value;
  const figure = figureNow(name);
  byId("figure-numbers-now").textContent = sentenceNow(name);
  byId("figure-numbers").replaceChildren(...(figure ? tablesOf(figure) : []).map(shown));
}

/** @param {string} name */
const titleOf = (name) => document.querySelector(`[data-lead="${CSS.escape(name)}"]`)?.textContent || name;

document.addEventListener(
  "click",
  (event) => {
    wanted = around(event, "[data-numbers-of]")?.dataset.numbersOf || wanted;
  },
  true, // before the dialog is opened
);

whenOpened(DIALOG, () => {
  const { figures } = session.page;
  const chosen = byId("figure-numbers-of", HTMLSelectElement);
  chosen.replaceChildren(...figures.map((name) => element("option", { value: name }, titleOf(name))));
  chosen.value = figures.includes(wanted) ? wanted : figures[0];
  fill();
});

document.addEventListener("change", (event) => {
  if (around(event, "#figure-numbers-of")) fill();
});
