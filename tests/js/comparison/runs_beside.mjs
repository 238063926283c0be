/* A session with a run that plays and runs beside it, as the names, the link and the file of them see it. */

import { Frames } from "../../../assets/js/run/frames.mjs";
import { session } from "../../../assets/js/session.mjs";
import { settingChangesOf } from "../../../assets/js/settings/setting_changes.mjs";
import { numbers } from "../wire.mjs";

function field(usual, called, effect, localWhile = {}) {
  return { default: usual, called, effect, local_while: localWhile, texts: null };
}

const FIELDS = {
  data: field("moons", "Data", "restart"),
  own_data: field("", "own data", "restart", { data: "your own" }),
  learning_rate: field("0.01", "η", "resume"),
  batch_size: field("8", "batch size", "resume"),
  dropout_rate: field("0", "p", "resume"),
  penalty_strength: field("0", "λ", "resume"),
  loss_axis: field("linear", "Loss axis", "redraw"),
};

const PAGE = {
  lesson: "lab",
  fields: FIELDS,
  presets: [],
  preset: null,
  speeds: [5, 50],
  usual_speed: 1,
  compared_runs: [],
};

/** The value of each field that a link leaves out. */
export const USUAL = Object.fromEntries(Object.entries(FIELDS).map(([name, { default: value }]) => [name, value]));

/** A run of `step` steps: a loss at each, and the arrays of `more`, name -> the numbers of a frame. */
export function framesOf(step, more = {}) {
  const steps = Array.from({ length: step + 1 }, (_, i) => i);
  const frames = new Frames();
  frames.append({ step: numbers(steps, { dtype: "i4" }), training_loss: numbers(steps.map((at) => 1 / (at + 1))) });
  for (const [name, row] of Object.entries(more)) {
    const values = steps.flatMap(() => row);
    frames.append({ [name]: numbers(values, { shape: [steps.length, row.length] }) });
  }
  return frames;
}

/** A run: what is set besides what is usual, its step, and the changes [step, field, value] on the way. */
export function runOf(values, step, changes = [], more = {}) {
  return { settingChanges: settingChangesOf({ ...USUAL, ...values }, changes), step, frames: framesOf(step, more) };
}

/** Put a run on the screen and others beside it, on a page that is particular in some way. */
export function compare(playing, others, page = {}) {
  const { settingChanges, step, frames } = playing;
  const playback = { settingChanges, step, frames, index: frames.length - 1, speed: 50, playing: false };
  const settings = { values: settingChanges.at(-1).values };
  const parts = { page: { ...PAGE, start: USUAL, ...page }, settings, playback, animator: null };
  session.open(/** @type {any} */ (parts));
  session.comparison = others;
}
