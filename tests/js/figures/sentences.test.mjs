/* What a figure says of itself, and its numbers as tables. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { tablesOf } from "../../../assets/js/figures/number_tables.mjs";
import { sentenceOf } from "../../../assets/js/figures/sentences.mjs";
import { listed } from "../../../assets/js/figures/shown_numbers.mjs";

const layout = { xaxis: { title: { text: "step" } }, yaxis: { title: { text: "loss" } } };
const says = (trace, step = null) => sentenceOf({ data: [trace], layout }, step);

test("a curve that grows with the run says where it is, and its least value with its step", () => {
  const trace = { name: "training", x: [0, 1, 2], y: [3, -0.51234, 2], meta: { grow: { x: "step", y: "loss" } } };
  assert.equal(says(trace, 1234), "At step 1,234: training 2, least −0.5123 at 1.");
});

test("a line that stands still says its ends, and what lies higher or lower between them", () => {
  assert.equal(says({ name: "fit", x: [0, 1], y: [2, 5] }), "fit from 2 at 0 to 5 at 1.");
  assert.equal(says({ name: "p", x: [0, 1, 2], y: [0, 3, 1] }), "p from 0 at 0 to 1 at 2, highest 3 at 1.");
  assert.equal(says({ name: "L", x: [0, 1, 2], y: [1, 0.5, 1] }), "L from 1 at 0 to 1 at 2, lowest 0.5 at 1.");
});

test("a path of weights says where it begins and where it is", () => {
  const meta = { grow: { x: "bias", y: "slope", customdata: "step" } };
  assert.equal(says({ name: "descent", x: [1, 0, 2], y: [1, 2, 3], meta }), "descent from (1, 1) to (2, 3).");
});

test("points are counted, one is told; lines with gaps are counted", () => {
  assert.equal(says({ name: "class 0", mode: "markers", x: [1, 2], y: [3, 4] }), "class 0, 2 points.");
  assert.equal(says({ name: "minimum", mode: "markers", x: [1], y: [3] }), "minimum at (1, 3).");
  assert.equal(says({ name: "edges", x: [0, 1, null, 0, 1], y: [0, 1, null, 1, 0] }), "edges, 2 lines.");
});

test("a grid says how far its numbers reach: where colours show logarithms, the numbers themselves", () => {
  assert.equal(
    says({
      type: "heatmap",
      name: "probability",
      z: [
        [0, 40],
        [7, 100],
      ],
    }),
    "probability from 0 to 100.",
  );
  const contour = { type: "contour", name: "loss", z: [[0], [2]], customdata: [[1], [100]] };
  assert.equal(says(contour), "loss from 1 to 100.");
});

test("what is not seen is not told, and what is left of a difference is 0", () => {
  assert.equal(says({ name: "gone", visible: "legendonly", x: [1], y: [1] }), "nothing is drawn yet.");
  assert.equal(says({ name: "ball", x: [0, 1], y: [2, -4.9e-16] }), "ball from 2 at 0 to 0 at 1.");
});

test("of many traces six are told and the others counted", () => {
  const data = Array.from({ length: 9 }, (_, i) => ({ name: `w${i}`, x: [0], y: [i] }));
  assert.match(sentenceOf({ data, layout }, null), /w5 at \(0, 5\); and 3 more\.$/);
});

test("traces over the same x are one table, others have their own", () => {
  const data = [
    { name: "training", x: [0, 1], y: [5, 4] },
    { name: "validation", x: [0, 1], y: [6, 7] },
    { name: "mark", x: [1], y: [4] },
  ];
  const [losses, mark] = tablesOf({ data, layout });
  assert.deepEqual(losses, {
    caption: "loss",
    heads: ["step", "training", "validation"],
    rows: [
      [0, 5, 6],
      [1, 4, 7],
    ],
    length: 2,
  });
  assert.deepEqual(mark.rows, [[1, 4]]);
});

test("of a long trace a table has some rows, the first and the last among them", () => {
  const x = Array.from({ length: 1001 }, (_, i) => i);
  const [{ rows, length }] = tablesOf({ data: [{ name: "a", x, y: x }], layout });
  assert.deepEqual([rows.length, rows[0], rows[199], length], [200, [0, 0], [1000, 1000], 1001]);
});

test("arrays are read as Plotly encodes them", () => {
  const bdata = btoa(String.fromCharCode(...new Uint8Array(new Float32Array([1, 2, 3, 4]).buffer)));
  assert.deepEqual(listed({ dtype: "f4", bdata, shape: "2, 2" }), [
    [1, 2],
    [3, 4],
  ]);
  assert.deepEqual(listed(undefined), []);
});
