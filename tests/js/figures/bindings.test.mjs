import assert from "node:assert/strict";
import { test } from "node:test";

import { atFrame, follows, setDotted } from "../../../assets/js/figures/bindings.mjs";
import { Frames } from "../../../assets/js/run/frames.mjs";
import { framesOf } from "../comparison/runs_beside.mjs";

const FRAMES = framesOf(3, { weights: [2, 3] });

const shown = (trace, index = 2, frames = FRAMES) => atFrame([trace], frames, index)[0];

test("a trace follows a run when its meta names an array", () => {
  assert.ok([{ grow: {} }, { now: {} }, { linear: {} }].every((meta) => follows({ meta })));
  assert.ok(![{}, { meta: null }, { meta: {} }, { meta: { compared: 0 } }].some((trace) => follows(trace)));
});

test("what grows is shown up to the frame", () => {
  const { x, y } = shown({ meta: { grow: { x: "step", y: "training_loss" } } });
  assert.deepEqual(
    [Array.from(x), Array.from(y)],
    [
      [0, 1, 2],
      [1, 1 / 2, 1 / 3],
    ],
  );
});

test("what is now is the array at the frame, or one entry of it", () => {
  const { x, y, text } = shown({ meta: { now: { x: "weights", y: "weights/1", text: "step" } } });
  assert.deepEqual([Array.from(x), y, text], [[2, 3], [3], [2]]);
});

test("what is linear is base plus factor times an entry of the array, with a gap where the base has one", () => {
  const linear = { x: { array: "weights", base: [10, null, 30], factor: [1, 1, -2], index: [0, 0, 1] } };
  assert.deepEqual(shown({ meta: { linear } }).x, [12, null, 24]);
});

test("an attribute inside a part of a trace is set in a copy of that part", () => {
  const trace = { meta: { now: { "marker.color": "weights" } }, marker: { color: "red", size: 4 } };
  const { marker } = shown(trace);
  assert.deepEqual([Array.from(marker.color), marker.size], [[2, 3], 4]);
  assert.deepEqual(trace.marker, { color: "red", size: 4 });
  const bare = {};
  setDotted(bare, "line.dash", "dot");
  assert.deepEqual(bare, { line: { dash: "dot" } });
});

test("a trace without an array of the run stays as it is drawn", () => {
  const trace = { meta: { grow: { y: "accuracy" } }, y: [1, 2] };
  assert.deepEqual(shown(trace).y, [1, 2]);
  const still = { y: [1, 2] };
  assert.equal(shown(still), still);
});

test("without a frame the figure is as it is drawn", () => {
  const data = [{ meta: { grow: { y: "training_loss" } }, y: [] }];
  assert.equal(atFrame(data, null, 0), data);
  assert.equal(atFrame(data, new Frames(), 0), data);
});
