import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow, put } from "../document.mjs";

const history = { state: null, replaceState: () => {} };
const document = openWindow({ location: { pathname: "/lab", search: "", hash: "" }, history });
const { session } = await import("../../../assets/js/session.mjs");
const { choosePresetBy } = await import("../../../assets/js/settings/presets.mjs");

const preset = (noise) => ({ settings: { noise }, watch: `Watch ${noise}.`, speed: 1, question: null });
const PRESETS = ["0", "1", "2"].map(preset);
let done; // in the order in which it happened

function open({ presets = PRESETS, playback = run(), named = null } = {}) {
  const page = { presets, preset: named, speeds: [5, 50], usual_speed: 0, fields: {} };
  const settings = {
    values: { noise: "9" },
    set(values) {
      done.push({ set: values });
      settings.values = values;
    },
  };
  presets.map((_, place) => put("button", { dataset: { preset: String(place) } }));
  session.open(/** @type {any} */ ({ page, settings, animator: {}, playback }));
  session.tell("page");
}

function run() {
  const playback = {
    settingChanges: [{ step: 0, values: {} }],
    frames: { has: () => false },
    begin: (changes, step) => done.push({ begin: changes, step }),
    play: () => done.push("play"),
  };
  return /** @type {any} */ (playback);
}

const chosen = () => done.filter((one) => one.set).map(({ set }) => set.noise);

beforeEach(() => {
  done = [];
  document.body.replaceChildren();
  put("div", { id: "question" });
  put("p", { id: "watch" });
});

test("a press on a preset sets all fields and plays from the start at its speed", () => {
  open();
  document.happen("click", put("button", { dataset: { preset: "1" } }));
  const begin = [{ step: 0, values: { noise: "1" } }];
  assert.deepEqual(done, [{ set: { noise: "1" } }, { begin, step: 0 }, "play"]);
  assert.equal(session.run.speed, 50);
  assert.equal(document.getElementById("watch").textContent, "Watch 1.");
});

test("a page without a run only shows what a preset sets", () => {
  open({ playback: null });
  document.happen("click", put("button", { dataset: { preset: "2" } }));
  assert.deepEqual(done, [{ set: { noise: "2" } }]);
});

test("a button in a table sets its own fields and keeps the speed", () => {
  open();
  document.happen("click", put("button", { dataset: { sets: '{"noise": "7"}' } }));
  assert.deepEqual(chosen(), ["7"]);
  assert.equal(session.run.speed, undefined);
  assert.deepEqual(done.at(-1), "play");
});

test("keys go through the presets round and round, either way", () => {
  open();
  for (const places of [1, 1, 1, 1, -1, -1]) choosePresetBy(/** @type {1 | -1} */ (places));
  assert.deepEqual(chosen(), ["0", "1", "2", "0", "2", "1"]);
});

test("they go in the order of the list, whose folded part comes last", () => {
  open({ presets: [] });
  for (const place of ["0", "2", "1"]) put("button", { dataset: { preset: place } });
  session.page.presets = PRESETS;
  for (let press = 0; press < 4; press++) choosePresetBy(1);
  assert.deepEqual(chosen(), ["0", "2", "1", "0"]);
});

test("the first key back leads to the last preset", () => {
  open();
  choosePresetBy(-1);
  assert.deepEqual(chosen(), ["2"]);
});

test("a preset that the link named is where keys go on from", () => {
  open({ named: 1 });
  choosePresetBy(1);
  assert.deepEqual(chosen(), ["2"]);
});

test("keys do nothing on a page without presets", () => {
  open({ presets: [] });
  choosePresetBy(1);
  assert.deepEqual(done, []);
});
