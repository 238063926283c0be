import assert from "node:assert/strict";
import { test } from "node:test";

import { withComparison } from "../../../assets/js/comparison/traces.mjs";
import { compare, runOf } from "./runs_beside.mjs";

const LOSS = { name: "training", line: { color: "blue", width: 3 }, meta: { grow: { x: "step", y: "training_loss" } } };
const BATCH = { ...LOSS, name: "batch", line: { color: "grey", width: 1 } };
const PATH = { meta: { grow: { x: "training_loss", y: "training_loss" } }, mode: "lines+markers" };
const POINTS = { x: [1], y: [2], mode: "markers" };

function traces(data, runs, playing = runOf({}, 2)) {
  compare(playing, runs);
  return withComparison(data).slice(data.length);
}

test("a compared run has a dimmed, dashed copy of each growing trace, with its own numbers", () => {
  const [first, second] = traces([LOSS, POINTS], [runOf({ learning_rate: "0.1" }, 1), runOf({ batch_size: "1" }, 3)]);
  assert.deepEqual(
    [Array.from(first.x), Array.from(first.y)],
    [
      [0, 1],
      [1, 1 / 2],
    ],
  );
  assert.equal(second.y.length, 4);
  assert.deepEqual([first.name, second.name], ["η = 0.1", "batch size = 1"]);
  assert.deepEqual(first.line, { color: "blue", width: 1.5, dash: "dash" });
  assert.equal(second.line.dash, "dot");
  assert.ok(first.opacity < 1);
});

test("the figure's own traces come first and are what they were", () => {
  compare(runOf({}, 2), [runOf({ data: "XOR" }, 1)]);
  const data = [LOSS, POINTS];
  assert.deepEqual(withComparison(data).slice(0, 2), data);
  assert.equal(withComparison(withComparison(data)).length, 3);
});

test("copies of earlier runs go when nothing is compared", () => {
  compare(runOf({}, 2), [runOf({ data: "XOR" }, 1)]);
  const drawn = withComparison([LOSS]);
  compare(runOf({}, 2), []);
  assert.deepEqual(withComparison(drawn), [LOSS]);
});

test("of a run's traces the boldest stands in the legend and speaks under the pointer", () => {
  const [bold, thin] = traces([LOSS, BATCH], [runOf({ data: "XOR" }, 1)]);
  assert.deepEqual([bold.showlegend, bold.hoverinfo], [true, "all"]);
  assert.deepEqual([thin.showlegend, thin.hoverinfo], [false, "skip"]);
  assert.match(bold.hovertemplate, /<extra>Data = XOR: training<\/extra>$/);
});

test("a path among weights is shown where the model has as many", () => {
  const other = runOf({ data: "XOR" }, 1, [], { weights: [1, 2, 3] });
  assert.equal(traces([PATH, LOSS], [other], runOf({}, 1, [], { weights: [1, 2] })).length, 1);
  assert.equal(traces([PATH, LOSS], [other], runOf({}, 1, [], { weights: [1, 2, 3] })).length, 2);
  assert.equal(traces([PATH], [other], runOf({}, 1, [], { weights: [1, 2, 3] }))[0].mode, "lines");
});

test("a run without the array of a trace, or without frames yet, is not in the figure", () => {
  const unknown = { meta: { grow: { x: "step", y: "accuracy" } } };
  assert.deepEqual(traces([unknown], [runOf({ data: "XOR" }, 1)]), []);
  assert.deepEqual(traces([LOSS], [{ ...runOf({ data: "XOR" }, 1), frames: null }]), []);
});

test("in space lines are thinner, and the sixth has a dash that Plotly knows there", () => {
  const space = { ...LOSS, type: "scatter3d", line: { width: 10 } };
  const runs = [1, 2, 3, 4, 5, 6].map((step) => runOf({}, step));
  const copies = traces([space], runs);
  assert.equal(copies[0].line.width, 6);
  assert.equal(copies[5].line.dash, "dot");
  assert.equal(traces([LOSS], runs)[5].line.dash, "3px 9px");
});

test("a text that looks like a tag is shown as it is", () => {
  const [copy] = traces([LOSS], [runOf({ data: "a<b>&" }, 1)]);
  assert.equal(copy.name, "Data = a&lt;b>&amp;");
});
