import assert from "node:assert/strict";
import { test } from "node:test";

import { openWindow } from "../document.mjs";

openWindow("http://localhost/lab");
const { withEdit } = await import("../../../assets/js/figures/weight_edits.mjs");

test("an edit is its step, its weight and its value, behind those before", () => {
  assert.equal(withEdit("", 120, "1.2.0", 0.5), "120:1.2.0:0.5");
  assert.equal(withEdit("120:1.2.0:0.5", 130, "1.2.0", -1), "120:1.2.0:0.5;130:1.2.0:-1");
});

test("another value after the same step takes the place of the first", () => {
  assert.equal(withEdit("0:1.1.1:2;120:1.2.0:0.5", 120, "1.2.0", 3), "0:1.1.1:2;120:1.2.0:3");
});
