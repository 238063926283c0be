/* How an array of an answer becomes numbers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, decode } from "../../../assets/js/run/arrays.mjs";
import { numbers } from "../wire.mjs";

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const TEXT = Buffer.from(ALL).toString("base64");

test("all bytes are read, by the browser itself where it can", () => {
  const own = Object.getOwnPropertyDescriptor(Uint8Array, "fromBase64");
  try {
    Object.defineProperty(Uint8Array, "fromBase64", { value: undefined, configurable: true });
    assert.deepEqual(bytesOf(TEXT), ALL);
    /** @param {string} text */
    const native = (text) => new Uint8Array(Buffer.from(text, "base64"));
    Object.defineProperty(Uint8Array, "fromBase64", { value: native, configurable: true });
    assert.deepEqual(bytesOf(TEXT), ALL);
  } finally {
    if (own) Object.defineProperty(Uint8Array, "fromBase64", own);
    else Reflect.deleteProperty(Uint8Array, "fromBase64");
  }
});

test("numbers keep all their digits", () => {
  assert.deepEqual([...decode(numbers([0.1, -1e300, Number.NaN]))], [0.1, -1e300, Number.NaN]);
});
