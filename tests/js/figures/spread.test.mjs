/* Names at the ends of curves. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../../../assets/js/figures/spread.mjs";

test("names that have room stay where they belong", () => {
  assert.deepEqual(spread([50, 10, 90], 17, 0, 100), [50, 10, 90]);
});

test("names that would lie over each other move apart, in their order", () => {
  assert.deepEqual(spread([50, 52, 51], 10, 0, 100), [50, 70, 60]);
});

test("no name leaves the picture", () => {
  assert.deepEqual(spread([98, 99, 200], 10, 0, 100), [80, 90, 100]);
  assert.deepEqual(spread([-20, -30], 10, 0, 100), [10, 0]);
});
