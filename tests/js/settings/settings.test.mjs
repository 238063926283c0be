import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Settings } from "../../../assets/js/settings/settings.mjs";
import { openWindow } from "../document.mjs";

const RATES = ["0.01", "0.1", "1"];
const FIELDS = {
  learning_rate: { words: RATES, kept_while: {} },
  data: { words: null, kept_while: {} },
  shuffle: { words: null, kept_while: {} },
};
const PAGE = /** @type {any} */ ({ lesson: "lab", fields: FIELDS });
const START = { learning_rate: "0.01", data: "moons", shuffle: "on" };

let document;
/** @type {any[]} */
let told; // what Dash was told: [id, value]
let changes; // which fields changed, each time
let settings;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  [told, changes] = [[], []];
  const tell = (id, { value }) => told.push([id, value]);
  document = openWindow({ dash_clientside: { set_props: tell } });
  settings = new Settings(PAGE, START, (names) => changes.push(names));
});

afterEach(() => mock.timers.reset());

function slide(place) {
  return settings.hear(Object.assign(document.getElementById("lab-learning_rate"), { value: String(place) }));
}

test("what the controls say become values", () => {
  settings.collect([2, "XOR", false]);
  assert.deepEqual(settings.values, { learning_rate: "1", data: "XOR", shuffle: "off" });
  assert.deepEqual(changes, [["learning_rate", "data", "shuffle"]]);
});

test("controls that say the same change nothing", () => {
  settings.collect([0, "moons", true]);
  assert.deepEqual(changes, []);
});

test("a slider is heard while it is dragged, and shows its value", () => {
  assert.equal(slide(1), true);
  assert.equal(settings.values.learning_rate, "0.1");
  assert.equal(document.elements["lab-learning_rate-word"].textContent, "0.1");
  assert.equal(document.elements["lab-learning_rate"].attributes["aria-valuetext"], "0.1");
});

test("what is no slider of a field is not heard", () => {
  assert.equal(
    settings.hear(Object.assign(document.getElementById("lab-data"), { type: "radio", value: "XOR" })),
    false,
  );
  assert.equal(settings.hear(document.getElementById("timeline")), false);
  assert.deepEqual(changes, []);
});

test("a slider that is ahead of Dash is not put back by another control", () => {
  slide(2);
  settings.collect([0, "XOR", true]); // Dash still has the slider's earlier place
  assert.deepEqual(settings.values, { ...START, learning_rate: "1", data: "XOR" });
  settings.collect([2, "XOR", true]); // now it has heard
  settings.collect([1, "XOR", true]);
  assert.equal(settings.values.learning_rate, "0.1");
});

test("fields that are set are one change; Dash hears of sliders when they rest", () => {
  settings.set({ learning_rate: "0.1", data: "XOR", shuffle: "off" });
  assert.deepEqual(changes, [["learning_rate", "data", "shuffle"]]);
  assert.deepEqual(told, [
    ["lab-data", "XOR"],
    ["lab-shuffle", false],
  ]);
  assert.equal(document.elements["lab-learning_rate"].value, "1");
  mock.timers.tick(150);
  assert.ok(told.some(([id, value]) => id === "lab-learning_rate" && Number(value) === 1));
});

test("a slider that is set again and again is told once", () => {
  for (const rate of ["0.1", "1", "0.1", "1"]) {
    settings.set({ learning_rate: rate });
    mock.timers.tick(149);
  }
  assert.deepEqual(told, []);
  mock.timers.tick(1);
  assert.deepEqual(told, [["lab-learning_rate", 2]]);
});
