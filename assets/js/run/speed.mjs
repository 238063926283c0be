/* The speed of the run: a place on its slider, the last of which is as fast as possible. */

import { byId, isAt } from "../dom.mjs";
import { counted, message } from "../messages.mjs";
import { session } from "../session.mjs";
import { writeLink } from "../settings/links.mjs";

/** @param {number} place */
function setSpeed(place) {
  const { page, run } = session;
  const isLimited = place < page.speeds.length;
  run.speed = isLimited ? page.speeds[place] : Infinity;
  const text = isLimited ? counted("playback.steps-a-second", run.speed) : message("playback.fastest");
  byId("speed-value").textContent = text;
  byId("speed").setAttribute("aria-valuetext", text);
  writeLink();
}

/**
 * The speed as if its slider had been moved.
 * @param {number} place
 */
export function moveSpeed(place) {
  byId("speed", HTMLInputElement).value = String(place);
  setSpeed(place);
}

/** @param {1 | -1} places */
export function moveSpeedBy(places) {
  const { speeds } = session.page;
  const { speed } = session.run;
  const place = Number.isFinite(speed) ? speeds.indexOf(speed) : speeds.length;
  moveSpeed(Math.max(0, Math.min(place + places, speeds.length)));
}

document.addEventListener("input", (event) => {
  if (session.playback && isAt(event, "speed")) setSpeed(Number(byId("speed", HTMLInputElement).value));
});
