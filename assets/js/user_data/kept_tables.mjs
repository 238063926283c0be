/* One's own tables in this browser: each is kept under its name, and a page remembers the name of the one that it shows.

   What the storage does not take is there as long as the document is. */

import { headOf } from "./table_texts.mjs";

/** @typedef {{ features: string, target: string, decimal: string, swap: boolean, meaning: string }} Choice  What was chosen in the dialog. */

/**
 * @typedef {object} Table
 * @property {string} text  the canonical text of its rows
 * @property {string} source  the text from which they were taken; empty where it was too long to be kept
 * @property {Choice} choice
 * @property {number} at  when it was used last, in ms
 */

/** @typedef {{ page?: string, tasks?: string[], n_features?: number[], most_classes?: number }} Need  What a page can take. */

const TABLE = "nnviz:table:";
const SHOWN = "nnviz:shown:";
const BEFORE = "nnviz:own_data"; // the one slot of earlier versions
const LONGEST_SOURCE = 300_000;
export const NO_CHOICE = Object.freeze({ features: "", target: "", decimal: "", swap: false, meaning: "" });

/** What the storage has not taken, or has been asked to forget. @type {Map<string, string>} */
const unkept = new Map();

/** @param {string} key */
function read(key) {
  if (unkept.has(key)) return unkept.get(key) ?? "";
  try {
    return window.localStorage.getItem(key) || "";
  } catch {
    return ""; // a browser that lets pages keep nothing
  }
}

/**
 * @param {string} key
 * @param {string} text  nothing is kept when it is empty
 */
function write(key, text) {
  try {
    if (text) window.localStorage.setItem(key, text);
    else window.localStorage.removeItem(key);
    unkept.delete(key);
    return true;
  } catch {
    unkept.set(key, text);
    return false;
  }
}

function keys() {
  const found = new Set(unkept.keys());
  try {
    for (let i = 0; i < window.localStorage.length; i++) found.add(window.localStorage.key(i) ?? "");
  } catch {
    // nothing is kept
  }
  return [...found];
}

/** A table of an earlier version gets a name. */
function adopt() {
  const text = read(BEFORE);
  if (!text) return;
  keepTable(freeName(nameFor(text), ""), { text, source: "", choice: NO_CHOICE, at: 0 });
  write(BEFORE, "");
}

/** The names of all tables, the one used last first. */
export function tableNames() {
  adopt();
  const names = keys().filter((key) => key.startsWith(TABLE) && read(key));
  const dated = names.map((key) => ({ name: key.slice(TABLE.length), at: table(key.slice(TABLE.length))?.at ?? 0 }));
  return dated.sort((one, other) => other.at - one.at || one.name.localeCompare(other.name)).map(({ name }) => name);
}

/**
 * The table of a name; null where there is none, or something that is none.
 * @param {string} name
 * @returns {Table | null}
 */
export function table(name) {
  try {
    const kept = JSON.parse(read(TABLE + name));
    if (typeof kept.text !== "string" || !kept.text) return null;
    return { source: "", at: 0, ...kept, choice: { ...NO_CHOICE, ...kept.choice } };
  } catch {
    return null;
  }
}

/**
 * Keep a table; true when it will be there the next time.
 * @param {string} name
 * @param {Table} kept
 */
export function keepTable(name, kept) {
  const source = kept.source.length > LONGEST_SOURCE ? "" : kept.source;
  const whole = { ...kept, source, choice: source ? kept.choice : { ...NO_CHOICE, swap: kept.choice.swap } };
  return write(TABLE + name, JSON.stringify(whole));
}

/** @param {string} name */
export const forgetTable = (name) => write(TABLE + name, "");

/**
 * Let a page show a table from now on.
 * @param {string} page
 * @param {string} name
 */
export const showOn = (page, name) => write(SHOWN + page, name);

/**
 * The name of the table that a page shows: the one that was used there, else the latest one that it can take.
 * @param {Need} need
 */
export function shownOn({ page = "", ...need }) {
  const names = tableNames();
  const chosen = read(SHOWN + page);
  if (names.includes(chosen)) return chosen;
  return names.find((name) => fits(table(name)?.text ?? "", need)) ?? "";
}

/**
 * @param {string} text
 * @param {Need} need
 */
function fits(text, { tasks = [], n_features = [], most_classes = 2 }) {
  const { task, names, classes } = headOf(text);
  return tasks.includes(task) && n_features.includes(names.length - 1) && classes.length <= most_classes;
}

/**
 * What a table is called as long as nobody has given it a name: its target and its features.
 * @param {string} text
 */
export function nameFor(text) {
  const { names } = headOf(text);
  const features = names.slice(0, -1);
  return `${names.at(-1) ?? ""} (${features.join(", ")})`.slice(0, 80);
}

/**
 * A name under which no other table is kept: numbered where it would be.
 * @param {string} name
 * @param {string} own  of the table that may be replaced
 */
export function freeName(name, own) {
  const taken = (/** @type {string} */ wanted) => wanted !== own && read(TABLE + wanted) !== "";
  let number = 1;
  let found = name;
  while (taken(found)) {
    number += 1;
    found = `${name} ${number}`;
  }
  return found;
}
