/* What is pressed and dragged around the figures: presets, the buttons of the playback, the timeline, the speed. */

import { showStatus } from "./status.mjs";
import { session } from "../session.mjs";
import { writeLink } from "../settings/links.mjs";
import { askFirst, justPlay } from "../settings/questions.mjs";

const setProps = (id, props) => window.dash_clientside.set_props(id, props);

function beginAnew() {
  const { playback, words } = session;
  playback.begin([{ step: 0, words }], 0);
}

let current = null; // the place of the preset chosen last on this page
session.on("page", () => (current = session.page.preset));

function preset(place) {
  const { page } = session;
  const chosen = page.presets[place];
  current = place;
  askFirst(chosen, () => playWith(chosen.words, () => moveSpeed(chosen.speed)));
}

/* The next preset or the one before, round and round. */
export function presetBy(places) {
  const { length } = session.page.presets;
  if (!length) return;
  const from = current === null ? (places > 0 ? -1 : 0) : current;
  preset((from + places + length) % length);
}

/* Set fields, then play from the start. */
function playWith(words, before) {
  const { playback } = session;
  session.settings.set(words);
  if (!playback) return;
  if (before) before();
  beginAnew();
  playback.play();
}

export const buttons = {
  play: (playback) => justPlay() || (playback.playing ? playback.pause() : playback.play()),
  "step-forward": (playback) => playback.stepBy(1),
  "step-back": (playback) => playback.stepBy(-1),
  reset: (playback) => {
    playback.playing = false;
    beginAnew();
    showStatus("Ready");
  },
};

function setSpeed(place) {
  const { page, playback } = session;
  const isLimited = place < page.speeds.length;
  playback.speed = isLimited ? page.speeds[place] : Infinity;
  const text = isLimited ? `${playback.speed} steps/s` : "as fast as possible";
  document.getElementById("speed-word").textContent = text;
  document.getElementById("speed").setAttribute("aria-valuetext", text);
  writeLink();
}

/* The speed as if its slider had been moved. */
function moveSpeed(place) {
  setProps("speed", { value: place });
  setSpeed(place);
}

export function speedBy(places) {
  const { page, playback } = session;
  const place = Number.isFinite(playback.speed) ? page.speeds.indexOf(playback.speed) : page.speeds.length;
  moveSpeed(Math.max(0, Math.min(place + places, page.speeds.length)));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const { page, playback } = session;
  if (!button || !page) return;
  if (button.dataset.preset) preset(Number(button.dataset.preset));
  else if (button.dataset.sets) playWith(JSON.parse(button.dataset.sets));
  else if (playback && button.id in buttons) buttons[button.id](playback);
});

document.addEventListener("input", (event) => {
  const { playback } = session;
  if (!playback) return;
  if (event.target.id === "timeline") playback.seek(Number(event.target.value));
  if (event.target.id === "speed") setSpeed(Number(event.target.value));
});

/* The place of the timeline; past Dash, whose renderer would go through the whole page each time. */
export function showTimeline(step, last) {
  const timeline = document.getElementById("timeline");
  Object.assign(timeline, { max: last, value: step });
}

/* A link may ask a run to play by itself. */
session.on("page", () => {
  const { playback } = session;
  const given = new URLSearchParams(window.location.search).get("autoplay");
  if (playback && given !== null && !["off", "no", "0", "false"].includes(given)) playback.play();
});
