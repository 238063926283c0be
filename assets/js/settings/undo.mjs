/* Undo and redo: the settings as they were before the last change, and forward again. What changes while a slider is dragged is
   one change. */

import { around } from "../dom.mjs";
import { session } from "../session.mjs";

/** @typedef {import("../session.mjs").Values} Values */

const REST = 400; // ms without a change, after which the next one is another

/** The settings before each change, and after those that were undone. */
export class History {
  /** @type {Values[]} */
  past = [];
  /** @type {Values[]} */
  future = [];

  /** @param {Values} values */
  constructor(values) {
    this.now = values;
  }

  /** A change has come to rest. @param {Values} values */
  settle(values) {
    if (same(values, this.now)) return;
    this.past.push(this.now);
    this.future = [];
    this.now = values;
  }

  /** The settings before the last change, if there was one. */
  undo() {
    return this.#move(this.past, this.future);
  }

  /** The settings after the change that was undone last. */
  redo() {
    return this.#move(this.future, this.past);
  }

  /** @param {Values[]} from @param {Values[]} to */
  #move(from, to) {
    const values = from.pop();
    if (!values) return null;
    to.push(this.now);
    this.now = values;
    return values;
  }
}

/** @param {Values} a @param {Values} b */
const same = (a, b) => Object.keys(a).every((name) => a[name] === b[name]);

let history = new History({});
let timer = 0;

function settle() {
  window.clearTimeout(timer);
  history.settle(session.values);
  show();
}

function show() {
  const [undo, redo] = ["undo", "redo"].map((id) => document.getElementById(id));
  if (undo instanceof HTMLButtonElement) undo.disabled = history.past.length === 0;
  if (redo instanceof HTMLButtonElement) redo.disabled = history.future.length === 0;
}

/** @param {"undo" | "redo"} way */
function go(way) {
  settle();
  const values = history[way]();
  if (values) session.settings.set(values);
  show();
}

session.on("page", () => {
  history = new History(session.values);
  show();
});

session.on("settings", () => {
  window.clearTimeout(timer);
  timer = window.setTimeout(settle, REST);
  if (same(session.values, history.now)) return;
  const undo = document.getElementById("undo");
  if (undo instanceof HTMLButtonElement) undo.disabled = false;
});

document.addEventListener("click", (event) => {
  const button = around(event, "#undo, #redo");
  if (button && session.isOpen) go(button.id === "undo" ? "undo" : "redo");
});

/** @param {KeyboardEvent} event */
function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : null;
}

document.addEventListener("keydown", (event) => {
  const way = wayOf(event);
  const isTyping = around(event, "input:not([type=range], [type=checkbox]), textarea, [contenteditable]");
  if (!way || isTyping || !session.isOpen || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  go(way);
});
