/* Which presses of keys mean nothing to anything else: never with ctrl, alt or meta, in a text box or a select.

   A control that has the focus keeps the keys it lives on. A button keeps space only when it was reached by key: whoever
   has clicked on a preset and then presses space wants the run to pause. */

import { around } from "../dom.mjs";

const OF_A_SLIDER = ["ArrowLeft", "ArrowRight", "Home", "End"];
const OF_A_BUTTON = [" "];

/** The element that has the focus because it was clicked. @type {Element | null} */
let clicked = null;

document.addEventListener(
  "pointerdown",
  (event) => {
    clicked = around(event, "button, summary, a");
  },
  true,
);
document.addEventListener("focusin", (event) => {
  if (event.target !== clicked) clicked = null;
});

/* A button that was clicked keeps the focus; the space that played or paused must not press it when it goes up. */
document.addEventListener("keyup", (event) => {
  if (event.key === " " && clicked && event.target === clicked) event.preventDefault();
});

/**
 * Whether the element that has the focus wants a key for itself.
 * @param {string} key
 * @param {EventTarget | null} element
 */
function isTaken(key, element) {
  if (!(element instanceof Element)) return false;
  if (element.closest("select, textarea, [contenteditable]")) return true;
  if (element.matches("input[type=range]")) return OF_A_SLIDER.includes(key);
  if (element.matches("input[type=checkbox], input[type=radio]")) return OF_A_BUTTON.includes(key);
  if (element.matches("input")) return true;
  return element !== clicked && element.matches("button, summary, a") && OF_A_BUTTON.includes(key);
}

/** @param {KeyboardEvent} event */
function isPlain(event) {
  // AltGr, with which some keyboards type brackets, looks like ctrl and alt together.
  const isTyping = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey);
  return isTyping && !event.metaKey && !event.isComposing && !event.defaultPrevented;
}

/**
 * The key of a press, letters small, if nothing else wants it.
 * @param {KeyboardEvent} event
 */
export function freeKey(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return isPlain(event) && !document.querySelector("dialog[open]") && !isTaken(key, event.target) ? key : null;
}
