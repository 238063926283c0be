/* The keys. They act only where they mean nothing else: never with ctrl, alt or meta, in a text box, a select or a dialog.

   A control that has the focus keeps the keys it lives on. A button keeps space only when it was reached by key: whoever
   has clicked on a preset and then presses space wants the run to pause. */

import { around } from "../dom.mjs";
import { leadNext } from "../figures/stage.mjs";
import { moveSpeedBy } from "../run/speed.mjs";
import { transport } from "../run/transport.mjs";
import { session } from "../session.mjs";
import { choosePresetBy } from "../settings/presets.mjs";

/** @typedef {import("../run/playback.mjs").Playback} Playback */

/** @param {string} id */
const press = (id) => document.getElementById(id)?.click();

/** What a key does to the run, on a page that has one. @type {Record<string, (run: Playback) => void>} */
const OF_THE_RUN = {
  " ": transport.play,
  ArrowLeft: transport["step-back"],
  ArrowRight: transport["step-forward"],
  Home: (run) => run.seek(0),
  End: (run) => run.seek(run.end),
  r: transport.reset,
  "[": () => moveSpeedBy(-1),
  "]": () => moveSpeedBy(1),
};

/** @type {Record<string, () => void>} */
const OF_THE_PAGE = {
  n: () => choosePresetBy(1),
  p: () => choosePresetBy(-1),
  f: () => press("tool-projector"),
  d: () => press("tool-dark"),
  h: () => press("hold"),
  v: () => leadNext(),
  "?": () => press("tool-keys"),
};

const REPEATING = ["ArrowLeft", "ArrowRight", "[", "]"];
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
function isFree(event) {
  // AltGr, with which some keyboards type brackets, looks like ctrl and alt together.
  const isTyping = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey);
  return isTyping && !event.metaKey && !event.isComposing && !event.defaultPrevented;
}

/**
 * What a key does on the page on the screen.
 * @param {string} key
 */
function actionOf(key) {
  const { playback } = session;
  const ofTheRun = OF_THE_RUN[key];
  return playback?.frames.length && ofTheRun ? () => ofTheRun(playback) : OF_THE_PAGE[key];
}

document.addEventListener("keydown", (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!session.isOpen || !isFree(event) || document.querySelector("dialog[open]") || isTaken(key, event.target)) return;
  const act = actionOf(key);
  if (!act) return;
  event.preventDefault();
  if (!event.repeat || REPEATING.includes(key)) act();
});

/* A button that was clicked keeps the focus; the space that played or paused must not press it when it goes up. */
document.addEventListener("keyup", (event) => {
  if (event.key === " " && clicked && event.target === clicked) event.preventDefault();
});
