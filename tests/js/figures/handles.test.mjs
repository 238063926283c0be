import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { openWindow, put } from "../document.mjs";

const document = openWindow({ Plotly: { Fx: { unhover() {} } } });
const { session } = await import("../../../assets/js/session.mjs");
await import("../../../assets/js/figures/handles.mjs");

const FIELDS = {
  slope: { texts: ["-1", "0", "0.5", "1", "2"] },
  height: { texts: ["-2", "0", "2"] },
  size: { texts: ["0.5", "1", "1.5", "2"] },
};
/* A plane of 100 by 100 pixels from -5 to 5, 10 pixels from the corner of its plot. */
const AXES = {
  xaxis: { _offset: 10, _length: 100, p2d: (pixel) => pixel / 10 - 5, d2p: (value) => 10 * (value + 5) },
  yaxis: { _offset: 10, _length: 100, p2d: (pixel) => 5 - pixel / 10, d2p: (value) => 10 * (5 - value) },
  _calcInverseTransform: () => {},
  _invScaleX: 1,
  _invScaleY: 1,
};
let set; // what the fields were set to, each time

beforeEach(() => {
  set = [];
  const settings = { set: (values) => set.push(values) };
  session.open(/** @type {any} */ ({ page: { fields: FIELDS }, settings, animator: {}, playback: null }));
});

function plane(meta) {
  return put("div", { className: "js-plotly-plot", layout: { meta }, _fullLayout: AXES });
}

/* What happens to a plane at a place on its axes. */
function at(plot, kind, x, y) {
  return document.happen(kind, plot, { clientX: 10 + AXES.xaxis.d2p(x), clientY: 10 + AXES.yaxis.d2p(y) });
}

test("a click sets the values nearest to its place on the fields' own grids", () => {
  const plot = plane({ click: { x: "slope", y: "height" } });
  at(plot, "click", 0.7, 1.4);
  assert.deepEqual(set, [{ slope: "0.5", height: "2" }]);
});

test("a plane that is only clicked is not dragged", () => {
  const plot = plane({ click: { x: "slope" } });
  assert.equal(at(plot, "pointerdown", 0, 0).defaultPrevented, false);
  at(plot, "pointermove", 1, 0);
  assert.deepEqual(set, []);
});

test("a drag sets them as long as the button is down, and on the edge where it leaves the plane", () => {
  const plot = plane({ drag: { x: "slope" } });
  assert.equal(at(plot, "pointerdown", 0.1, 0).defaultPrevented, true);
  at(plot, "pointermove", 0.9, 0);
  at(plot, "pointermove", 99, 0);
  at(plot, "pointerup", 99, 0);
  at(plot, "pointermove", -1, 0);
  assert.deepEqual(
    set.map(({ slope }) => slope),
    ["0", "1", "2"],
  );
});

test("a finger that drags does not scroll the page, and another does", () => {
  const plot = plane({ drag: { x: "slope" } });
  assert.equal(at(plot, "touchstart", 0, 0).defaultPrevented, false);
  at(plot, "pointerdown", 0, 0);
  assert.equal(at(plot, "touchstart", 0, 0).defaultPrevented, true);
  at(plot, "pointercancel", 0, 0);
});

test("what begins beside the plane, or on a figure that sets nothing, is left alone", () => {
  at(plane({ drag: { x: "slope" } }), "pointerdown", 6, 0);
  at(plane({ cameras: [] }), "pointerdown", 0, 0);
  at(plane(undefined), "click", 0, 0);
  assert.deepEqual(set, []);
});

test("the ball through the pointer has the size of its norm", () => {
  at(plane({ click: { norm: "size" } }), "click", 0.6, -0.8);
  at(plane({ click: { norm: "size" }, exponent: 1 }), "click", 0.75, -0.75);
  at(plane({ click: { norm: "size" }, exponent: 0.5 }), "click", 0.5, 0.5);
  assert.deepEqual(
    set.map(({ size }) => size),
    ["1", "1.5", "2"],
  );
});

test("the pointer takes the nearest of several handles, and one without a place along an axis is a line", () => {
  const handles = [
    { x: -3, y: -3, drag: { x: "slope" } },
    { x: 3, drag: { y: "height" } },
  ];
  for (const [x, y] of [
    [-2, -2],
    [2, 1.9],
  ]) {
    at(plane({ handles }), "pointerdown", x, y);
    document.happen("pointerup", "elsewhere");
  }
  assert.deepEqual(set, [{ slope: "-1" }, { height: "2" }]);
});

test("an axis with other numbers than the field says which value each of its places sets", () => {
  const target = { field: "slope", at: [0, 3, 4], texts: ["none", "some", "all"] };
  at(plane({ click: { x: target } }), "click", 2, 0);
  at(plane({ click: { x: { ...target, texts: undefined } } }), "click", 5, 0);
  assert.deepEqual(set, [{ slope: "some" }, { slope: "0.5" }]);
});
