import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { DrawingRequests } from "../../../assets/js/figures/drawing_requests.mjs";
import { answered, asked, refused, serve, settled } from "../answers.mjs";
import { openWindow } from "../document.mjs";

let questions; // each with the means to answer it: {settings, tags, without, answer, refuse, break, fail}
let shown; // what was put on the screen
const plainly = console.error;

function question({ settings, tags, without }) {
  const question = { settings, tags, without, answer: null, refuse: null, break: null, fail: null };
  const reply = new Promise((resolve, reject) => {
    question.answer = (drawn) => resolve(answered({ slow: [], unfinished: [], ...drawn }));
    question.refuse = () => resolve(refused(400));
    question.break = () => resolve(refused(502));
    question.fail = () => reject(new TypeError("no network"));
  });
  questions.push(question);
  return reply;
}

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  openWindow();
  [questions, shown] = [[], []];
  console.error = () => {};
  serve((_address, options) => question(asked(options)));
});

afterEach(() => {
  mock.timers.reset();
  console.error = plainly;
});

function begin(slow = []) {
  const page = /** @type {any} */ ({ lesson: "lab", tags: { loss: "a" }, slow });
  return new DrawingRequests(page, (drawn) => shown.push(drawn));
}

async function passing(milliseconds) {
  mock.timers.tick(milliseconds);
  await settled();
}

test("while one picture is being drawn only the latest change waits", async () => {
  const drawing = begin();
  for (const size of ["1", "2", "3", "4"]) drawing.ask({ size });
  assert.deepEqual(
    questions.map(({ settings }) => settings.size),
    ["1"],
  );
  questions[0].answer({ tags: {}, number: 1 });
  await passing(0);
  assert.deepEqual(
    questions.map(({ settings }) => settings.size),
    ["1", "4"],
  );
});

test("what takes long is asked for when the slider rests", async () => {
  const drawing = begin(["surface"]);
  drawing.ask({ size: "1" });
  questions[0].answer({ tags: {} });
  await passing(0);
  assert.equal(drawing.isBusy, true);
  await passing(120);
  assert.deepEqual(
    questions.map(({ without }) => without),
    [["surface"], []],
  );
  questions[1].answer({ tags: {} });
  await passing(0);
  assert.equal(drawing.isBusy, false);
});

test("the server is told what is on the screen already", async () => {
  const drawing = begin();
  drawing.ask({ size: "1" });
  questions[0].answer({ tags: { loss: "b", plane: "c" } });
  await passing(120);
  assert.deepEqual(
    questions.map(({ tags }) => tags),
    [{ loss: "a" }, { loss: "b", plane: "c" }],
  );
});

test("what the server had no time for is asked for at once, without what it has drawn", async () => {
  const drawing = begin(["surface"]);
  drawing.ask({ size: "1" });
  questions[0].answer({ tags: { loss: "b" }, unfinished: ["plane", "paths"] });
  await passing(0);
  assert.deepEqual(questions[1].without, ["surface", "loss"]);
  assert.equal(drawing.isBusy, true);
  questions[1].answer({ tags: { plane: "c" }, slow: ["plane"], unfinished: ["paths"] });
  await passing(0);
  assert.deepEqual(questions[2].without, ["surface", "loss", "plane"]);
  assert.deepEqual(drawing.slow, ["surface", "plane"]);
  assert.equal(shown.length, 2);
});

test("what is unfinished of an earlier change is not asked for", async () => {
  const drawing = begin();
  drawing.ask({ size: "1" });
  drawing.ask({ size: "2" });
  questions[0].answer({ tags: { loss: "b" }, unfinished: ["plane"] });
  await passing(0);
  assert.deepEqual(
    questions.map(({ settings, without }) => [settings.size, without]),
    [
      ["1", []],
      ["2", []],
    ],
  );
});

test("an answer that comes after a later one is not shown", async () => {
  const drawing = begin();
  drawing.ask({ size: "1" });
  await passing(3000); // the first is given up, and the rest of the slider asks again
  assert.equal(questions.length, 2);
  questions[1].answer({ tags: {}, number: 2 });
  await passing(0);
  questions[0].answer({ tags: {}, number: 1 });
  await passing(0);
  assert.deepEqual(
    shown.map(({ number }) => number),
    [2],
  );
});

for (const how of ["fail", "break"])
  test(`a picture that got lost is asked for again (${how})`, async () => {
    const drawing = begin();
    drawing.ask({ size: "1" });
    await passing(120);
    questions[0].answer({ tags: {} });
    await passing(0);
    questions[1][how]();
    await passing(0);
    await passing(3000);
    assert.equal(questions.length, 3);
    assert.equal(questions[2].settings.size, "1");
    questions[2].answer({ tags: {}, number: 3 });
    await passing(0);
    assert.equal(shown.at(-1).number, 3);
  });

test("a refusal is not asked again and does not end all drawing", async () => {
  const drawing = begin();
  drawing.ask({ size: "1" });
  await passing(120);
  questions[0].refuse();
  await passing(0);
  questions[1].refuse();
  await passing(0);
  await passing(10_000);
  assert.equal(questions.length, 2);
  drawing.ask({ size: "2" });
  assert.equal(questions[2].settings.size, "2");
});
