import assert from "node:assert/strict";
import { test } from "node:test";

import { Frames } from "../../../assets/js/run/frames.mjs";
import { readoutText } from "../../../assets/js/run/readouts.mjs";
import { numbers, texts } from "../wire.mjs";

function shown(style, value, digits = 4) {
  const frames = new Frames();
  frames.append({ step: numbers([0]), array: typeof value === "string" ? texts([value]) : numbers([value]) });
  return readoutText({ array: "array", style, digits }, frames, 0);
}

test("a number has the digits that it is declared with, a true minus sign, and no zeros at its end", () => {
  assert.equal(shown("number", -0.123456), "−0.1235");
  assert.equal(shown("number", 2), "2");
  assert.equal(shown("number", 123456, 3), "123000");
});

test("integers have their thousands apart, percentages one digit", () => {
  assert.equal(shown("integer", 19999), "19,999");
  assert.equal(shown("percent", 0.98765), "98.8 %");
});

test("what is no number is a dash, and an event that has not happened is nothing", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(shown("number", value), "–");
    assert.equal(shown("percent", value), "–");
    assert.equal(shown("integer", value), "–");
    assert.equal(shown("event", value), "");
  }
  assert.equal(shown("event", 1234), "1,234");
});

test("a text is shown as it is", () => {
  assert.equal(shown("text", "w₁ = 1e-5"), "w₁ = 1e-5");
});

test("a list shows all entries, and an array that the run does not have shows nothing", () => {
  const frames = new Frames();
  frames.append({ step: numbers([0]), weights: numbers([0.5, -2], { shape: [1, 2] }) });
  assert.equal(readoutText({ array: "weights", style: "list", digits: 3 }, frames, 0), "0.5, −2");
  assert.equal(readoutText({ array: "weights/1", style: "number", digits: 3 }, frames, 0), "−2");
  assert.equal(readoutText({ array: "accuracy", style: "number", digits: 3 }, frames, 0), "");
});
