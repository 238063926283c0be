import assert from "node:assert/strict";
import { test } from "node:test";

import { atFrame } from "../../../assets/js/figures/bindings.mjs";
import { Frames } from "../../../assets/js/run/frames.mjs";
import { numbers, points } from "../wire.mjs";

const LOSS = { x: "step", y: "loss" };
const number = (values) => Array.from(values);

/* The steps 0 to 3 one by one, then every fifth of a loss that alternates between 1 and 9 at odd and even steps. */
function thinned() {
  const frames = new Frames();
  const some = (steps) => ({
    step: numbers(steps, { dtype: "i4" }),
    loss: numbers(steps.map(lossAt)),
    epoch: half(steps),
  });
  const half = (steps) => numbers(steps.map((step) => step / 2));
  frames.append(some([0, 1, 2, 3]));
  frames.append(some([5, 10]), { loss: points([6, 11], [9, 1]) });
  frames.append(some([15]), { loss: points([14], [9]) });
  return frames;
}

const lossAt = (step) => (step % 2 ? 1 : 9);

const shown = (frames, index, grow = LOSS) => {
  const [{ x, y }] = atFrame([{ meta: { grow } }], frames, index);
  return [number(x), number(y)];
};

test("a curve shows its frames, and the points between them at their own steps", () => {
  const steps = [0, 1, 2, 3, 5, 6, 10, 11, 14, 15];
  assert.deepEqual(shown(thinned(), 6), [steps, steps.map(lossAt)]);
});

test("a curve ends with the frame on the screen", () => {
  assert.deepEqual(shown(thinned(), 2)[0], [0, 1, 2]);
  assert.deepEqual(shown(thinned(), 4)[0], [0, 1, 2, 3, 5]);
  assert.deepEqual(shown(thinned(), 5)[0], [0, 1, 2, 3, 5, 6, 10]);
});

test("a run of which every step is a frame is drawn by its frames", () => {
  const frames = new Frames();
  frames.append({ step: numbers([0, 1]), loss: numbers([4, 5]) }, {});
  assert.deepEqual(frames.curves, {});
  assert.deepEqual(shown(frames, 1), [
    [0, 1],
    [4, 5],
  ]);
});

test("over another clock than the step a point lies between its frames as its step does", () => {
  const steps = [0, 1, 2, 3, 5, 6, 10, 11, 14, 15];
  assert.deepEqual(shown(thinned(), 6, { x: "epoch", y: "loss" }), [steps.map((step) => step / 2), steps.map(lossAt)]);
});

test("a path, and an array of which only the frames are known, have the frames alone", () => {
  assert.equal(shown(thinned(), 6, { x: "loss", y: "loss", customdata: "step" })[0].length, 7);
  assert.equal(shown(thinned(), 6, { x: "step", y: "epoch" })[0].length, 7);
});

test("what is forgotten takes the points after it along", () => {
  const frames = thinned();
  frames.truncate(5);
  frames.append({ step: numbers([11]), loss: numbers([7]), epoch: numbers([5.5]) });
  assert.deepEqual(shown(frames, 6)[0], [0, 1, 2, 3, 5, 6, 10, 11]);
  assert.equal(shown(frames, 6)[1].at(-1), 7);
});

test("hover says of a thinned line to which step a number belongs", () => {
  const said = (hovertemplate, grow = LOSS) =>
    atFrame([{ meta: { grow }, hovertemplate }], thinned(), 6)[0].hovertemplate;
  assert.equal(said("%{y:.4g}"), "%{y:.4g} (%{x})");
  assert.equal(said("%{y:.4g} (%{x})"), "%{y:.4g} (%{x})");
  assert.equal(said("%{y}<extra>now</extra>"), "%{y} (%{x})<extra>now</extra>");
  assert.equal(said("%{y}", { x: "step", y: "epoch" }), "%{y}");
});

test("a copy keeps its points, whatever happens to the run", () => {
  const frames = thinned();
  const copy = frames.copy(5);
  frames.truncate(2);
  assert.deepEqual(shown(copy, 5)[0], [0, 1, 2, 3, 5, 6, 10]);
});

test("a run that begins with a thinned chunk has its points too", () => {
  const frames = new Frames();
  frames.append({ step: numbers([0, 17]), loss: numbers([9, 1]) }, { loss: points([8], [10]) });
  assert.deepEqual(shown(frames, 1), [
    [0, 8, 17],
    [9, 10, 1],
  ]);
});
