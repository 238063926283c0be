/* Runs that are held: what they recorded up to a step stays in the figures, dimmed, while another run plays.

   A held run is {schedule, step, frames}. One that a link names has no frames yet: they are asked for again, by a
   playback that paints nothing. names.mjs says what runs are called, traces.mjs what is drawn of them. */

import { steers } from "./names.mjs";
import { Playback } from "../run/playback.mjs";
import { showStatus } from "../run/status.mjs";
import { askServer } from "../server.mjs";
import { session } from "../session.mjs";
import { withLocalValues } from "../settings/local_values.mjs";
import { scheduleOf } from "../settings/setting_changes.mjs";

const MOST = 6;

let maker = null; // the playback that makes the frames of a run again

/* ---- holding ---- */

function hold() {
  const { playback } = session;
  const { step } = playback;
  if (step === 0) return showStatus("There is nothing to hold at step 0: play first.");
  if (session.comparison.length === MOST) return showStatus("Six runs are held already: remove one to hold another.");
  const schedule = playback.schedule.filter((change) => change.step === 0 || change.step < step);
  if (session.comparison.some((run) => run.step === step && JSON.stringify(run.schedule) === JSON.stringify(schedule)))
    return showStatus("This run is held already, at this very step.");
  session.comparison = [...session.comparison, { schedule, step, frames: playback.frames.copy(playback.index) }];
  session.tell("comparison");
  const held = `Held at step ${step.toLocaleString("en")}.`;
  showStatus(playback.playing ? held : `${held} Change a setting, reset and play to compare.`);
}

function remove(place) {
  session.comparison = session.comparison.filter((_, i) => i !== place);
  session.tell("comparison");
  remake();
}

function clear() {
  session.comparison = [];
  session.tell("comparison");
  remake();
}

/* ---- making the runs of a link again ---- */

function remake() {
  const waiting = session.comparison.find((run) => !run.frames);
  maker = null;
  if (!waiting) return;
  maker = new Playback(session.page, { request: ask, frame: () => {}, status: () => {} });
  maker.begin(waiting.schedule, waiting.step);
}

async function ask(message) {
  const asking = maker;
  const answer = await askServer("training", message).catch(console.error);
  if (answer && asking === maker) receive(answer);
}

function receive(answer) {
  maker.receive(answer);
  if (maker.pending || maker.frames.length === 0) return;
  const done = session.comparison.find((run) => !run.frames);
  done.frames = maker.frames.copy(maker.index);
  session.tell("comparison");
  remake();
}

setInterval(() => maker && maker.tick(0), 1000); // asks again for an answer that got lost

function open() {
  const { page } = session;
  const filled = (start) => withLocalValues(page.fields, start);
  session.comparison = page.held.map(({ start, changes, step }) => ({ schedule: scheduleOf(filled(start), changes), step }));
  session.tell("comparison");
  remake();
}

/* Fields that do not steer a run are the page's, for held runs too; where they change the frames, these are made again. */
function follow() {
  if (session.comparison.length === 0) return;
  const { page, words } = session;
  const given = Object.entries(words).filter(([name]) => !steers(name));
  const isRedrawn = ([name, word]) => page.fields[name].effect === "redraw" && session.comparison[0].schedule[0].words[name] !== word;
  const redrawn = given.some(isRedrawn);
  session.comparison = session.comparison.map((run) => {
    const schedule = run.schedule.map((change) => ({ ...change, words: { ...change.words, ...Object.fromEntries(given) } }));
    return redrawn ? { schedule, step: run.step } : { ...run, schedule };
  });
  if (redrawn) remake();
  session.tell("comparison");
}

session.on("page", open);
session.on("settings", follow);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.id === "hold") hold();
  else if (button.id === "held-clear") clear();
  else if (button.dataset.held) remove(Number(button.dataset.held));
});
