import assert from "node:assert/strict";
import { test } from "node:test";

import { DECIMAL_COMMAS, traceCsv } from "../../../assets/js/export/csv.mjs";
import { framesOf } from "../comparison/runs_beside.mjs";
import { keyframes, numbers, texts } from "../wire.mjs";

/* A run up to a step, as it is written under a name. */
const recorded = (label, last, more = {}) => ({ label, frames: framesOf(last, more), last });

const linesOf = (...runs) => traceCsv(runs).join("").split("\r\n");

test("there is a line for each recorded step of each run", () => {
  assert.deepEqual(linesOf(recorded("now", 2), recorded("η = 0.1", 1)), [
    "run,step,training_loss",
    "now,0,1",
    "now,1,0.5",
    "now,2,0.3333333333333333",
    "η = 0.1,0,1",
    "η = 0.1,1,0.5",
    "",
  ]);
});

test("a run ends at the frame that is its last here", () => {
  assert.equal(linesOf({ ...recorded("now", 9), last: 1 }).length, 4);
});

test("numbers are written in full, and what is none is empty", () => {
  const run = recorded("now", 0);
  run.frames.append({
    batch_loss: numbers([Number.NaN]),
    tenth: numbers([0.1 + 0.2]),
    small: numbers([-5e-324]),
    grown: numbers([Number.POSITIVE_INFINITY]),
  });
  assert.deepEqual(linesOf(run).slice(0, 2), [
    "run,step,training_loss,batch_loss,tenth,small,grown",
    "now,0,1,,0.30000000000000004,-5e-324,Infinity",
  ]);
});

test("a row of numbers has a column for each, as many as the widest run has", () => {
  const runs = [recorded("now", 0, { weights: [1, 2] }), recorded("XOR", 0, { weights: [3, 4, 5], gate: [6] })];
  assert.deepEqual(linesOf(...runs), [
    "run,step,training_loss,weights_1,weights_2,weights_3,gate_1",
    "now,0,1,1,2,,",
    "XOR,0,1,3,4,5,6",
    "",
  ]);
});

test("figures of a step and texts are left out", () => {
  const run = recorded("now", 0);
  run.frames.append({ region: keyframes([0], [1, 2], [1, 2]), names: texts(["a", "b"], [1, 2]) });
  assert.equal(linesOf(run)[0], "run,step,training_loss");
});

test("a name with a comma or a quotation mark is quoted", () => {
  assert.equal(linesOf(recorded('the "moons", 1', 0))[1], '"the ""moons"", 1",0,1');
});

test("a long run comes in pieces that together are the whole", () => {
  const run = recorded("now", 2500);
  assert.equal(traceCsv([run]).length, 4);
  const steps = linesOf(run)
    .slice(1, -1)
    .map((line) => Number(line.split(",")[1]));
  assert.deepEqual(steps, [...steps.keys()]);
  assert.equal(steps.length, 2501);
});

test("for spreadsheets with decimal commas semicolons part the cells", () => {
  const lines = traceCsv([recorded("now; then", 1)], DECIMAL_COMMAS)
    .join("")
    .split("\r\n");
  assert.deepEqual(lines, ["run;step;training_loss", '"now; then";0;1', '"now; then";1;0,5', ""]);
});

test("no name is a formula", () => {
  assert.deepEqual(
    ["=1+1", "@x", "-1", "+1", "\t=1", "＝1", "a=1"].map((label) => linesOf(recorded(label, 0))[1].split(",")[0]),
    ["'=1+1", "'@x", "'-1", "'+1", "'\t=1", "'＝1", "a=1"],
  );
});
