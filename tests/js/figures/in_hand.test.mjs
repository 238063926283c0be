/* A figure that leads on a phone has small type, a short legend, and no tick of its colour bar over another. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openWindow } from "../document.mjs";

openWindow();
const { nearer } = await import("../../../assets/js/figures/in_hand.mjs");

test("type is smaller, never larger than it was declared", () => {
  const { layout } = nearer(
    { data: [], layout: { xaxis: { title: { text: "x" } }, yaxis2: { tickfont: { size: 9 } } } },
    400,
  );
  assert.deepEqual(layout.xaxis, { title: { text: "x", standoff: 4, font: { size: 14 } }, tickfont: { size: 12 } });
  assert.equal(layout.yaxis2.tickfont.size, 9);
});

test("a legend has a few lines and is scrolled, unless it stands at a place of its own", () => {
  assert.equal(nearer({ data: [], layout: {} }, 400).layout.legend.maxheight, 64);
  const { x, font } = nearer({ data: [], layout: { legend: { x: 1, font: { color: "red" } } } }, 400).layout.legend;
  assert.deepEqual([x, font], [1, { color: "red", size: 11 }]);
});

test("a colour bar has as many ticks as have room above each other where it reaches, with their text", () => {
  const colorbar = { tickvals: [0, 1, 2, 3, 4, 5], ticktext: ["1", "10", "100", "1000", "10000", "100000"] };
  const bar = (height, heights) => nearer({ data: [{ type: "contour", colorbar, ...heights }], layout: {} }, height);
  const ticks = (...of) => bar(...of).data[0].colorbar.tickvals;
  assert.deepEqual(ticks(400, { zmin: 0, zmax: 5 }), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(ticks(180, { zmin: 0, zmax: 5 }), [0, 2, 4]);
  const rows = [new Float32Array([0.5, 2]), new Float32Array([3.5, 1])];
  assert.deepEqual(ticks(180, { z: rows }), [0, 1, 2, 3, 4, 5]); // three of them are drawn
});
