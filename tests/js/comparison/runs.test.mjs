import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";

import { session } from "../../../assets/js/session.mjs";
import { answered, asked, serve, settled } from "../answers.mjs";
import { element, openWindow } from "../document.mjs";
import { TrainingServer } from "../run/training_server.mjs";
import { compare, runOf, USUAL } from "./runs_beside.mjs";

const document = openWindow();
const server = new TrainingServer();

const keep = () => document.happen("click", "hold");
const said = () => document.getElementById("status").textContent;
const steps = () => session.comparison.map(({ step }) => step);

before(async () => {
  mock.timers.enable({ apis: ["setInterval"] }); // that of the module would keep the tests from ending
  serve(async (_address, options) => answered(server.answer(asked(options))));
  await import("../../../assets/js/comparison/runs.mjs");
});

beforeEach(() => compare(runOf({}, 5), []));

function playTo(step) {
  compare(runOf({}, step), session.comparison);
}

test("what is kept stays as it was when the run goes on", () => {
  keep();
  const [run] = session.comparison;
  assert.deepEqual([run.step, run.frames.length, run.settingChanges], [5, 6, [{ step: 0, values: USUAL }]]);
  session.run.frames.truncate(0);
  assert.equal(run.frames.length, 6);
  assert.match(said(), /^Held at step 5\. Change a setting/);
});

test("nothing is kept at step 0, and nothing twice", () => {
  playTo(0);
  keep();
  assert.match(said(), /step 0/);
  playTo(5);
  keep();
  keep();
  assert.match(said(), /held already, at this very step/);
  assert.deepEqual(steps(), [5]);
});

test("six runs are kept at most, and each can be removed", () => {
  for (let step = 1; step <= 7; step++) {
    playTo(step);
    keep();
  }
  assert.deepEqual(steps(), [1, 2, 3, 4, 5, 6]);
  assert.match(said(), /^Six runs are held already/);
  document.happen("click", element({ dataset: { compared: "2" } }));
  assert.deepEqual(steps(), [1, 2, 4, 5, 6]);
  document.happen("click", "comparison-clear");
  assert.deepEqual(steps(), []);
});

test("a run is kept with the changes before its step", () => {
  compare(runOf({}, 5, [[3, "batch_size", "1"]]), []);
  session.run.settingChanges.push({ step: 9, values: USUAL }); // the run was further, and one has gone back
  keep();
  assert.deepEqual(
    session.comparison[0].settingChanges.map(({ step }) => step),
    [0, 3],
  );
});

test("fields that do not steer a run are the page's, for compared runs too", () => {
  keep();
  session.settings.values = { ...USUAL, loss_axis: "logarithmic" };
  session.tell("settings");
  assert.equal(session.comparison[0].settingChanges[0].values.loss_axis, "logarithmic");
  assert.ok(session.comparison[0].frames);
});

test("the runs of a link are made again, one after the other", async () => {
  session.page.compared_runs = [
    { start: { ...USUAL, rate: "2" }, step: 40, changes: [[20, "rate", "10"]] },
    { start: { ...USUAL, rate: "3" }, step: 700, changes: [[20, "rate", "10"]] },
  ];
  session.tell("page");
  assert.deepEqual(
    session.comparison.map(({ frames }) => frames),
    [null, null],
  );
  await settled();
  const ends = session.comparison.map(({ frames }) => [
    frames.step(frames.length - 1),
    frames.now("sum", frames.length - 1)[0],
  ]);
  assert.deepEqual(ends, [
    [40, 20 * 2 + 20 * 10],
    [700, 20 * 3 + 680 * 10],
  ]);
});
