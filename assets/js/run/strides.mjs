/* How many steps a run is asked for at once, and how many of them are frames. */

/** @typedef {import("../settings/setting_changes.mjs").SettingChange} SettingChange */

export const FIRST_STEPS = 32;
export const MOST_STEPS = 20000;
const FRAMES_A_SECOND = 60;
const FRAMES_AN_OCTAVE = 600; // frames until the step has doubled: about 5,000 in 100,000 steps
const STRIDE_AT_FULL_SPEED = 16;

/**
 * @typedef {object} Course  Where a run is and how it moves.
 * @property {number} end
 * @property {number} target
 * @property {number} speed
 * @property {boolean} playing
 * @property {number} chunkSteps
 * @property {SettingChange[]} settingChanges
 */

/**
 * How many steps lie from one frame to the next, at the end of what there is.
 * @param {Course} course
 */
export function strideOf({ end, playing, speed }) {
  const growing = 2 ** Math.floor(Math.log2(Math.max(1, end / FRAMES_AN_OCTAVE)));
  const needed = Number.isFinite(speed) ? Math.ceil(speed / FRAMES_A_SECOND) : STRIDE_AT_FULL_SPEED;
  return Math.max(growing, playing ? needed : 1);
}

/**
 * How far the next chunk goes: as long as its settings hold, and on the way to a target not beyond it. Where not every step
 * is a frame it ends before the target, which is then a chunk of one step and so a frame. The first steps are frames in any
 * case: a run that diverges among them would else have none.
 * @param {Course} course
 */
export function nextSteps(course) {
  const { chunkSteps, end, settingChanges, target } = course;
  const next = settingChanges.find((change) => change.step > end);
  const most = Math.min(MOST_STEPS, next ? next.step - end : MOST_STEPS);
  const left = target - end;
  const stride = left === 1 ? 1 : strideOf(course);
  const everyStep = stride === 1 && left <= FRAMES_AN_OCTAVE;
  const dense = end < FRAMES_AN_OCTAVE ? FRAMES_AN_OCTAVE - end : Infinity;
  const steps = left < 1 ? chunkSteps : everyStep ? left : Math.min(left - 1, dense);
  return { steps: Math.min(steps, most), stride };
}
