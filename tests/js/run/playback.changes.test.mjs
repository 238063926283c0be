import assert from "node:assert/strict";
import { test } from "node:test";

import { Playing, values } from "./playing.mjs";

test("a setting that changes holds from the step on the screen, and what was computed beyond it is void", () => {
  const one = new Playing().answer();
  one.playback.seek(7);
  one.answer().playback.change(values(10));
  one.answer();
  assert.equal(one.playback.step, 7);
  assert.deepEqual(one.recorded.slice(6, 10), [
    [6, 6],
    [7, 7],
    [8, 17],
    [9, 27],
  ]);
  assert.deepEqual(one.recorded, one.expected);
});

test("the server replays what was shown of a chunk, and only values that were others travel twice", () => {
  const one = new Playing().answer();
  one.playback.seek(7);
  one.answer().playback.change(values(10));
  const { settings, state, replay } = one.asked.at(-1);
  assert.deepEqual(settings, values(10));
  assert.deepEqual(
    [state, replay],
    [
      { step: 0, sum: 0 },
      { settings: { rate: "1" }, steps: 7 },
    ],
  );
});

test("a change at step 0 is another start", () => {
  const one = new Playing().answer();
  one.playback.change(values(10));
  assert.deepEqual(one.playback.settingChanges, [{ step: 0, values: values(10) }]);
});

test("of several changes at one step the last holds", () => {
  const one = new Playing().answer();
  one.playback.seek(7);
  for (const rate of [10, 20, 30]) one.playback.change(values(rate));
  one.answer();
  assert.deepEqual(
    one.playback.settingChanges.map(({ step, values: { rate } }) => [step, rate]),
    [
      [0, "1"],
      [7, "30"],
    ],
  );
  assert.deepEqual(one.recorded, one.expected);
});

test("a change where one has gone back to forgets the later ones", () => {
  const one = new Playing().answer();
  for (const [step, rate] of [
    [10, 2],
    [20, 3],
    [30, 4],
    [15, 5],
  ]) {
    one.playback.seek(step);
    one.answer().playback.change(values(rate));
    one.answer();
  }
  assert.deepEqual(
    one.playback.settingChanges.map(({ step }) => step),
    [0, 10, 15],
  );
  assert.deepEqual(one.recorded, one.expected);
});

test("a link's changes hold from their steps, whatever the chunks", () => {
  const settingChanges = [1, 10, 100, 1000].map((rate, i) => ({ step: [0, 5, 40, 700][i], values: values(rate) }));
  for (const most of [3, 32, Number.POSITIVE_INFINITY]) {
    const one = new Playing({ server: { most }, settingChanges, step: 900 }).answer(2000);
    assert.equal(one.playback.step, 900);
    assert.deepEqual(one.recorded, one.expected);
  }
});

test("an answer to a question from before a change is dropped", () => {
  const one = new Playing();
  const [late] = one.unanswered.splice(0);
  one.playback.begin([{ step: 0, values: values(5) }], 0);
  one.playback.receive(late, one.server.answer(late));
  assert.equal(one.playback.frames.length, 0);
  one.answer();
  assert.deepEqual(one.recorded, one.expected);
});

test("an answer that arrives twice counts once", () => {
  const one = new Playing();
  const question = one.unanswered.shift();
  const answer = one.server.answer(question);
  one.playback.receive(question, answer);
  one.playback.receive(question, answer);
  assert.deepEqual(one.recorded, one.expected);
});

test("what the server refuses is not asked again, and the status says why", () => {
  const one = new Playing();
  const question = one.unanswered.shift();
  one.playback.play();
  one.playback.refused(question, "no");
  assert.equal(one.playback.playing, false);
  assert.equal(one.said.at(-1), "no");
  one.playback.change(values(2));
  one.playback.refused(question, "an old no");
  assert.equal(one.said.at(-1), "no");
  one.answer();
  assert.deepEqual(one.recorded, one.expected);
});

/* Numbers that look random and are the same each time. */
function* draws(seed) {
  let state = seed;
  while (true) {
    state = (1103515245 * state + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test("whatever is pressed in whatever order, each frame is that of the uncut run", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = draws(seed);
    const below = (n) => Math.floor(Number(random.next().value) * n);
    const one = new Playing({ server: { steps: 400, most: 1 + below(60) } });
    const { playback } = one;
    const doings = [
      () => playback.play(),
      () => playback.pause(),
      () => playback.seek(below(400)),
      () => playback.stepBy(below(5) - 2),
      () => playback.change(values(below(9))),
      () => playback.tick(below(100) / 100),
      () => one.answer(1),
      () => one.answer(1),
    ];
    for (let i = 0; i < 60; i++) {
      doings[below(doings.length)]();
      assert.deepEqual(one.recorded, one.expected, `seed ${seed}, doing ${i}`);
    }
  }
});
