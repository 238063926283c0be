/* The line that says how the run is, and the button that says what a press on it does. */

import { byId } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

/** @param {string} text */
export function showStatus(text) {
  const { playing } = session.run;
  byId("status").textContent = text;
  const button = byId("play");
  button.textContent = playing ? "❚❚" : "▶";
  button.setAttribute("aria-label", message(playing ? "run.pause" : "playback.play"));
}
