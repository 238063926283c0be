import assert from "node:assert/strict";
import { test } from "node:test";

import { framesOf, recordingOf } from "../../../assets/js/offline/recording.mjs";
import { Frames } from "../../../assets/js/run/frames.mjs";
import { keyframes, numbers, texts } from "../wire.mjs";

/* A thinned run with an array of each kind, told in two answers. */
function recorded() {
  const frames = new Frames();
  for (const steps of [
    [0, 10],
    [20, 30],
  ]) {
    const rows = steps.flatMap((step) => [step, -step]);
    const names = steps.flatMap((step) => [`a${step}`, "ü"]);
    frames.append(
      {
        step: numbers(steps, { dtype: "i4" }),
        loss: numbers(steps.map((step) => 1 / (step + 1))),
        weights: numbers(rows, { shape: [2, 2], dtype: "f4" }),
        names: texts(names, [2, 2]),
        region: keyframes([steps[1]], [1, 2, 3, 4], [1, 2, 2]),
      },
      { loss: { ...numbers([7, 8]), after: numbers([steps[0] + 3, 4], { dtype: "i4" }) } },
    );
  }
  return frames;
}

test("a run has the same frames and curves after it was a text", () => {
  const before = recorded();
  const after = framesOf(JSON.parse(JSON.stringify(recordingOf(before))));
  assert.equal(after.length, before.length);
  for (let index = 0; index < before.length; index++) {
    for (const name of Object.keys(before.columns))
      assert.deepEqual(Array.from(after.now(name, index), plain), Array.from(before.now(name, index), plain), name);
    const grow = { x: "step", y: "loss" };
    assert.deepEqual(after.grown(grow, index), before.grown(grow, index));
  }
});

/* A row of a matrix, or an entry. */
const plain = (part) => (typeof part === "object" ? Array.from(part) : part);

test("what is not a number stays none", () => {
  const frames = new Frames();
  frames.append({ step: numbers([0, 1], { dtype: "i4" }), loss: numbers([1, Number.NaN]) });
  assert.deepEqual(framesOf(JSON.parse(JSON.stringify(recordingOf(frames)))).upTo("loss", 1), Float64Array.of(1, NaN));
});

test("of keyframes that take too much room some are left out, and the last stays", () => {
  const large = 1200;
  const frames = new Frames();
  const steps = [0, 1, 2, 3, 4, 5];
  frames.append({
    step: numbers(steps, { dtype: "i4" }),
    region: keyframes(steps, new Array(steps.length * large * large).fill(0.5), [steps.length, large, large]),
  });
  const { at } = recordingOf(frames).frames.region;
  assert.ok(at.length < steps.length);
  assert.equal(at.at(-1), 5);
});
