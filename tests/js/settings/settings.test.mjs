import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Settings } from "../../../assets/js/settings/settings.mjs";
import { openWindow } from "../document.mjs";

const RATES = ["0.01", "0.1", "1"];
const FIELDS = {
  learning_rate: { texts: RATES, local_while: {} },
  data: { texts: null, local_while: {} },
  shuffle: { texts: null, local_while: {} },
};
const PAGE = /** @type {any} */ ({ lesson: "lab", fields: FIELDS });
const START = { learning_rate: "0.01", data: "moons", shuffle: "on" };

let document;
/** @type {any[]} */
let told; // what Dash was told: [id, value]
let changes; // which fields changed, each time
let settings;

beforeEach(() => {
  [told, changes] = [[], []];
  const tell = (id, { value }) => told.push([id, value]);
  document = openWindow({ dash_clientside: { set_props: tell } });
  settings = new Settings(PAGE, START, (names) => changes.push(names));
});

test("what the controls say become values", () => {
  settings.collect([2, "XOR", false]);
  assert.deepEqual(settings.values, { learning_rate: "1", data: "XOR", shuffle: "off" });
  assert.deepEqual(changes, [["learning_rate", "data", "shuffle"]]);
});

test("controls that say the same change nothing", () => {
  settings.collect([0, "moons", true]);
  assert.deepEqual(changes, []);
});

test("a slider that moves shows its value", () => {
  settings.collect(["1", "moons", true]);
  assert.equal(settings.values.learning_rate, "0.1");
  assert.equal(document.elements["lab-learning_rate-value"].value, "0.1");
  assert.equal(document.elements["lab-learning_rate"].attributes["aria-valuetext"], "0.1");
});

test("fields that are set are one change, and Dash is told what their controls say", () => {
  settings.set({ learning_rate: "0.1", data: "XOR", shuffle: "off" });
  assert.deepEqual(changes, [["learning_rate", "data", "shuffle"]]);
  assert.deepEqual(told, [
    ["lab-learning_rate", 1],
    ["lab-data", "XOR"],
    ["lab-shuffle", false],
  ]);
});

test("what Dash tells of fields that were set is no change", () => {
  settings.set({ learning_rate: "1", shuffle: "off" });
  settings.collect([2, "moons", false]);
  assert.equal(changes.length, 1);
  assert.equal(told.length, 2);
});
