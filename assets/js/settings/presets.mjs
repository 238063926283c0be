/* Presets: a press sets all fields and the speed, asks the question if there is one, and plays. The chooser shows the name of
   the one that was chosen last. */

import { all, around } from "../dom.mjs";
import { moveSpeed } from "../run/speed.mjs";
import { session } from "../session.mjs";
import { askFirst } from "./questions.mjs";

/** The place of the preset chosen last on this page. @type {number | null} */
let current = null;
session.on("page", () => {
  current = session.page.preset;
  showCurrent();
});

/** The name of the preset in the chooser, and its mark in the list, whose folded part is open if it stands there. */
function showCurrent() {
  const chosen = document.getElementById("preset-chosen");
  if (!chosen) return; // a page without presets
  const buttons = all("[data-preset]");
  for (const button of buttons) button.removeAttribute("aria-current");
  const button = buttons.find(({ dataset }) => dataset.preset === String(current));
  button?.setAttribute("aria-current", "true");
  chosen.textContent = button?.textContent || chosen.dataset.name || "";
  const folded = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".presets > details"));
  if (folded) folded.open = !!button && folded.contains(button);
}

/** @param {number} place */
function choose(place) {
  const preset = session.page.presets[place];
  current = place;
  showCurrent();
  askFirst(
    preset,
    () => playWith(preset.settings, () => moveSpeed(preset.speed)),
    () => standAtStart(preset.settings),
  );
}

/**
 * The next preset of the list or the one before, round and round.
 * @param {1 | -1} places
 */
export function choosePresetBy(places) {
  const listed = all("[data-preset]").map(({ dataset }) => Number(dataset.preset));
  if (!listed.length) return;
  const from = current === null ? (places > 0 ? -1 : 0) : listed.indexOf(current);
  choose(listed[(from + places + listed.length) % listed.length]);
}

/**
 * Set fields, as a preset does that asks nothing.
 * @param {import("../session.mjs").Values} values
 * @param {boolean} plays  or stands at its start
 * @param {() => void} before
 */
export function tryThis(values, plays, before) {
  const begin = () => (plays ? playWith(values, before) : standAtStart(values));
  current = null;
  showCurrent();
  askFirst({ settings: values, watch: "", speed: 0, question: null }, begin, begin);
}

/**
 * Set fields, and let the run stand at its start.
 * @param {import("../session.mjs").Values} values
 */
function standAtStart(values) {
  const { playback } = session;
  session.settings.set(values);
  if (!playback) return;
  playback.playing = false;
  playback.begin([{ step: 0, values: session.values }], 0);
}

/**
 * Set fields, then play from the start.
 * @param {import("../session.mjs").Values} values
 * @param {() => void} [before]
 */
function playWith(values, before) {
  const { playback } = session;
  session.settings.set(values);
  if (!playback) return;
  if (before) before();
  playback.begin([{ step: 0, values: session.values }], 0);
  playback.play();
}

document.addEventListener("click", (event) => {
  const button = around(event, "button");
  if (!button || !session.isOpen) return;
  if (button.dataset.preset) choose(Number(button.dataset.preset));
  else if (button.id === "preset-before") choosePresetBy(-1);
  else if (button.id === "preset-after") choosePresetBy(1);
  else if (button.dataset.sets) playWith(JSON.parse(button.dataset.sets));
});
