import assert from "node:assert/strict";
import { test } from "node:test";

import { encodingOf, kindOf, textOf } from "../../../assets/js/user_data/text_files.mjs";

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

test("a file whose encoding nothing says is read in the letters that are chosen", () => {
  const cyrillic = Uint8Array.of(0xe2, 0xe5, 0xf1, 0x3b, 0x31); // вес;1
  assert.equal(encodingOf(cyrillic), "");
  assert.equal(textOf(cyrillic, "windows-1251"), "вес;1");
  assert.equal(textOf(Uint8Array.of(0x9c, 0x9e, 0xe8), "windows-1250"), "śžč");
  assert.equal(textOf(Uint8Array.of(0x91, 0xcc, 0x8f, 0x64), "shift_jis"), "体重");
});

/** The bytes of each letter that an encoding has beyond ASCII. @returns {[string, number[]][]} */
function lettersOf(encoding) {
  const upper = Array.from({ length: 128 }, (_, i) => [128 + i]);
  const pairs = upper.flatMap(([first]) => Array.from({ length: 189 }, (_, i) => [first, 64 + i]));
  const decoder = new TextDecoder(encoding, { fatal: true });
  return [...upper, ...pairs].flatMap((bytes) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      return [...text].length === 1 ? [[text, bytes]] : [];
    } catch {
      return [];
    }
  });
}

for (const encoding of ["windows-1252", "windows-1250", "windows-1251", "shift_jis"])
  test(`every letter of ${encoding} can be chosen, and numbers beside it stay what they are`, () => {
    const found = lettersOf(encoding);
    assert.ok(found.length > 100);
    for (const [letter, bytes] of found) {
      const file = Uint8Array.from([...bytes, 0x3b, 0x31, 0x2c, 0x35]);
      if (encodingOf(file)) continue; // the same bytes are UTF-8 as well
      assert.equal(textOf(file, encoding), `${letter};1,5`);
      assert.equal(textOf(file).slice(-4), ";1,5");
    }
  });

test("workbooks are known by their first bytes", () => {
  assert.equal(kindOf(Buffer.from("PK\x03\x04")), "workbook");
  assert.equal(kindOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), "old-workbook");
  assert.equal(kindOf(Buffer.from(TEXT)), "text");
});
