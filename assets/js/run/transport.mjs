/* The bar that plays the run: its buttons and the timeline. */

import { around, byId, isAt } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { justPlay } from "../settings/questions.mjs";
import { showStatus } from "./status.mjs";

/** @typedef {import("./playback.mjs").Playback} Playback */

/** What the buttons do, which keys do as well. @type {Record<string, (run: Playback) => void>} */
export const transport = {
  play: (run) => {
    if (justPlay()) return;
    if (run.playing) run.pause();
    else run.play();
  },
  "step-forward": (run) => run.stepBy(1),
  "step-back": (run) => run.stepBy(-1),
  reset: (run) => {
    run.playing = false;
    run.begin([{ step: 0, values: session.values }], 0);
    showStatus(message("run.ready"));
  },
};

document.addEventListener("click", (event) => {
  const button = around(event, "button");
  if (button && session.playback && button.id in transport) transport[button.id](session.playback);
});

document.addEventListener("input", (event) => {
  if (session.playback && isAt(event, "timeline"))
    session.playback.seek(Number(byId("timeline", HTMLInputElement).value));
});

/* The place of the timeline. */
session.on("frame", () => {
  const { end, frames, index, step } = session.run;
  const last = frames.has("last_step") ? frames.now("last_step", index)[0] : 0;
  Object.assign(byId("timeline"), { max: Math.max(end, last), value: step });
});

/* A link may ask a run to play by itself; whoever wants less motion presses. */
session.on("page", () => {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const given = new URLSearchParams(window.location.search).get("autoplay");
  if (session.playback && given !== null && !["off", "no", "0", "false"].includes(given)) session.playback.play();
});
