/* The index: a dialog that finds lessons, presets and terms as one types. The list is the server's, loaded when the dialog
   first opens. The field keeps the focus, and the arrows move a mark along the list, which screen readers follow. */

import { pageAt } from "../addresses.mjs";
import { all, around, byId, element } from "../dom.mjs";
import { counted, message } from "../messages.mjs";
import { whenOpened } from "./dialogs.mjs";
import { found } from "./found.mjs";
import { freeKey } from "./free_keys.mjs";
import { openPage } from "./navigation.mjs";

/** @typedef {import("./found.mjs").Entry} Entry */

const DIALOG = "dialog-search";

const KINDS = { lesson: "search.lesson", term: "search.term", preset: "search.preset" };

/** @type {Promise<Entry[]> | null} */
let loading = null;
/** @type {Entry[]} */
let entries = [];
let marked = 0;

const field = () => byId("search-field", HTMLInputElement);
const options = () => all("#search-found [role=option]");

/** @returns {Promise<Entry[]>} */
async function loaded() {
  const answer = await fetch(byId("search").dataset.index || "");
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function fill() {
  field().value = "";
  try {
    loading ??= loaded();
    entries = await loading;
    show();
  } catch {
    loading = null; // the next opening tries again
    byId("search-said").textContent = message("search.no-answer");
  }
}

function show() {
  const lines = found(field().value, entries).map(line);
  byId("search-found").replaceChildren(...lines);
  byId("search-said").textContent = lines.length ? counted("search.found", lines.length) : message("search.nothing");
  mark(0);
}

/** @param {Entry} entry @param {number} place */
function line({ kind, title, detail, path }, place) {
  const parts = [
    element("span", { className: "kind" }, message(KINDS[kind])),
    element("strong", {}, title),
    element("span", { className: "detail" }, detail),
  ];
  const option = element("li", { id: `search-found-${place}`, dataset: { path, kind } }, ...parts);
  option.setAttribute("role", "option");
  return option;
}

/** Mark a line, round and round. @param {number} place */
function mark(place) {
  const lines = options();
  marked = lines.length ? (place + lines.length) % lines.length : 0;
  for (const [i, option] of lines.entries()) option.setAttribute("aria-selected", String(i === marked));
  lines[marked]?.scrollIntoView({ block: "nearest" });
  if (lines.length) field().setAttribute("aria-activedescendant", lines[marked].id);
  else field().removeAttribute("aria-activedescendant");
}

/** @param {HTMLElement | undefined} option */
function follow(option) {
  if (!option?.dataset.path) return;
  byId(DIALOG, HTMLDialogElement).close();
  openPage(pageAt(option.dataset.path));
}

/** @type {Record<string, () => void>} */
const KEYS = {
  ArrowDown: () => mark(marked + 1),
  ArrowUp: () => mark(marked - 1),
  Enter: () => follow(options()[marked]),
};

whenOpened(DIALOG, () => {
  fill();
});

document.addEventListener("input", (event) => {
  if (around(event, "#search-field")) show();
});

document.addEventListener("keydown", (event) => {
  const act = around(event, "#search-field") && !event.isComposing ? KEYS[event.key] : undefined;
  const isAsked = !act && freeKey(event) === "/";
  if (!act && !isAsked) return;
  event.preventDefault();
  if (act) act();
  else byId("tool-search").click();
});

document.addEventListener("click", (event) => {
  const option = around(event, "#search-found [role=option]");
  if (option) follow(option);
});
