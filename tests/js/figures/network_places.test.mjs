import assert from "node:assert/strict";
import { test } from "node:test";

import { lengthTo, neuronAt, weightAt } from "../../../assets/js/figures/network_places.mjs";

/** @type {import("../../../assets/js/figures/network_places.mjs").Neuron[]} */
const NEURONS = [
  [1.5, 2, 0.2, 0.4, "1.1"],
  [2.5, 1, 0.3, 0.5, "output"],
];
/** @type {import("../../../assets/js/figures/network_places.mjs").Weight[]} */
const WEIGHTS = [
  [1.2, 1.6, 1.3, 1.6, "bias of 1.1"],
  [0.7, 2, 1.3, 2, "x1 → 1.1"],
  [0.7, 1, 1.3, 2, "x2 → 1.1"],
];
const pixel = (/** @type {number} */ x, /** @type {number} */ y) => ({ x: 100 * x, y: 100 * y });

test("a place in the frame of a neuron is that neuron's", () => {
  assert.equal(neuronAt(NEURONS, { x: 1.65, y: 1.7 })?.[4], "1.1");
  assert.equal(neuronAt(NEURONS, { x: 2.3, y: 0.6 })?.[4], "output");
  assert.equal(neuronAt(NEURONS, { x: 1.75, y: 2 }), undefined);
});

test("the weight under a point is that of the nearest edge, or of a bias's stub", () => {
  assert.equal(weightAt(WEIGHTS, { x: 100, y: 203 }, pixel), 1);
  assert.equal(weightAt(WEIGHTS, { x: 100, y: 148 }, pixel), 2);
  assert.equal(weightAt(WEIGHTS, { x: 124, y: 163 }, pixel), 0);
});

test("where no edge is near there is no weight", () => {
  assert.equal(weightAt(WEIGHTS, { x: 100, y: 230 }, pixel), -1);
  assert.equal(weightAt([], { x: 100, y: 230 }, pixel), -1);
});

test("a place on an axis is as far between the margins as it is along the axis", () => {
  assert.equal(lengthTo({ range: [0, 4] }, 1, [4, 10]), "calc(4px + (100% - 14px) * 0.25000)");
  assert.equal(lengthTo({ range: [8, 0] }, 6, [30, 30]), "calc(30px + (100% - 60px) * 0.25000)");
});
