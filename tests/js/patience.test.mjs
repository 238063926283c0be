import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { patiently } from "../../assets/js/patience.mjs";
import { settled } from "./answers.mjs";

let questions; // each with the means to answer it: {answer, lose, signal}
let calls; // the same
let silences;
let isWanted;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  [questions, calls, silences, isWanted] = [[], [], 0, true];
});

afterEach(() => mock.timers.reset());

/** Ask, where the last answer took `usual` ms, and remember what comes of it: {answer} or {error}. */
function begin(usual = 0) {
  const found = {};
  patiently({
    ask: (signal) => new Promise((answer, lose) => questions.push({ answer, lose, signal })),
    call: (signal) =>
      new Promise((answer, lose) => {
        calls.push({ answer, lose, signal });
        signal.addEventListener("abort", lose);
      }),
    isFinal: (/** @type {any} */ error) => error.message === "refused",
    isWanted: () => isWanted,
    usual,
    silent: () => {
      silences += 1;
    },
  }).then(
    (answer) => Object.assign(found, { answer }),
    (error) => Object.assign(found, { error }),
  );
  return found;
}

async function passing(milliseconds) {
  await settled();
  mock.timers.tick(milliseconds);
  await settled();
}

test("what got lost is asked again at once, then after growing pauses", async () => {
  const found = begin();
  for (const [n, pause] of [0, 250, 500, 1000, 2000, 4000, 4000].entries()) {
    questions[n].lose(new TypeError("no network"));
    await passing(Math.max(0, pause - 1));
    if (pause > 0) assert.equal(questions.length, n + 1);
    await passing(1);
    assert.equal(questions.length, n + 2);
  }
  questions[7].answer("at last");
  await passing(0);
  assert.deepEqual(found, { answer: "at last" });
});

test("a network that is back ends the pause", async () => {
  const network = new EventTarget();
  globalThis.addEventListener = /** @type {any} */ (network.addEventListener.bind(network));
  begin();
  for (const [n, pause] of [0, 250, 500].entries()) {
    questions[n].lose(new TypeError("no network"));
    await passing(pause);
  }
  questions[3].lose(new TypeError("no network"));
  await passing(0);
  assert.equal(questions.length, 4);
  network.dispatchEvent(new Event("online"));
  await passing(0);
  assert.equal(questions.length, 5);
  delete globalThis.addEventListener;
});

test("after two seconds without an answer another one is asked, and the first answer counts", async () => {
  const found = begin();
  await passing(1999);
  assert.equal(questions.length, 1);
  await passing(1);
  assert.equal(questions.length, 2);
  assert.equal(silences, 1);
  questions[1].answer("of another worker");
  await passing(0);
  assert.deepEqual(found, { answer: "of another worker" });
  assert.equal(questions[0].signal.aborted, true);
});

test("whoever is silent is asked beside within a second, if somebody else answers a call", async () => {
  const found = begin();
  await passing(799);
  assert.equal(calls.length, 0);
  await passing(1);
  assert.equal(calls.length, 3);
  assert.equal(questions.length, 1);
  calls[1].answer();
  await passing(0);
  assert.equal(questions.length, 2);
  assert.deepEqual([calls[0].signal.aborted, calls[2].signal.aborted], [true, true]);
  questions[1].answer("of another worker");
  await passing(0);
  assert.deepEqual(found, { answer: "of another worker" });
  assert.equal(silences, 0);
});

test("calls that are lost leave their connections, and others are made on new ones", async () => {
  begin();
  await passing(800);
  await passing(400);
  assert.deepEqual(
    calls.map(({ signal }) => signal.aborted),
    [true, true, true, false, false, false],
  );
  calls[5].answer();
  await passing(0);
  assert.equal(questions.length, 2);
});

test("a server that is slow for all is called a few times, and asked no more often than three times", async () => {
  begin();
  for (const time of [800, 400, 400, 400, 4000]) await passing(time);
  assert.deepEqual([calls.length, questions.length], [6, 3]);
});

test("where the last answer was long in coming nobody is called as soon, but before anybody is asked beside", async () => {
  for (const [usual, until] of [
    [300, 800],
    [700, 1400],
    [9000, 1600],
  ]) {
    [calls, questions] = [[], []];
    begin(usual);
    await passing(until - 1);
    assert.equal(calls.length, 0);
    await passing(1);
    assert.equal(calls.length, 3);
    questions[0].answer();
    calls[0].answer();
    await passing(0);
  }
});

test("one that was asked beside after a call is not asked a third time after two seconds", async () => {
  begin();
  await passing(800);
  calls[0].answer();
  await passing(1200);
  await passing(0);
  assert.equal(questions.length, 2);
  await passing(4000);
  assert.equal(questions.length, 3);
});

test("one that is lost beside one that is open is no reason to give up", async () => {
  const found = begin();
  await passing(2000);
  questions[1].lose(new TypeError("no network"));
  await passing(0);
  questions[0].answer("of the first");
  await passing(0);
  assert.deepEqual(found, { answer: "of the first" });
});

test("whoever has answered in time is not called", async () => {
  begin();
  questions[0].answer("soon");
  await passing(60_000);
  assert.deepEqual([calls.length, questions.length], [0, 1]);
});

test("a refusal is final", async () => {
  const found = begin();
  questions[0].lose(new Error("refused"));
  await passing(0);
  assert.equal(found.error.message, "refused");
  await passing(60_000);
  assert.equal(questions.length, 1);
});

test("what nobody waits for any more is not asked again", async () => {
  const found = begin();
  isWanted = false;
  await passing(2000);
  await passing(0);
  assert.equal(questions.length, 1);
  assert.ok(found.error);
});

test("when all are silent for too long everything is asked anew", async () => {
  const found = begin();
  for (const silence of [2000, 4000, 8000]) await passing(silence);
  await passing(0);
  assert.deepEqual(
    questions.map(({ signal }) => signal.aborted),
    [true, true, true, false],
  );
  questions[3].answer("of a new server");
  await passing(0);
  assert.deepEqual(found, { answer: "of a new server" });
});
