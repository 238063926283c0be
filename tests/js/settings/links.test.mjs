import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { session } from "../../../assets/js/session.mjs";
import { queryAsText, writeLink } from "../../../assets/js/settings/links.mjs";
import { compare, runOf, USUAL } from "../comparison/runs_beside.mjs";
import { openWindow } from "../document.mjs";

const OVERFIT = { ...USUAL, data: "XOR", batch_size: "1" };
let written = []; // each address that was put into the bar

/* The address bar at an address. */
function at(address) {
  const { pathname, search, hash } = new URL(address, "http://localhost");
  const replaceState = (_state, _title, next) => {
    written.push(next);
    at(next);
  };
  openWindow({ location: { pathname, search, hash }, history: { state: null, replaceState } });
}

/* The address after an address has been opened and this run is on the screen. */
function linkOf(run, { from = "/lab", runs = [], page = {}, playback = {} } = {}) {
  at(from);
  compare(run, runs, page);
  Object.assign(session.playback, playback);
  writeLink();
  const { pathname, search, hash } = window.location;
  return pathname + search + hash;
}

beforeEach(() => {
  written = [];
});

test("a link says what differs from what is usual, and nothing else", () => {
  assert.equal(linkOf(runOf({}, 0)), "/lab");
  assert.equal(linkOf(runOf({ learning_rate: "0.1" }, 12)), "/lab?learning_rate=0.1&step=12");
});

test("a value that is usual again leaves the link", () => {
  assert.equal(linkOf(runOf({}, 0), { from: "/lab?learning_rate=0.1&step=3&then=1~data~XOR&hold=@4" }), "/lab");
});

test("what a link says besides stays in it, the place on the page too", () => {
  assert.equal(linkOf(runOf({}, 3), { from: "/lab?hide=text,loss#figures" }), "/lab?hide=text,loss&step=3#figures");
});

test("later changes are in the link by step, field and value", () => {
  const run = runOf({}, 400, [
    [120, "learning_rate", "0.1"],
    [300, "batch_size", "1"],
  ]);
  assert.equal(linkOf(run), "/lab?then=120~learning_rate~0.1,300~batch_size~1&step=400");
});

test("compared runs are in the link", () => {
  assert.equal(linkOf(runOf({}, 0), { runs: [runOf({ learning_rate: "0.1" }, 9)] }), "/lab?hold=learning_rate~0.1~@9");
});

test("rows of one's own are in no link", () => {
  assert.equal(linkOf(runOf({ data: "your own", own_data: "1,2,0" }, 0)), "/lab?data=your+own");
});

test("a link names its step while the run is on the way to it", () => {
  const [from, playback] = ["/lab?step=40&speed=5", { speed: 5, target: 40 }];
  assert.equal(linkOf(runOf({}, 0), { from, playback }), from);
});

test("the speed is in the link where it is not the usual one", () => {
  assert.equal(linkOf(runOf({}, 0), { playback: { speed: 5 } }), "/lab?speed=5");
  assert.equal(linkOf(runOf({}, 0), { playback: { speed: Number.POSITIVE_INFINITY } }), "/lab?speed=max");
});

test("a preset in a link stays until the run starts from other settings", () => {
  const preset = {
    from: "/lab?preset=2",
    page: { preset: 0, presets: [{ settings: OVERFIT, speed: 1 }], start: OVERFIT },
  };
  assert.equal(linkOf(runOf(OVERFIT, 1), preset), "/lab?preset=2&step=1");
  assert.equal(linkOf(runOf({ ...OVERFIT, batch_size: "8" }, 1), preset), "/lab?data=XOR&step=1");
});

test("values in a link that override its preset stay beside it, one that is usual elsewhere too", () => {
  const start = { ...OVERFIT, batch_size: "8" };
  const preset = {
    from: "/lab?preset=2&batch_size=8",
    page: { preset: 0, presets: [{ settings: OVERFIT, speed: 1 }], start },
  };
  assert.equal(linkOf(runOf(start, 0), preset), "/lab?preset=2&batch_size=8");
});

test("a preset that nobody knows leaves the link", () => {
  assert.equal(linkOf(runOf({}, 0), { from: "/lab?preset=of+long+ago" }), "/lab");
});

test("the link of a run that stands still does not play", () => {
  assert.equal(linkOf(runOf({}, 0), { from: "/lab?autoplay=on" }), "/lab");
  assert.equal(linkOf(runOf({}, 0), { from: "/lab?autoplay=on", playback: { playing: true } }), "/lab?autoplay=on");
});

test("a link that is right already is not written again", () => {
  linkOf(runOf({}, 3), { from: "/lab?step=3" });
  assert.deepEqual(written, []);
});

test("a link is as short as browsers read it, and says the same", () => {
  const query = new URLSearchParams([
    ["then", "5~batch_size~1,6~data~a b"],
    ["hold", "@4"],
  ]);
  assert.equal(queryAsText(query), "then=5~batch_size~1,6~data~a+b&hold=@4");
  assert.deepEqual([...new URLSearchParams(queryAsText(query))], [...query]);
});

test("a page without a run has a link of its settings", () => {
  at("/lab");
  compare(runOf({ learning_rate: "0.1" }, 0), []);
  session.playback = null;
  writeLink();
  assert.equal(window.location.search, "?learning_rate=0.1");
});
