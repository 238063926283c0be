import assert from "node:assert/strict";
import { test } from "node:test";

import { smaller } from "../../../assets/js/figures/small.mjs";

const axisOf = (xaxis) => smaller({ data: [], layout: { xaxis } }).layout.xaxis;

test("a small axis has no title and few ticks, none of them turned", () => {
  const { title, nticks, tickangle, type } = axisOf({ title: { text: "step" }, type: "log", tickangle: 90 });
  assert.deepEqual({ title, nticks, tickangle, type }, { title: { text: "" }, nticks: 3, tickangle: 0, type: "log" });
});

test("of ticks that are given every second or third is left, with its text", () => {
  const { tickvals, ticktext } = axisOf({ tickvals: [0, 1, 2, 3, 4, 5], ticktext: ["a", "b", "c", "d", "e", "f"] });
  assert.deepEqual({ tickvals, ticktext }, { tickvals: [0, 2, 4], ticktext: ["a", "c", "e"] });
  assert.deepEqual(axisOf({ tickvals: [0, 25, 50, 75, 100] }).tickvals, [0, 25, 50, 75, 100]);
});

test("colour bars and the legend are left to the figure when it leads", () => {
  const { data, layout } = smaller({ data: [{ type: "heatmap" }, { type: "scatter" }], layout: { margin: { l: 3 } } });
  assert.deepEqual(data, [{ type: "heatmap", showscale: false }, { type: "scatter" }]);
  assert.equal(layout.showlegend, false);
  assert.equal(layout.margin.l, 3);
});
