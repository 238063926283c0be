/* Plays a recorded run in a file that stands alone: nothing is computed, and nothing is asked for. */

import { all, byId } from "../dom.mjs";
import { atFrame } from "../figures/bindings.mjs";
import { withThinLeaving } from "../figures/leaving_paths.mjs";
import { message } from "../messages.mjs";
import { fittingText } from "../run/readout_text.mjs";
import { fillColumn } from "../run/table_columns.mjs";
import { framesOf } from "./recording.mjs";

/** @typedef {import("../session.mjs").Readout} Readout */
/** @typedef {import("../figures/bindings.mjs").FigureJson & { config: object }} Figure */
/**
 * @typedef {object} Told  What the file says of the page.
 * @property {Record<string, Figure>} figures
 * @property {import("./recording.mjs").Recording | null} recording
 * @property {number} step  at which it opens
 * @property {number} speed  in steps a second
 * @property {Record<string, Readout>} readouts  by the ids of their places
 * @property {Record<string, string[]>} tables  the arrays that fill them, by the ids of the tables
 */

/** @type {Told} */
const told = JSON.parse(byId("told").textContent || "{}");
const frames = told.recording && framesOf(told.recording);
const places = all("[data-figure]");
const SECOND = 1000;
/** Nobody sees a run that is over at once. */
const MOST_STEPS_A_SECOND = frames ? Math.max(1, frames.step(frames.length - 1) / 4) : 1;

/** The figures that do not show the frame yet. @type {Set<HTMLElement>} */
const stale = new Set();
let [position, index, isPlaying, before] = [told.step, 0, false, 0];

/** @param {HTMLElement} place */
function paint(place) {
  const { data, layout, config } = told.figures[place.dataset.figure || ""];
  window.Plotly.react(place, withThinLeaving(atFrame(data, frames, index), layout), { ...layout }, config);
  stale.delete(place);
}

function showNumbers() {
  if (!frames) return;
  for (const [id, readout] of Object.entries(told.readouts)) byId(id).textContent = fittingText(readout, frames, index);
  for (const [id, arrays] of Object.entries(told.tables))
    for (const array of arrays) if (frames.has(array)) fillColumn(byId(id), array, frames.now(array, index));
  const step = frames.step(index);
  Object.assign(byId("timeline", HTMLInputElement), { value: String(step) });
  byId("step").textContent = step.toLocaleString("en");
}

/** @param {number} to */
function moveTo(to) {
  if (!frames) return;
  position = Math.max(0, Math.min(to, frames.step(frames.length - 1)));
  const known = index;
  index = frames.indexOf(position);
  if (index === known) return;
  for (const place of places) stale.add(place);
  showNumbers();
}

/** @param {boolean} plays */
function setPlaying(plays) {
  if (!frames) return;
  if (plays && index === frames.length - 1) moveTo(0);
  isPlaying = plays;
  const name = message(plays ? "run.pause" : "playback.play");
  Object.assign(byId("play"), { textContent: plays ? "❚❚" : "▶", ariaLabel: name, title: name });
}

/** One figure an animation frame, that which has waited longest. @param {number} now */
function tick(now) {
  if (frames && isPlaying) {
    moveTo(position + (Math.min(told.speed, MOST_STEPS_A_SECOND) * (now - before)) / SECOND);
    if (index === frames.length - 1) setPlaying(false);
  }
  before = now;
  const [next] = stale;
  if (next) paint(next);
  requestAnimationFrame(tick);
}

/** @type {Record<string, () => void>} */
const BUTTONS = {
  play: () => setPlaying(!isPlaying),
  "step-back": () => frames && moveTo(frames.step(Math.max(0, index - 1))),
  "step-forward": () => frames && moveTo(frames.step(Math.min(frames.length - 1, index + 1))),
};
for (const [id, act] of Object.entries(BUTTONS)) document.getElementById(id)?.addEventListener("click", act);
document.getElementById("timeline")?.addEventListener("input", () => {
  setPlaying(false);
  moveTo(Number(byId("timeline", HTMLInputElement).value));
});

moveTo(position);
for (const place of places) paint(place);
showNumbers();
setPlaying(false);
requestAnimationFrame((now) => {
  before = now;
  tick(now);
});
