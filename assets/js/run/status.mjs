/* The line that says how the run is, and the button that says what a press on it does. */

import { connection } from "../connection.mjs";
import { byId } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

let said = ""; // of the run; what is on the screen is something else while the server does not answer
let isSilent = false;

/** @param {string} text */
export function showStatus(text) {
  said = text;
  const { playing } = session.run;
  byId("status").textContent = isSilent ? message("run.asking-again") : said;
  const button = byId("play");
  button.textContent = playing ? "❚❚" : "▶";
  button.setAttribute("aria-label", message(playing ? "run.pause" : "playback.play"));
}

connection.on((silent) => {
  isSilent = silent;
  if (session.playback) showStatus(said);
});
