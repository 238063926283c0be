/* The line that says how the run is, and the button that says what a press on it does. */

import { session } from "../session.mjs";

export function showStatus(text) {
  const { playing } = session.playback;
  document.getElementById("status").textContent = text;
  const button = document.getElementById("play");
  button.textContent = playing ? "❚❚" : "▶";
  button.setAttribute("aria-label", playing ? "Pause" : "Play");
}
