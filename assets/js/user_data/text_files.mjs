/* Files as spreadsheets write them: text in some encoding, or Excel's own. */

import { element } from "../dom.mjs";
import { message } from "../messages.mjs";

const ENCODINGS = ["windows-1252", "windows-1250", "windows-1251", "shift_jis"];

/** @typedef {"text" | "workbook" | "old-workbook"} Kind */

/**
 * What a file is, by its first bytes: a .xlsx is a ZIP.
 * @param {Uint8Array} bytes
 * @returns {Kind}
 */
export function kindOf(bytes) {
  const starts = (/** @type {number[]} */ ...begin) => begin.every((byte, place) => bytes[place] === byte);
  if (starts(0x50, 0x4b, 3, 4)) return "workbook";
  return starts(0xd0, 0xcf, 0x11, 0xe0) ? "old-workbook" : "text";
}

/**
 * The encoding that a file says or shows: UTF-16 with its mark, UTF-8, else none.
 * @param {Uint8Array} bytes
 */
export function encodingOf(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "";
  }
}

/**
 * The text of a file; where nothing says its encoding, the letters are those of western Windows until others are chosen.
 * @param {Uint8Array} bytes
 * @param {string} [encoding]
 */
export const textOf = (bytes, encoding = encodingOf(bytes) || ENCODINGS[0]) => new TextDecoder(encoding).decode(bytes);

/**
 * The choice of letters for a file whose encoding nothing says; nothing for any other file.
 * @param {Uint8Array} bytes
 * @param {(text: string) => void} choose  is told the text in other letters
 * @returns {HTMLElement[]}
 */
export function choiceOfLetters(bytes, choose) {
  if (encodingOf(bytes)) return [];
  const select = element("select", { id: "own-data-letters", onchange: () => choose(textOf(bytes, select.value)) });
  for (const encoding of ENCODINGS) select.add(new Option(message(`own-data.${encoding}`), encoding));
  return [element("label", { className: "own-data-letters" }, message("own-data.letters"), select)];
}
