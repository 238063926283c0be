import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { patiently } from "../../assets/js/patience.mjs";
import { settled } from "./answers.mjs";

let questions; // each with the means to answer it: {answer, lose, signal}
let silences;
let isWanted;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  [questions, silences, isWanted] = [[], 0, true];
});

afterEach(() => mock.timers.reset());

/** Ask, and remember what comes of it: {answer} or {error}. */
function begin() {
  const found = {};
  patiently({
    ask: (signal) => new Promise((answer, lose) => questions.push({ answer, lose, signal })),
    isFinal: (/** @type {any} */ error) => error.message === "refused",
    isWanted: () => isWanted,
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

test("one that is lost beside one that is open is no reason to give up", async () => {
  const found = begin();
  await passing(2000);
  questions[1].lose(new TypeError("no network"));
  await passing(0);
  questions[0].answer("of the first");
  await passing(0);
  assert.deepEqual(found, { answer: "of the first" });
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
