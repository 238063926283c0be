import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow, put } from "../document.mjs";

const history = { state: null, replaceState: () => {} };
const document = openWindow({ location: { pathname: "/lab", search: "", hash: "" }, history });
const { session } = await import("../../../assets/js/session.mjs");
await import("../../../assets/js/shell/shortcuts.mjs");

let done; // what the run was told

const RUN = {
  playing: false,
  end: 40,
  speed: 10,
  frames: { length: 3, has: () => false },
  settingChanges: [{ step: 0, values: {} }],
  play: () => done.push("play"),
  pause: () => done.push("pause"),
  stepBy: (steps) => done.push(steps),
  seek: (step) => done.push(`to ${step}`),
  begin: (_, step) => done.push(`begin at ${step}`),
};

function open(playback = /** @type {any} */ ({ ...RUN })) {
  const page = { speeds: [1, 10, 100], usual_speed: 0, fields: {}, presets: [], preset: null };
  session.open(/** @type {any} */ ({ page, settings: { values: {} }, animator: {}, playback }));
}

const NO_MODIFIER = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false, repeat: false };

/* A key goes down while an element has the focus: whether it was taken from the browser. */
function press(key, target = document.body, properties = {}) {
  const event = { key, ...NO_MODIFIER, getModifierState: () => false, ...properties };
  return document.happen("keydown", target, event).defaultPrevented;
}

beforeEach(() => {
  done = [];
  document.body.replaceChildren();
  put("div", { id: "question" });
  open();
});

test("keys play, step, seek and reset", () => {
  for (const key of [" ", "ArrowRight", "ArrowLeft", "Home", "End", "r", "R"]) assert.equal(press(key), true, key);
  assert.deepEqual(done, ["play", 1, -1, "to 0", "to 40", "begin at 0", "begin at 0"]);
});

test("brackets change the speed", () => {
  press("]");
  assert.equal(session.run.speed, 100);
  press("[");
  press("[");
  assert.equal(session.run.speed, 1);
});

test("keys of the page press its buttons", () => {
  const pressed = [];
  document.addEventListener("click", ({ target }) => pressed.push(/** @type {any} */ (target).id));
  for (const key of ["f", "d", "h", "?"]) press(key);
  assert.deepEqual(pressed, ["tool-projector", "tool-dark", "hold", "tool-keys"]);
});

test("a key with a modifier is the browser's, but for that with which some keyboards type brackets", () => {
  for (const modifier of ["ctrlKey", "altKey", "metaKey"])
    assert.equal(press("d", document.body, { [modifier]: true }), false, modifier);
  assert.equal(press("]", document.body, { ctrlKey: true, altKey: true, getModifierState: () => true }), true);
  assert.equal(press("d", document.body, { isComposing: true }), false);
});

test("what is typed into a box or chosen in a list is theirs", () => {
  for (const [tag, properties] of /** @type {[string, object][]} */ ([
    ["input", { type: "text" }],
    ["select", {}],
    ["textarea", {}],
  ]))
    for (const key of [" ", "n", "[", "ArrowRight", "?"]) assert.equal(press(key, put(tag, properties)), false, tag);
  assert.deepEqual(done, []);
});

test("a slider keeps the keys that move it, and no other", () => {
  const slider = put("input", { type: "range" });
  for (const key of ["ArrowLeft", "ArrowRight", "Home", "End"]) assert.equal(press(key, slider), false, key);
  assert.equal(press(" ", slider), true);
  assert.equal(press(" ", put("input", { type: "checkbox" })), false);
  assert.deepEqual(done, ["play"]);
});

test("a button that was reached by key is pressed by space, and one that was clicked pauses the run", () => {
  const button = put("button");
  assert.equal(press(" ", button), false);
  document.happen("pointerdown", button);
  document.happen("focusin", button);
  assert.equal(press(" ", button), true);
  assert.equal(document.happen("keyup", button, { key: " " }).defaultPrevented, true);
  document.happen("focusin", put("button"));
  assert.equal(press(" ", button), false);
});

test("a key that is held down steps on and on, and plays only once", () => {
  press("ArrowRight", document.body, { repeat: true });
  assert.equal(press(" ", document.body, { repeat: true }), true);
  assert.deepEqual(done, [1]);
});

test("keys rest while a dialog is open, and those of a run where there is none", () => {
  put("dialog", { open: true });
  assert.equal(press(" "), false);
  document.body.replaceChildren();
  open(/** @type {any} */ (null));
  assert.equal(press(" "), false);
  assert.equal(press("d"), true);
  open(/** @type {any} */ ({ ...RUN, frames: { length: 0 } }));
  assert.equal(press(" "), false);
  assert.deepEqual(done, []);
});
