import assert from "node:assert/strict";
import { test } from "node:test";

import { Playing, values } from "./playing.mjs";

const lastStepOf = ({ recorded }) => recorded.at(-1)[0];
const everyStep = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

test("where the first frame took all the time of its answer, the next steps are asked for at once", () => {
  const one = new Playing({ server: { most: 0 } }).answer(1);
  assert.equal(one.playback.frames.length, 1);
  assert.equal(one.unanswered.length, 1);
  one.server.most = 10;
  one.answer();
  assert.equal(one.playback.end, 10);
  assert.deepEqual(one.recorded, one.expected);
});

test("a link to a step says where the run stands when it is there, and how it has ended", () => {
  const half = new Playing({ step: 500 }).answer();
  assert.deepEqual(half.said, ["Paused at step 500"]);
  const whole = new Playing({ step: 90, server: { steps: 60 } }).answer();
  assert.deepEqual(whole.said, ["Complete after 60 steps."]);
});

test("a run begins with a small chunk, and nothing more is asked while it stands still", () => {
  const one = new Playing().answer();
  for (let i = 0; i < 600; i++) one.playback.tick(1 / 60);
  assert.deepEqual(
    one.asked.map(({ steps, stride }) => [steps, stride]),
    [[32, 1]],
  );
  assert.deepEqual(one.recorded, one.expected);
  assert.deepEqual(one.shown, [{ step: 0, still: true }]);
});

test("a run that plays has the next 0.8 seconds before they are needed", () => {
  const one = new Playing().answer();
  for (const _ of everyStep(1, 20)) {
    one.play(0.5);
    assert.ok(lastStepOf(one) - one.playback.position >= 0.8 * one.playback.speed);
    assert.ok(lastStepOf(one) - one.playback.position <= 2.8 * one.playback.speed);
  }
  assert.equal(Math.round(one.playback.position), 500);
  assert.deepEqual(one.recorded, one.expected);
});

test("chunks double, up to a second's worth of steps", () => {
  const one = new Playing().answer();
  one.playback.speed = 200;
  one.play(6);
  assert.deepEqual(
    one.asked.slice(0, 5).map(({ steps }) => steps),
    [32, 50, 100, 200, 200],
  );
});

test("as fast as possible goes to the end of the run with few frames", () => {
  const one = new Playing().answer();
  one.playback.speed = Number.POSITIVE_INFINITY;
  one.play(2);
  assert.equal(one.playback.step, lastStepOf(one));
  assert.ok(one.playback.step > 99_800); // there a frame is 128 steps away from the next
  assert.ok(one.playback.frames.length < 6_000);
  assert.equal(one.said.at(-1), "Complete after 100,000 steps.");
  assert.equal(one.playback.playing, false);
  assert.deepEqual(one.recorded, one.expected);
});

test("a server that gives fewer steps than it was asked for is asked for the rest", () => {
  const one = new Playing({ server: { most: 7 }, step: 50 }).answer();
  assert.equal(one.playback.step, 50);
  assert.deepEqual(
    one.recorded.map(([step]) => step),
    everyStep(0, lastStepOf(one)),
  );
  assert.deepEqual(one.recorded, one.expected);
});

test("the last frame of a run that diverged is the end, with the reason", () => {
  const one = new Playing({ server: { divergesAt: 70 } }).answer();
  one.play(3);
  assert.equal(one.playback.step, 69);
  assert.equal(one.playback.end, 69);
  assert.equal(one.said.at(-1), "Diverged at step 70.");
  one.playback.play();
  assert.equal(one.playback.playing, false);
  assert.equal(one.said.at(-1), "Diverged at step 70.");
});

test("a link's step is on the screen exactly, and no other frame stays there on the way", () => {
  for (const step of [1, 31, 32, 33, 599, 600, 601, 1000, 19_999]) {
    const one = new Playing({ step }).answer();
    assert.equal(one.playback.step, step);
    assert.deepEqual(
      one.shown.filter(({ still }) => still).map((frame) => frame.step),
      [step],
    );
    assert.deepEqual(one.recorded, one.expected);
    assert.ok(one.playback.frames.length <= Math.min(step + 33, 4000));
  }
});

test("a step that the run does not reach shows its last, from which one can go back and play", () => {
  const one = new Playing({ server: { divergesAt: 1001 }, step: 5000 }).answer();
  const last = lastStepOf(one);
  assert.ok(last > 900 && last <= 1000);
  assert.equal(one.playback.step, last);
  one.playback.seek(0);
  one.play(25);
  assert.equal(one.playback.step, last);
});

test("seeking stops at a frame and goes both ways", () => {
  const one = new Playing().answer();
  one.play(2).playback.seek(4);
  assert.equal(one.playback.step, 4);
  assert.equal(one.playback.playing, false);
  assert.equal(one.said.at(-1), "Paused at step 4");
  one.playback.seek(80);
  assert.equal(one.playback.step, 80);
  one.playback.seek(1e9);
  assert.equal(one.playback.step, lastStepOf(one));
});

test("single steps stay within the run, and near its end the next are asked for", () => {
  const one = new Playing().answer();
  one.playback.stepBy(-1);
  assert.equal(one.playback.step, 0);
  for (const step of everyStep(1, 100)) {
    one.playback.stepBy(1);
    one.answer();
    assert.equal(one.playback.step, step);
  }
  one.playback.stepBy(-1);
  assert.equal(one.playback.step, 99);
  assert.deepEqual(one.recorded, one.expected);
});

test("what is costly is asked for at the very step at which the run rests", () => {
  const one = new Playing().answer();
  one.playback.seek(9);
  assert.deepEqual(one.asked.at(-1).steps, 0);
  one.answer();
  assert.deepEqual(Array.from(one.playback.frames.now("picture", 9)), [9]);
  const before = one.asked.length;
  one.playback.seek(9);
  assert.equal(one.asked.length, before);
});

test("begun anew, a run has nothing of the earlier one", () => {
  const one = new Playing().answer();
  one.play(1).playback.begin([{ step: 0, values: values(3) }], 0);
  one.answer();
  assert.equal(one.playback.playing, true);
  assert.deepEqual(one.recorded.slice(0, 3), [
    [0, 0],
    [1, 3],
    [2, 6],
  ]);
  assert.deepEqual(one.recorded, one.expected);
});
