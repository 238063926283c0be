/* The line that says how the run is, and the button that says what a press on it does. */

import { connection } from "../connection.mjs";
import { byId } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

const LONG = 45; // letters that a phone has room for beside the timeline

let said = ""; // of the run; what is on the screen is something else while the server does not answer
let isSilent = false;

/** @param {string} text */
export function showStatus(text) {
  said = text;
  const { playing } = session.run;
  const status = byId("status");
  status.textContent = isSilent ? message("run.asking-again") : said;
  status.toggleAttribute("data-long", status.textContent.length > LONG);
  const button = byId("play");
  button.textContent = playing ? "❚❚" : "▶";
  button.setAttribute("aria-label", message(playing ? "run.pause" : "playback.play"));
}

connection.on((silent) => {
  isSilent = silent;
  if (session.playback) showStatus(said);
});
