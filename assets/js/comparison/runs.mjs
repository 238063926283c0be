/* Runs that are kept for comparison: what they recorded up to a step stays in the figures, dimmed, while another plays.

   One that a link names has no frames yet: they are asked for again, by a playback that paints nothing. names.mjs says
   what runs are called, traces.mjs what is drawn of them. */

import { around } from "../dom.mjs";
import { message } from "../messages.mjs";
import { askForChunk } from "../run/asking.mjs";
import { Playback } from "../run/playback.mjs";
import { showStatus } from "../run/status.mjs";
import { session } from "../session.mjs";
import { withLocalValues } from "../settings/local_values.mjs";
import { settingChangesOf, withThroughout } from "../settings/setting_changes.mjs";
import { steers } from "./names.mjs";

/** @typedef {import("../session.mjs").ComparedRun} ComparedRun */

const MOST = 6;

/** The playback that makes the frames of a run again. @type {Playback | null} */
let maker = null;

/** @param {ComparedRun[]} runs */
function show(runs) {
  session.comparison = runs;
  session.tell("comparison");
}

/* ---- keeping and removing ---- */

function keep() {
  const { comparison, run } = session;
  const { step } = run;
  if (step === 0) return showStatus(message("comparison.nothing-yet"));
  if (comparison.length === MOST) return showStatus(message("comparison.most"));
  const settingChanges = run.settingChanges.filter((change) => change.step === 0 || change.step < step);
  const isSame = JSON.stringify(settingChanges);
  if (comparison.some((other) => other.step === step && JSON.stringify(other.settingChanges) === isSame))
    return showStatus(message("comparison.same"));
  show([...comparison, { settingChanges, step, frames: run.frames.copy(run.index) }]);
  const kept = message("comparison.held-at", { step: step.toLocaleString("en") });
  showStatus(run.playing ? kept : `${kept} ${message("comparison.what-next")}`);
}

/** @param {number} place */
function remove(place) {
  show(session.comparison.filter((_, i) => i !== place));
  remake();
}

function clear() {
  show([]);
  remake();
}

/* ---- making the runs of a link again ---- */

function remake() {
  const waiting = session.comparison.find((run) => !run.frames);
  maker = null;
  if (!waiting) return;
  maker = new Playback(session.page, { request: ask, frame: () => {}, status: () => {} });
  maker.begin(waiting.settingChanges, waiting.step);
}

/** @param {import("../run/chunks.mjs").Message} question */
async function ask(question) {
  const asking = maker;
  if (!asking || !(await askForChunk(asking, question, () => asking === maker))) return;
  if (!asking.pending && asking.frames.length > 0) take(asking);
}

/** @param {Playback} made */
function take(made) {
  const place = session.comparison.findIndex((run) => !run.frames);
  const withFrames = { ...session.comparison[place], frames: made.frames.copy(made.index) };
  show(session.comparison.map((run, i) => (i === place ? withFrames : run)));
  remake();
}

session.on("page", () => {
  const { fields, compared_runs: named } = session.page;
  const runs = named.map(({ start, changes, step }) => {
    return { settingChanges: settingChangesOf(withLocalValues(fields, start), changes), step, frames: null };
  });
  show(runs);
  remake();
});

/* Fields that do not steer a run are the page's, for compared runs too; where they change the frames, these are made again. */
session.on("settings", () => {
  const { comparison, page, values } = session;
  if (comparison.length === 0) return;
  const given = Object.entries(values).filter(([name]) => !steers(name));
  const first = comparison[0].settingChanges[0].values;
  const isRedrawn = given.some(([name, value]) => page.fields[name].effect === "rerecord" && first[name] !== value);
  const runs = comparison.map(({ settingChanges, step, frames }) => {
    const followed = withThroughout(settingChanges, Object.fromEntries(given));
    return { settingChanges: followed, step, frames: isRedrawn ? null : frames };
  });
  session.comparison = runs;
  if (isRedrawn) remake();
  session.tell("comparison");
});

document.addEventListener("click", (event) => {
  const button = around(event, "button");
  if (!button) return;
  if (button.id === "hold") keep();
  else if (button.id === "comparison-clear") clear();
  else if (button.dataset.compared) remove(Number(button.dataset.compared));
});
