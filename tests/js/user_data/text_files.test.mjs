import assert from "node:assert/strict";
import { test } from "node:test";

import { textOf } from "../../../assets/js/user_data/text_files.mjs";

const TEXT = "Größe;y\n1;2";

test("a file in UTF-8 is read, with its mark or without", () => {
  assert.equal(textOf(Buffer.from(TEXT)), TEXT);
  assert.equal(textOf(Buffer.from(`\ufeff${TEXT}`)), TEXT);
});

test("a file in UTF-16 is read either way round", () => {
  const little = Buffer.from(`\ufeff${TEXT}`, "utf16le");
  assert.equal(textOf(little), TEXT);
  assert.equal(textOf(Buffer.from(little).swap16()), TEXT);
});

test("a file that is none of these is in the letters of western Windows", () => {
  assert.equal(textOf(Buffer.from(TEXT, "latin1")), TEXT);
  assert.equal(textOf(Uint8Array.of(0x80, 0x3b, 0x31)), "€;1");
});
