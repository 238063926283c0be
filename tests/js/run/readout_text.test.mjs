import assert from "node:assert/strict";
import { test } from "node:test";

import { Frames } from "../../../assets/js/run/frames.mjs";
import { fittingText, readoutText } from "../../../assets/js/run/readout_text.mjs";
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

test("a long number has a power of ten, not noughts that nobody knows", () => {
  assert.equal(shown("number", 10499999.7, 5), "1.05e+7");
  assert.equal(shown("number", -16118000000, 5), "−1.6118e+10");
  assert.equal(shown("number", 9999999, 5), "1e+7");
  assert.equal(shown("number", 1234567, 5), "1234600");
  assert.equal(shown("number", 123456789, 9), "123456789");
  assert.equal(shown("number", 0.0000000123, 3), "1.23e−8");
});

test("a headline has as many digits as it has room for, three at least", () => {
  const headline = (value) => {
    const frames = new Frames();
    frames.append({ step: numbers([0]), array: numbers([value]) });
    return fittingText({ array: "array", style: "number", digits: 5, room: 8 }, frames, 0);
  };
  assert.equal(headline(1.16013), "1.1601");
  assert.equal(headline(-1.23456e12), "−1.23e+12");
  assert.equal(headline(1.23456e10), "1.23e+10");
  assert.equal(headline(0.00123456), "0.001235");
  assert.equal(headline(-0.00123456), "−0.00123");
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
