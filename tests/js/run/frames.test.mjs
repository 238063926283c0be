import assert from "node:assert/strict";
import { test } from "node:test";

import { Frames } from "../../../assets/js/run/frames.mjs";
import { keyframes, numbers, texts } from "../wire.mjs";

const upTo = (last) => Array.from({ length: last + 1 }, (_, i) => i);

/* Frames of the steps 0 to `last`, with an array of each kind. */
function recorded(last = 4) {
  const steps = upTo(last);
  const frames = new Frames();
  frames.append({
    step: numbers(steps, { dtype: "i4" }),
    loss: numbers(steps.map((step) => 1 / (step + 1))),
    weights: numbers(
      steps.flatMap((step) => [step, 10 * step]),
      { shape: [last + 1, 2] },
    ),
    names: texts(
      steps.flatMap((step) => [`a${step}`, `b${step}`]),
      [last + 1, 2],
    ),
    region: keyframes([0, 3], [0, 1, 2, 3, 4, 5, 6, 7], [2, 2, 2]),
  });
  return frames;
}

test("a series has the numbers of all chunks, however many they are", () => {
  const frames = new Frames();
  for (let from = 0; from < 5000; from += 700) {
    const steps = Array.from({ length: 700 }, (_, i) => from + i);
    frames.append({ step: numbers(steps, { dtype: "i4" }), loss: numbers(steps.map(Math.sqrt)) });
  }
  assert.equal(frames.length, 5600);
  assert.deepEqual(Array.from(frames.upTo("loss", 5599)), upTo(5599).map(Math.sqrt));
});

test("every bit of a number arrives", () => {
  const frames = new Frames();
  const values = [0.1, -0, 5e-324, 1.7976931348623157e308, Number.NaN, Number.POSITIVE_INFINITY];
  frames.append({ loss: numbers(values) });
  assert.deepEqual(Array.from(frames.upTo("loss", values.length - 1)), values);
});

test("what was shown of a series is not changed by what comes later", () => {
  const frames = recorded(1);
  const shown = frames.upTo("loss", 1);
  frames.truncate(0);
  frames.append({ step: numbers([1]), loss: numbers([7]) });
  assert.deepEqual(Array.from(shown), [1, 1 / 2]);
  assert.deepEqual(Array.from(frames.upTo("loss", 1)), [1, 7]);
});

test("a row is what the array has at the frame, and a name with a place is one entry of it", () => {
  const frames = recorded();
  assert.deepEqual(Array.from(frames.now("weights", 3)), [3, 30]);
  assert.deepEqual(frames.now("weights/1", 3), [30]);
  assert.deepEqual(frames.now("names", 2), ["a2", "b2"]);
  assert.equal(frames.now("names/0", 2), "a2");
  assert.deepEqual(frames.now("loss", 1), [0.5]);
});

test("a matrix at a frame is an array of its rows", () => {
  const region = recorded().now("region", 4);
  assert.deepEqual(
    region.map((row) => Array.from(row)),
    [
      [4, 5],
      [6, 7],
    ],
  );
});

test("between two keyframes the earlier one holds", () => {
  const frames = recorded();
  assert.equal(frames.now("region", 2)[0][0], 0);
  assert.equal(frames.now("region", 3)[0][0], 4);
});

test("a keyframe that comes later takes its place among the others, or that of the same step", () => {
  const frames = recorded();
  frames.append({ region: keyframes([2], [20, 21, 22, 23], [1, 2, 2]) });
  frames.append({ region: keyframes([3], [30, 31, 32, 33], [1, 2, 2]) });
  const first = [0, 1, 2, 3, 4].map((index) => frames.now("region", index)[0][0]);
  assert.deepEqual(first, [0, 0, 20, 30, 30]);
});

test("keyframes are lacking at a step that has none of its own", () => {
  const frames = recorded();
  assert.deepEqual(
    [0, 1, 3, 4].map((step) => frames.lacksKeyframes(step)),
    [false, true, false, true],
  );
  const without = new Frames();
  without.append({ step: numbers([0, 1]) });
  assert.equal(without.lacksKeyframes(1), false);
});

test("after a truncation nothing is known beyond the frame", () => {
  const frames = recorded();
  frames.truncate(2);
  assert.equal(frames.length, 3);
  frames.append({ step: numbers([3]), region: keyframes([5], [9, 9, 9, 9], [1, 2, 2]) });
  assert.equal(frames.now("region", 3)[0][0], 0); // the keyframe of step 3 is forgotten
});

test("a copy has the frames up to one of them and a life of its own", () => {
  const frames = recorded();
  const copy = frames.copy(2);
  frames.truncate(0);
  frames.append({ step: numbers([1]), loss: numbers([7]) });
  assert.equal(copy.length, 3);
  assert.deepEqual(Array.from(copy.upTo("loss", 2)), [1, 1 / 2, 1 / 3]);
  assert.deepEqual(copy.now("names", 2), ["a2", "b2"]);
});

test("the frame of a step is the last that is not beyond it", () => {
  const frames = new Frames();
  frames.append({ step: numbers([0, 1, 2, 10, 20], { dtype: "i4" }) });
  assert.deepEqual(
    [0, 1, 5, 9.99, 10, 19, 20, 99].map((step) => frames.indexOf(step)),
    [0, 1, 2, 2, 3, 3, 4, 4],
  );
});

test("frames know which arrays they have, which are series, and how wide the others are", () => {
  const frames = recorded();
  assert.ok(frames.has("loss") && frames.has("weights/1") && !frames.has("accuracy"));
  assert.ok(frames.isSeries("loss") && !frames.isSeries("weights") && !frames.isSeries("region"));
  assert.deepEqual(frames.widths(), { weights: 2, names: 2 });
  assert.equal(new Frames().length, 0);
});
