/* Paths that leave the picture lie thin below those that stay. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../english.mjs";
import { withThinLeaving } from "../../../assets/js/figures/leaving_paths.mjs";

const layout = { xaxis: { range: [0, 10] }, yaxis: { range: [0, 10] } };
const meta = { grow: { x: "path_x", y: "path_y", customdata: "step" } };
const path = (name, x) => ({ name, mode: "lines", line: { width: 3, dash: "dot" }, showlegend: false, meta, x, y: x });
const staying = path("slow", [1, 2, 3, 4]);
const contour = { type: "contour", name: "loss" };

test("a path that goes on beyond the picture is thin, below the others and named", () => {
  const [first, second, third] = withThinLeaving([contour, staying, path("fast", [1, -5, 20, -80, 300])], layout);
  assert.deepEqual([first, third], [contour, staying]);
  assert.deepEqual(second.line, { width: 1, dash: "dot" });
  assert.equal(second.name, "fast (outside)");
  assert.equal(second.showlegend, true);
});

test("so is one that has gaps where it is beyond, and at its place a dimmed one of a run that is compared", () => {
  const gaps = path("fast", [1, 4, Number.NaN, Number.NaN, 3, Number.NaN]);
  const compared = { ...path("η = 1", [1, -5, 20, -80]), meta: { compared: 0 }, customdata: [0, 1, 2, 3] };
  assert.deepEqual(
    withThinLeaving([staying, gaps, compared], layout).map(({ line }) => line.width),
    [1, 3, 1],
  );
});

test("a path in space is cut by its scene's axes", () => {
  const scene = { xaxis: { range: [0, 10] }, yaxis: { range: [0, 10] }, zaxis: { range: [0, 1] } };
  const rising = { ...path("fast", [1, 2, 3, 4, 5]), type: "scatter3d", z: [0.5, 2, 3, 4, 5] };
  assert.equal(withThinLeaving([rising], { scene })[0].line.width, 2);
});

test("one that stays, comes in from outside or is beyond for a step is as it was, and so is one whose axes follow it", () => {
  const others = [staying, path("from far", [40, 30, 20, 15, 9, 5]), path("a jump", [1, 12, 3, 4])];
  others.push(path("back for good", [1, 12, 14, 11, ...new Array(100).fill(5)]));
  assert.deepEqual(withThinLeaving(others, layout), others);
  const wild = [path("wild", [1, -50, 50, -50, 50])];
  assert.deepEqual(withThinLeaving(wild, { xaxis: {}, yaxis: {} }), wild);
});
