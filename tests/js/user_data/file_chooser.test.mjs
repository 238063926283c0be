import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow, put } from "../document.mjs";

const document = openWindow({});
const { MOST_BYTES, fileChooser } = await import("../../../assets/js/user_data/file_chooser.mjs");

/** A file as a browser gives it. */
const file = (name, text, size = text.length) => ({
  name,
  size,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer,
});

let heard;
let says;
let input;

beforeEach(() => {
  document.body.replaceChildren();
  says = put("p", { id: "own-data-says" });
  heard = [];
  const reader = { reading: (name) => heard.push(["reading", name]), read: (text) => heard.push(["read", text]) };
  const label = Object.assign(fileChooser(reader), { after: () => {} });
  document.body.append(label);
  input = label.querySelector("#own-data-choose");
});

async function choose(chosen) {
  input.files = [chosen];
  input.dispatchEvent(new Event("change"));
  await new Promise(setImmediate);
}

test("the text of a file is read", async () => {
  await choose(file("a.csv", "a,b\n1,2"));
  assert.deepEqual(heard, [
    ["reading", "a.csv"],
    ["read", "a,b\n1,2"],
  ]);
});

test("a file that is too large ends what was read before, and says its size", async () => {
  await choose(file("large.csv", "", 3 * MOST_BYTES));
  assert.deepEqual(heard, [["reading", "large.csv"]]);
  assert.match(says.textContent, /large\.csv.*3\.0/);
  assert.ok(says.classList.contains("problem"));
});
