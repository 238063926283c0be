import assert from "node:assert/strict";
import { test } from "node:test";

import { colourTable, pixelsOf } from "../../../assets/js/figures/byte_images.mjs";

/** @type {[number, string][]} */
const SCALE = [
  [0, "#000000"],
  [0.5, "#ffffff"],
  [1, "#ff0000"],
];
const table = colourTable(SCALE, 0, 100);
const colourOf = (/** @type {number} */ byte) => [...table.subarray(4 * byte, 4 * byte + 4)];

test("a byte has the colour that the scale has at its place, also between two", () => {
  assert.deepEqual([0, 25, 50, 75, 100].map(colourOf), [
    [0, 0, 0, 255],
    [128, 128, 128, 255],
    [255, 255, 255, 255],
    [255, 128, 128, 255],
    [255, 0, 0, 255],
  ]);
});

test("what lies beyond the ends of the scale has their colours", () => {
  assert.deepEqual(colourOf(255), [255, 0, 0, 255]);
  assert.deepEqual([...colourTable(SCALE, 50, 100).subarray(0, 4)], [0, 0, 0, 255]);
});

test("the first row is the lowest of the image", () => {
  const pixels = pixelsOf([Uint8Array.of(0, 50), Uint8Array.of(100, 50)], table);
  assert.deepEqual([...pixels], [100, 50, 0, 50].flatMap(colourOf));
});
