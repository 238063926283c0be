import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, message } from "../../assets/js/messages.mjs";

test("what is given stands in the braces of a message", () => {
  assert.equal(message("run.paused", { step: "1,200" }), "Paused at step 1,200");
});

test("one thing and several have their own words", () => {
  assert.equal(counted("own-data.points", 1), "1 point");
  assert.equal(counted("own-data.points", 1200), "1,200 points");
});

test("a key that no catalogue has is a fault", () => {
  assert.throws(() => message("run.nothing"));
});
