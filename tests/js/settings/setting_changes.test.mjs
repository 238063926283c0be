import assert from "node:assert/strict";
import { test } from "node:test";

import { settingChangesOf, singleChanges } from "../../../assets/js/settings/setting_changes.mjs";

const START = { learning_rate: "0.01", batch_size: "8", data: "moons" };

test("settings that never changed are one entry", () => {
  assert.deepEqual(settingChangesOf(START, []), [{ step: 0, values: START }]);
  assert.deepEqual(singleChanges([{ step: 0, values: START }]), []);
});

test("a change holds from its step on, and all other settings stay what they were", () => {
  const settingChanges = settingChangesOf(START, [
    [120, "learning_rate", "0.1"],
    [300, "batch_size", "16"],
  ]);
  assert.deepEqual(settingChanges, [
    { step: 0, values: START },
    { step: 120, values: { ...START, learning_rate: "0.1" } },
    { step: 300, values: { ...START, learning_rate: "0.1", batch_size: "16" } },
  ]);
});

test("changes at one step are one entry, at step 0 too, and the start itself is left as it was", () => {
  const start = { ...START };
  assert.deepEqual(
    settingChangesOf(start, [
      [0, "batch_size", "1"],
      [5, "batch_size", "2"],
      [5, "data", "XOR"],
    ]),
    [
      { step: 0, values: { ...START, batch_size: "1" } },
      { step: 5, values: { ...START, batch_size: "2", data: "XOR" } },
    ],
  );
  assert.deepEqual(start, START);
});

test("what single changes make is told by them again", () => {
  /** @type {import("../../../assets/js/session.mjs").Change[]} */
  const changes = [
    [4, "learning_rate", "0.1"],
    [9, "learning_rate", "0.2"],
    [9, "batch_size", "1"],
    [12, "data", "XOR"],
  ];
  assert.deepEqual(singleChanges(settingChangesOf(START, changes)), changes);
});
