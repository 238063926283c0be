/* A marked word means the trace of its name, and what goes on behind it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openWindow } from "../document.mjs";

openWindow();
const { isMeant } = await import("../../../assets/js/figures/lights.mjs");

test("a name means its trace, the point at its end, and the trace with a number or a remark behind it", () => {
  for (const trace of ["path", "path, now", "path (outside)", "path = 3"]) assert.ok(isMeant(trace, "path"), trace);
});

test("and no trace that only begins with the same letters, nor one without a name", () => {
  for (const trace of ["paths", "pathological", "B = 16", undefined]) {
    assert.ok(!isMeant(trace, "path"));
    assert.ok(!isMeant(trace, "B = 1"));
  }
});
