/* The keys. They act only where they mean nothing else: never with ctrl, alt or meta, in a text box, a select or a dialog.

   A control that has the focus keeps the keys it lives on. A button keeps space only when it was reached by key: whoever
   has clicked on a preset and then presses space wants the run to pause. */

import { buttons, presetBy, speedBy } from "../run/transport.mjs";
import { session } from "../session.mjs";

const press = (id) => { const button = document.getElementById(id); if (button) button.click(); };

/* What a key does to the run, on a page that has one. */
const OF_THE_RUN = {
  " ": (playback) => buttons.play(playback),
  ArrowLeft: (playback) => buttons["step-back"](playback),
  ArrowRight: (playback) => buttons["step-forward"](playback),
  Home: (playback) => playback.seek(0),
  End: (playback) => playback.seek(playback.end),
  r: (playback) => buttons.reset(playback),
  "[": () => speedBy(-1),
  "]": () => speedBy(1),
};

const OF_THE_PAGE = {
  n: () => presetBy(1),
  p: () => presetBy(-1),
  f: () => press("tool-projector"),
  d: () => press("tool-dark"),
  h: () => press("hold"),
  "?": () => press("tool-keys"),
};

const REPEATING = ["ArrowLeft", "ArrowRight", "[", "]"];
const OF_A_SLIDER = ["ArrowLeft", "ArrowRight", "Home", "End"];
const OF_A_BUTTON = [" "];

let clicked = null; // the element that has the focus because it was clicked

document.addEventListener("pointerdown", (event) => (clicked = event.target.closest("button, summary, a")), true);
document.addEventListener("focusin", (event) => { if (event.target !== clicked) clicked = null; });

/* Whether the element that has the focus wants a key for itself. */
function isTaken(key, element) {
  if (element.closest("select, textarea, [contenteditable]")) return true;
  if (element.matches("input[type=range]")) return OF_A_SLIDER.includes(key);
  if (element.matches("input[type=checkbox], input[type=radio]")) return OF_A_BUTTON.includes(key);
  if (element.matches("input")) return true;
  return element !== clicked && element.matches("button, summary, a") && OF_A_BUTTON.includes(key);
}

function isPlain(event) {
  // AltGr, with which some keyboards type brackets, looks like ctrl and alt together.
  const isTyping = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey);
  return isTyping && !event.metaKey && !event.isComposing && !event.defaultPrevented;
}

document.addEventListener("keydown", (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const { page, playback } = session;
  if (!page || !isPlain(event) || document.querySelector("dialog[open]") || isTaken(key, event.target)) return;
  const act = (playback && playback.frames.length && OF_THE_RUN[key]) || OF_THE_PAGE[key];
  if (!act) return;
  event.preventDefault();
  if (!event.repeat || REPEATING.includes(key)) act(playback);
});

/* A button that was clicked keeps the focus; the space that played or paused must not press it when it goes up. */
document.addEventListener("keyup", (event) => {
  if (event.key === " " && clicked && event.target === clicked) event.preventDefault();
});
