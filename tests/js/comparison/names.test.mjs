import assert from "node:assert/strict";
import { test } from "node:test";

import { comparisonLabels } from "../../../assets/js/comparison/names.mjs";
import { compare, runOf } from "./runs_beside.mjs";

const labels = (playing, runs, most) => {
  compare(playing, runs);
  return comparisonLabels(most);
};

test("a compared run is called by how it differs from the run that plays", () => {
  const now = runOf({ learning_rate: "0.1" }, 5);
  assert.deepEqual(labels(now, [runOf({}, 9), runOf({ learning_rate: "0.1", batch_size: "1" }, 9)]), [
    "η = 0.01",
    "batch size = 1",
  ]);
});

test("how it is shown does not tell one run from another", () => {
  assert.deepEqual(labels(runOf({ loss_axis: "logarithmic" }, 5), [runOf({}, 9)]), ["same settings"]);
});

test("runs that differ in their length alone tell it", () => {
  assert.deepEqual(labels(runOf({}, 5), [runOf({}, 1000), runOf({}, 2000)]), [
    "same settings, to step 1,000",
    "same settings, to step 2,000",
  ]);
});

test("a legend has room for three differences, the table for all", () => {
  const other = runOf({ data: "XOR", learning_rate: "1", batch_size: "1", penalty_strength: "0.1" }, 9);
  assert.deepEqual(labels(runOf({}, 5), [other]), ["Data = XOR, η = 1, batch size = 1, …"]);
  const all = "Data = XOR, η = 1, batch size = 1, λ = 0.1";
  assert.deepEqual(labels(runOf({}, 5), [other], Number.POSITIVE_INFINITY), [all]);
});

test("a setting that changed while it played is told with its step", () => {
  const moved = runOf({}, 2000, [
    [1200, "learning_rate", "0.1"],
    [1300, "batch_size", "1"],
    [1400, "batch_size", "8"],
  ]);
  assert.deepEqual(labels(runOf({}, 5), [moved]), [
    "η = 0.01, 0.1 from step 1,200, batch size = 8, 1 from step 1,300, 8 from step 1,400",
  ]);
});

test("rows of one's own are not spelled out", () => {
  const mine = (rows) => runOf({ data: "your own", own_data: rows }, 5);
  assert.deepEqual(labels(mine("1,2,0"), [mine("3,4,1"), mine("1,2,0")]), ["other rows of your own", "same settings"]);
});
