/* The keys of a lesson. They act only where they mean nothing else (free_keys.mjs). */

import { leadNext } from "../figures/stage.mjs";
import { moveSpeedBy } from "../run/speed.mjs";
import { transport } from "../run/transport.mjs";
import { session } from "../session.mjs";
import { choosePresetBy } from "../settings/presets.mjs";
import { freeKey } from "./free_keys.mjs";

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
  const key = session.isOpen ? freeKey(event) : null;
  const act = key === null ? undefined : actionOf(key);
  if (!act) return;
  event.preventDefault();
  if (!event.repeat || (key !== null && REPEATING.includes(key))) act();
});
