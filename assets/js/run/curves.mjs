/* What a thinned series shows: the numbers of its frames, and between two of these the lowest and the highest of all.

   A line through the frames alone lies where the run has a period: of a loss that alternates it shows one of two values.
   The server knows every step and sends the points that such a line would miss; each lies at its own step. */

import { decode, Series } from "./arrays.mjs";

/** @typedef {import("./arrays.mjs").Flat} Flat */
/** @typedef {import("./arrays.mjs").WireArray} WireArray */
/** @typedef {WireArray & { after: WireArray }} WirePoints  Their values, and the steps from each to the next. */
/** @typedef {{ steps: ArrayLike<number>, values: ArrayLike<number> }} Points */

/** @type {Points} */
const NONE = { steps: [], values: [] };

/**
 * @param {WirePoints} wire
 * @returns {Points}
 */
export function pointsOf(wire) {
  let step = 0;
  const steps = Array.from(/** @type {Int32Array} */ (decode(wire.after)), (after) => {
    step += after;
    return step;
  });
  return { steps, values: /** @type {Float64Array} */ (decode(wire)) };
}

export class Curve {
  steps = new Series();
  values = new Series();
  ends = new Series(); // how many points there are up to each frame, with its own

  /**
   * More frames, and the points before each of them; those behind the last frame wait for the next.
   * @param {ArrayLike<number>} steps
   * @param {ArrayLike<number>} values
   * @param {Points} [between]
   */
  append(steps, values, between = NONE) {
    const length = steps.length + between.steps.length;
    const [x, y, ends] = [new Float64Array(length), new Float64Array(length), new Float64Array(steps.length)];
    let [frame, point] = [0, 0];
    for (let i = 0; i < length; i++) {
      const isFrame = point === between.steps.length || steps[frame] < between.steps[point];
      const [from, place] = isFrame ? [{ steps, values }, frame++] : [between, point++];
      [x[i], y[i]] = [from.steps[place], from.values[place]];
      if (isFrame) ends[place] = this.steps.length + i + 1;
    }
    this.steps.append(x);
    this.values.append(y);
    this.ends.append(ends);
  }

  /** @param {number} length  how many frames stay */
  truncate(length) {
    this.ends.truncate(length);
    for (const series of [this.steps, this.values]) series.truncate(this.ends.values[this.ends.length - 1]);
  }

  /**
   * The steps and values of all points up to a frame.
   * @param {number} index
   */
  upTo(index) {
    const last = this.ends.values[index] - 1;
    return { steps: this.steps.upTo(last), values: this.values.upTo(last) };
  }

  /**
   * What a series that grows evenly between its frames is at the points up to a frame.
   * @param {Series} series
   * @param {number} index
   */
  along(series, index) {
    const { steps } = this.upTo(index);
    let from = 0;
    for (let frame = 0; frame <= index; frame++) {
      const to = this.ends.values[frame] - 1;
      const [before, now] = [series.values[Math.max(0, frame - 1)], series.values[frame]];
      const [first, last] = [from > 0 ? this.steps.values[from - 1] : this.steps.values[to], this.steps.values[to]];
      for (let i = from; i < to; i++) steps[i] = before + ((now - before) * (steps[i] - first)) / (last - first || 1);
      steps[to] = now;
      from = to + 1;
    }
    return steps;
  }

  copy() {
    const { steps, values, ends } = this;
    return Object.assign(new Curve(), { steps: steps.copy(), values: values.copy(), ends: ends.copy() });
  }
}
