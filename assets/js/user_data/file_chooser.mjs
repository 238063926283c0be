/* The choice of a file in the dialog for one's own data: its text, or the first sheet of a workbook. */

import { onServer } from "../addresses.mjs";
import { all, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { choiceOfLetters, kindOf, textOf } from "./text_files.mjs";
import { say } from "./understood.mjs";

export const MOST_BYTES = 1024 * 1024;
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {object} Reader
 * @property {(name: string) => void} reading  is told that another file is read, whatever becomes of it
 * @property {(text: string, decimal?: string, says?: string) => void} read  is told its text, for workbooks with the sign for
 *   decimals and a sentence
 */

/** @param {Reader} reader */
export function fileChooser(reader) {
  const accept = ".csv,.txt,.tsv,.dat,.xlsx,text/*";
  const input = element("input", { type: "file", accept, id: "own-data-choose" });
  input.addEventListener("click", () => {
    input.value = ""; // the same file, saved anew, can be chosen again
  });
  const label = element("label", {}, message("own-data.file"), input);
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    for (const choice of all(".own-data-letters")) choice.remove();
    reader.reading(file.name);
    const problem = await problemOf(file, reader, (choices) => label.after(...choices));
    if (problem) say(problem, true);
  });
  return label;
}

/**
 * Read a file; what is wrong with it, if something is.
 * @param {File} file
 * @param {Reader} reader
 * @param {(choices: HTMLElement[]) => void} offer  puts the choice of letters beside the file
 */
async function problemOf(file, { read }, offer) {
  if (file.size > MOST_BYTES) {
    const size = (file.size / MOST_BYTES).toFixed(1);
    return message("own-data.too-large", { name: file.name, size });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (kind === "old-workbook") return message("own-data.old-workbook");
  if (kind === "workbook") return readWorkbook(bytes, read);
  offer(choiceOfLetters(bytes, (text) => read(text)));
  read(textOf(bytes));
  return "";
}

/**
 * @param {Uint8Array} bytes
 * @param {Reader["read"]} read
 */
async function readWorkbook(bytes, read) {
  try {
    const address = `${onServer("own-data")}?lang=${document.documentElement.lang}`;
    const headers = { "Content-Type": WORKBOOK };
    const response = await fetch(address, { method: "POST", headers, body: /** @type {BlobPart} */ (bytes) });
    if (!response.ok) throw new Error(String(response.status));
    const { text, says } = await response.json();
    if (!text) return says;
    read(text, ".", says);
    return "";
  } catch {
    return message("own-data.no-answer");
  }
}
