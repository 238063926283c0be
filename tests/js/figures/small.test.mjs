import assert from "node:assert/strict";
import { test } from "node:test";

import { smaller } from "../../../assets/js/figures/small.mjs";

const axisOf = (xaxis) => smaller({ data: [], layout: { xaxis } }).layout.xaxis;

test("a small axis has no title and few ticks, none of them turned", () => {
  const { title, nticks, tickangle, type } = axisOf({ title: { text: "step" }, type: "log", tickangle: 90 });
  assert.deepEqual({ title, nticks, tickangle, type }, { title: { text: "" }, nticks: 2, tickangle: 0, type: "log" });
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

test("of a table there are as many columns as have room, none of them cut, in small type; of one that lives all", () => {
  const long = ["0.0707372017", "1.5"];
  const cells = { values: [["x", "y"], ["1.5", "0.5"], long, long, ["1e-11", "2e-11"]], format: ["", "", "", "", ""] };
  const header = { values: ["<b>input</b>", "<b>value</b>", "<b>backward</b>", "<b>differences</b>", "<b>apart</b>"] };
  const [table] = smaller({ data: [{ type: "table", header, cells, columnwidth: [2, 2, 4, 4, 2] }], layout: {} }).data;
  assert.deepEqual(table.header.values, header.values.slice(0, 3));
  assert.deepEqual([table.cells.values.length, table.cells.format.length, table.columnwidth.length], [3, 3, 3]);
  const live = { type: "table", header, cells, meta: { now: { "cells.values": "rows" } } };
  assert.equal(smaller({ data: [live], layout: {} }).data[0].cells.font.size, 10);
});

test("names of bars stand below them where they have room side by side, and numbers over them are small", () => {
  const bars = (x) => [
    { type: "bar", x },
    { type: "scatter", mode: "text", x, textfont: { size: 16, color: "red" } },
  ];
  const shown = (x) => smaller({ data: bars(x), layout: { xaxis: {} } });
  assert.equal(shown(["bias", "slope"]).layout.xaxis.showticklabels, undefined);
  const { data, layout } = shown(["accuracy", "precision", "recall", "specificity"]);
  assert.equal(layout.xaxis.showticklabels, false);
  assert.deepEqual(data[1].textfont, { size: 10, color: "red" });
});

test("numbers of a logarithmic axis are powers, and small type beside marks is left out", () => {
  assert.equal("tickformat" in axisOf({ type: "log", tickformat: "~g" }), false);
  assert.equal(axisOf({ tickformat: "~g" }).tickformat, "~g");
  const modeOf = (size) => smaller({ data: [{ mode: "text+markers", textfont: { size } }], layout: {} }).data[0].mode;
  assert.deepEqual([modeOf(12), modeOf(14)], ["markers", "text+markers"]);
});

test("the name of a line across the picture is small, so that it ends before the ticks", () => {
  const across = { xref: "paper", x: 1, y: 0.3, text: "best constant: 0.3", font: { color: "red" } };
  const heading = { xref: "paper", yref: "paper", text: "heading" };
  const { annotations } = smaller({ data: [], layout: { annotations: [across, heading] } }).layout;
  assert.deepEqual(annotations, [{ ...across, font: { color: "red", size: 10 } }, heading]);
});
