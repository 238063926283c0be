import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow } from "../document.mjs";

const document = openWindow({ location: { search: "" } });
const { session } = await import("../../../assets/js/session.mjs");
await import("../../../assets/js/run/transport.mjs");

const VALUES = { noise: "1" };
let done; // what the run was told

/* A run that only remembers what it is told. */
function run(properties = {}) {
  return /** @type {any} */ ({
    playing: false,
    play: () => done.push("play"),
    pause: () => done.push("pause"),
    stepBy: (steps) => done.push(steps),
    seek: (step) => done.push(`to ${step}`),
    begin: (changes, step) => done.push({ changes, step }),
    frames: { has: () => false },
    ...properties,
  });
}

function open(playback) {
  const [page, settings, animator] = /** @type {any[]} */ ([{}, { values: VALUES }, {}]);
  session.open({ page, settings, animator, playback });
}

beforeEach(() => {
  done = [];
  document.body.replaceChildren();
});

test("the button plays a run that stands still and pauses one that plays", () => {
  open(run());
  document.happen("click", "play");
  open(run({ playing: true }));
  document.happen("click", "play");
  assert.deepEqual(done, ["play", "pause"]);
});

test("two buttons step forth and back", () => {
  open(run());
  document.happen("click", "step-forward");
  document.happen("click", "step-back");
  assert.deepEqual(done, [1, -1]);
});

test("a reset begins at step 0 with the settings on the screen, at rest", () => {
  open(run({ playing: true }));
  document.happen("click", "reset");
  assert.deepEqual(done, [{ changes: [{ step: 0, values: VALUES }], step: 0 }]);
  assert.equal(session.run.playing, false);
  assert.equal(document.elements.status.textContent, "Ready");
});

test("buttons do nothing on a page without a run", () => {
  open(null);
  document.happen("click", "play");
  assert.deepEqual(done, []);
});

test("the timeline leads to the step of its place", () => {
  open(run());
  document.getElementById("timeline").value = "7";
  document.happen("input", "timeline");
  assert.deepEqual(done, ["to 7"]);
});

test("the timeline is as long as what is computed, or as the run that knows its last step", () => {
  open(run({ end: 40, step: 12, index: 3 }));
  session.tell("frame");
  assert.deepEqual({ ...document.elements.timeline, max: 40, value: 12 }, { ...document.elements.timeline });
  open(run({ end: 40, step: 12, index: 3, frames: { has: (name) => name === "last_step", now: () => [100] } }));
  session.tell("frame");
  assert.equal(/** @type {any} */ (document.elements.timeline).max, 100);
});

test("a link may ask a run to play by itself, and may ask it not to", () => {
  for (const [search, plays] of /** @type {[string, boolean][]} */ ([
    ["?autoplay=on", true],
    ["?autoplay", true],
    ["?autoplay=off", false],
    ["?autoplay=0", false],
    ["?step=3", false],
  ])) {
    done = [];
    window.location.search = search;
    open(run());
    session.tell("page");
    assert.deepEqual(done, plays ? ["play"] : [], search);
  }
});
