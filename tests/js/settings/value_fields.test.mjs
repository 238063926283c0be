/* Which value of a slider a typed text means. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openWindow } from "../document.mjs";

openWindow();
const { meant, numberIn } = await import("../../../assets/js/settings/value_fields.mjs");

const RATES = ["0", "0.01", "0.1", "1", "10"];
const SIZES = ["1", "16", "64", "all"];

test("a number that the slider has is taken as it is, however it is written", () => {
  for (const typed of ["0.1", " 0.1 ", "0,1", ".1", "1e-1", "0.10"]) assert.equal(meant(typed, RATES), "0.1");
});

test("another number becomes the nearest one", () => {
  assert.equal(meant("0.04", RATES), "0.01");
  assert.equal(meant("7", RATES), "10");
  assert.equal(meant("1000", RATES), "10");
  assert.equal(meant("−3", RATES), "0");
});

test("a word of the scale is typed as well", () => {
  assert.equal(meant("ALL", SIZES), "all");
  assert.equal(meant("50", SIZES), "64");
});

test("what is neither means nothing", () => {
  for (const typed of ["", "fast", "0.1.2", "1,000,000"]) assert.equal(meant(typed, RATES), null);
});

test("a true minus is a minus and a decimal comma a point", () => {
  assert.equal(numberIn("−2,5"), -2.5);
  assert.ok(Number.isNaN(numberIn(" ")));
});
