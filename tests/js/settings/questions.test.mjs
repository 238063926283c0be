import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { openWindow, put } from "../document.mjs";

mock.timers.enable({ apis: ["setInterval"] });
const document = openWindow();
const { session } = await import("../../../assets/js/session.mjs");
const { askFirst, justPlay } = await import("../../../assets/js/settings/questions.mjs");

const QUESTION = { text: "Which one?", answers: ["one", "other"], right: "other", because: "It is.", after: 10 };
const PRESET = { settings: { noise: "1" }, watch: "Watch it.", speed: 0, question: QUESTION };
const LOOK = 100; // ms between two looks
let begun;
let values;
let place;
let stands; // how often the run was put at its start
const watch = () => document.getElementById("watch").textContent;

function open(playback = /** @type {any} */ ({ playing: true, step: 0 })) {
  const settings = {
    get values() {
      return values;
    },
  };
  session.open(/** @type {any} */ ({ page: {}, settings, animator: {}, playback }));
}

function ask(preset = PRESET) {
  const begin = () => {
    begun += 1;
    values = preset.settings;
  };
  askFirst(/** @type {any} */ (preset), begin, () => {
    stands += 1;
  });
}

const buttons = () => place.querySelectorAll("button").map((button) => button.textContent);
const press = (text) =>
  document.happen(
    "click",
    place.querySelectorAll("button").find((one) => one.textContent === text),
  );
const reach = (step) => Object.assign(session.run, { step });
const verdict = () => place.querySelector(".verdict")?.textContent;

beforeEach(() => {
  document.body.replaceChildren();
  place = put("div", { id: "question" });
  put("p", { id: "watch" });
  [begun, values, stands] = [0, { noise: "9" }, 0];
});
afterEach(() => ask(/** @type {any} */ ({ ...PRESET, question: null })));

test("a preset without a question begins at once and says what to watch", () => {
  open();
  ask(/** @type {any} */ ({ ...PRESET, question: null }));
  assert.deepEqual([begun, watch(), place.children], [1, "Watch it.", []]);
});

test("a question is asked before anything begins, and nothing gives the answer away", () => {
  open();
  ask();
  assert.deepEqual([begun, watch(), stands], [0, "", 1]);
  assert.deepEqual(buttons(), ["one", "other", "Just play"]);
});

test("an answer is judged as soon as the run has come so far", () => {
  open();
  ask();
  press("other");
  assert.equal(begun, 1);
  assert.deepEqual(buttons(), []);
  mock.timers.tick(LOOK);
  assert.equal(verdict(), "");
  reach(QUESTION.after);
  mock.timers.tick(LOOK);
  assert.equal(verdict(), "Right. It is.");
  assert.equal(watch(), "Watch it.");
});

test("a wrong answer is put right, also when the run is paused before", () => {
  open();
  ask();
  press("one");
  mock.timers.tick(LOOK);
  session.run.playing = false;
  mock.timers.tick(LOOK);
  assert.equal(verdict(), "Not this time: other. It is.");
});

test("whoever presses play instead sees the run and the reason", () => {
  open();
  ask();
  assert.equal(justPlay(), true);
  assert.deepEqual([begun, watch()], [1, "Watch it."]);
  reach(QUESTION.after);
  mock.timers.tick(LOOK);
  assert.equal(verdict(), "It is.");
  assert.equal(justPlay(), false);
});

test("a page without a run explains as soon as its preset is shown", () => {
  open(null);
  ask();
  assert.deepEqual(buttons(), ["one", "other", "Just show"]);
  press("other");
  mock.timers.tick(LOOK);
  assert.equal(verdict(), "Right. It is.");
});

test("other settings or another page take the question away", () => {
  for (const leave of [() => (values = { noise: "5" }), () => open()]) {
    open();
    ask();
    press("other");
    mock.timers.tick(LOOK);
    leave();
    mock.timers.tick(LOOK);
    reach(QUESTION.after);
    values = PRESET.settings;
    mock.timers.tick(LOOK);
    assert.equal(verdict(), "");
  }
});

test("on a page without a run nothing is set before the answer, since its pictures would be the answer", () => {
  open(null);
  ask();
  assert.deepEqual([begun, stands], [0, 0]);
});
