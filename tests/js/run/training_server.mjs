/* A server whose run can be told in closed form: each step adds the value of `rate` to a sum, which is the whole state. */

import { keyframes, numbers } from "../wire.mjs";

const MOST_FRAMES = 2000;

export class TrainingServer {
  /** A run of `steps` steps of which one answer holds at most `most`; it diverges at a step, or never. */
  constructor({ steps = 100_000, most = Number.POSITIVE_INFINITY, divergesAt = Number.POSITIVE_INFINITY } = {}) {
    this.steps = steps;
    this.most = most;
    this.divergesAt = divergesAt;
  }

  /** The answer to a question of the playback (nnviz/web/streaming.py). */
  answer({ settings, state, replay, steps, stride: wanted }) {
    const stride = Math.max(wanted, Math.ceil(steps / MOST_FRAMES));
    const start = state ?? { step: 0, sum: 0 };
    const before = replay ? after(start, { ...settings, ...replay.settings }, replay.steps) : start;
    const last = before.step + Math.min(steps, this.most, this.steps - before.step);
    const isFirst = !state && !replay;
    const seen = [];
    for (let step = before.step + (isFirst ? 0 : 1); step <= Math.min(last, this.divergesAt - 1); step++)
      if (step % stride === 0) seen.push(after(before, settings, step - before.step));
    const isEnded = last >= this.divergesAt;
    const reached = isEnded ? before : after(before, settings, last - before.step);
    const ending = isEnded ? `Diverged at step ${this.divergesAt}.` : "";
    const complete = isEnded || last === this.steps;
    return { before, state: reached, frames: framesOf(seen, reached, isFirst), complete, ending };
  }
}

function after({ step, sum }, { rate }, steps) {
  return { step: step + steps, sum: sum + steps * Number(rate) };
}

function framesOf(seen, reached, isFirst) {
  const pictures = [...(isFirst ? [{ step: 0, sum: 0 }] : []), seen.at(-1) ?? reached];
  return {
    step: numbers(
      seen.map(({ step }) => step),
      { dtype: "i4" },
    ),
    sum: numbers(seen.map(({ sum }) => sum)),
    picture: keyframes(
      pictures.map(({ step }) => step),
      pictures.map(({ sum }) => sum),
      [pictures.length, 1],
    ),
  };
}

/** What the sum is at a step of a run whose settings are a settingChanges [{step, values}]. */
export function sumAt(settingChanges, step) {
  return settingChanges.reduce((sum, { step: from, values }, i) => {
    const to = Math.min(step, settingChanges[i + 1]?.step ?? step);
    return sum + Math.max(0, to - from) * Number(values.rate);
  }, 0);
}
