/* When a run has grown out of an axis, and what the axis is then to show. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { unfitAxes } from "../../../assets/js/figures/axes.mjs";

/** A plot with one axis that shows `range` and one trace on it that reaches from `low` to `high`, on the axis's own scale. */
function plot(range, [low, high], axis = {}) {
  const yaxis = { _id: "y", type: "linear", range, autorange: true, ...axis };
  const trace = { visible: true, _extremes: { y: { min: [{ val: low }], max: [{ val: high }] } } };
  return /** @type {any} */ ({ _fullLayout: { yaxis }, _fullData: [trace] });
}

test("an axis that shows all of its traces, and not much more, stays", () => {
  assert.deepEqual(unfitAxes(plot([0, 10], [1, 9])), {});
});

test("an axis that a run has outgrown gets room beyond, and keeps what is at its other end", () => {
  assert.deepEqual(unfitAxes(plot([0, 10], [1, 12])), { yaxis: [1, 15] });
  assert.deepEqual(unfitAxes(plot([0, 10], [-2, 9])), { yaxis: [-5, 9] });
});

test("an axis that begins at 0, as that of the steps, gets more room, and still is more than half full", () => {
  const { yaxis } = unfitAxes(plot([0, 10], [0, 20], { rangemode: "tozero" }));
  assert.deepEqual(yaxis, [0, 32]);
  assert.deepEqual(unfitAxes(plot(yaxis, [0, 20], { rangemode: "tozero" })), {});
});

test("of a logarithmic axis both ends are said in numbers, since Plotly takes a single one for all that is to be shown", () => {
  const { yaxis } = unfitAxes(plot([1, 2], [0.2, 1.8], { type: "log" }));
  assert.deepEqual(yaxis.map(Math.log10), [0.2 - 0.25 * (2 - 0.2), 1.8]);
});

test("an axis that its traces fill to less than half is fitted, one that begins at 0 if need be", () => {
  assert.deepEqual(unfitAxes(plot([0, 100], [1, 9])), { yaxis: [1, 9] });
  assert.deepEqual(unfitAxes(plot([0, 10], [6, 9], { rangemode: "tozero" })), {});
});

test("an axis whose range was chosen is left alone, and one without traces", () => {
  assert.deepEqual(unfitAxes(plot([0, 10], [1, 90], { autorange: false })), {});
  assert.deepEqual(unfitAxes(plot([0, 10], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])), {});
});

test("an axis shows no more than it may: a run that diverges leaves it, and what stays is seen", () => {
  const cut = { rangemode: "tozero", autorangeoptions: { clipmax: 10 } };
  assert.deepEqual(unfitAxes(plot([0, 10], [0, 1e9], cut)), {});
  assert.deepEqual(unfitAxes(plot([0, 10], [0, 2], cut)), { yaxis: [0, 2] });
});

test("an axis that begins at 0 has room for a second more at the pace of its run, and none of it is taken back on the way", () => {
  const growing = plot([0, 10], [0, 20], { rangemode: "tozero" });
  /** @param {number} high @param {number} now */
  const at = (high, now) => {
    growing._fullData[0]._extremes.y.max[0].val = high;
    const beyond = unfitAxes(growing, now);
    if (beyond.yaxis) growing._fullLayout.yaxis.range = beyond.yaxis;
    return beyond.yaxis;
  };
  assert.deepEqual(at(20, 0), [0, 32]);
  assert.deepEqual(at(40, 50), [0, 440]); // 400 a second
  assert.equal(at(60, 100), undefined);
  assert.deepEqual(at(5, 200), [0, 5]); // another run
});
