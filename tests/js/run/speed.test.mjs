import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow } from "../document.mjs";

let link; // the address bar after it was written
const history = { state: null, replaceState: (_state, _title, address) => (link = address) };
const document = openWindow({ location: { pathname: "/lab", search: "", hash: "" }, history });
const { session } = await import("../../../assets/js/session.mjs");
const { moveSpeedBy } = await import("../../../assets/js/run/speed.mjs");

const SPEEDS = [1, 10, 1000];

beforeEach(() => {
  link = "";
  const page = { speeds: SPEEDS, usual_speed: 1, fields: {}, preset: null };
  const playback = { speed: 10, settingChanges: [{ step: 0, values: {} }], target: 0, step: 0, playing: true };
  const settings = { values: {} };
  session.open(/** @type {any} */ ({ page, settings, animator: {}, playback }));
});

/* The slider moves to a place: what is said of the speed then. */
function move(place) {
  document.getElementById("speed").value = String(place);
  document.happen("input", "speed");
  return document.elements["speed-value"].textContent;
}

test("a place on the slider is a number of steps a second, with its thousands apart", () => {
  assert.equal(move(0), "1 step/s");
  assert.equal(session.run.speed, 1);
  assert.equal(move(2), "1,000 steps/s");
  assert.equal(session.run.speed, 1000);
});

test("the last place is as fast as possible", () => {
  assert.equal(move(SPEEDS.length), "as fast as possible");
  assert.equal(session.run.speed, Infinity);
  assert.equal(link, "/lab?speed=max");
});

test("the speed is in the link where it is not the usual one", () => {
  move(0);
  assert.equal(link, "/lab?speed=1");
  window.location.search = "?speed=1";
  move(1);
  assert.equal(link, "/lab");
  window.location.search = "";
});

test("whoever hears the slider hears what it says", () => {
  move(2);
  assert.equal(document.elements.speed.attributes["aria-valuetext"], "1,000 steps/s");
});

test("keys go from place to place, up to the fastest and down to the slowest", () => {
  const speeds = [1, 1, 1, 1, -1, -1, -1, -1, -1].map((places) => {
    moveSpeedBy(/** @type {1 | -1} */ (places));
    return session.run.speed;
  });
  assert.deepEqual(speeds, [1000, Infinity, Infinity, Infinity, 1000, 10, 1, 1, 1]);
  assert.equal(document.elements.speed.value, "0");
});
