import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Pace } from "../../../assets/js/run/pace.mjs";

/** A pace beside a clock in milliseconds. */
function timed() {
  const clock = { now: 0 };
  mock.method(performance, "now", () => clock.now);
  return { clock, pace: new Pace() };
}

test("a run is played as fast as wanted while there are steps to play", () => {
  const { pace } = timed();
  assert.equal(pace.of(50, 40, 40), 50);
  assert.equal(pace.of(50, 1, 40), 50);
  assert.equal(pace.isSlow, false);
});

test("a short wait is no slow server", () => {
  const { clock, pace } = timed();
  pace.of(50, 0, 40);
  clock.now = 400;
  pace.of(50, 0, 40);
  assert.equal(pace.isSlow, false);
});

test("a server that makes ten steps a second is played at ten steps a second", () => {
  const { clock, pace } = timed();
  pace.asked();
  pace.of(50, 0, 40);
  clock.now = 2000; // and the next question is 1200 later
  pace.received(32);
  pace.of(50, 0, 40);
  assert.equal(pace.isSlow, true);
  assert.equal(pace.of(50, 20, 40 + 20), 10);
});

test("it is slow no more when steps are in advance again", () => {
  const { clock, pace } = timed();
  pace.of(50, 0, 40);
  clock.now = 1000;
  pace.of(50, 0, 40);
  assert.equal(pace.isSlow, true);
  assert.equal(pace.of(50, 20, 40), 50);
  assert.equal(pace.isSlow, false);
});

test("answers that are long in coming let the server rest, one after the other longer, and those that come soon less", () => {
  const { clock, pace } = timed();
  assert.equal(pace.rests, false);
  for (const [took, rest] of [
    [800, 0],
    [1800, 1000],
    [1300, 1500],
    [9000, 3500],
    [20, 1750],
    [600, 1312.5],
  ]) {
    pace.asked();
    clock.now += took;
    pace.received(50);
    assert.equal(pace.rests, rest > 0);
    clock.now += Math.max(0, rest - 1);
    assert.equal(pace.rests, rest > 0);
    clock.now += 1;
    assert.equal(pace.rests, false);
  }
});

test("a server that answers soon again has no rest a few answers later", () => {
  const { clock, pace } = timed();
  for (const took of [5000, 20, 20, 20, 20, 20, 20]) {
    pace.asked();
    clock.now += took;
    pace.received(50);
  }
  assert.equal(pace.rests, false);
});

test("at full speed the steps of an answer, and those left, are played in the time that the answer took", () => {
  const { clock, pace } = timed();
  pace.asked();
  clock.now += 100;
  pace.received(900, 100);
  assert.equal(Math.round(pace.full), 10000);
});

test("until the first answer full speed has no limit", () => {
  assert.equal(0 * timed().pace.full, 0);
  assert.equal(Math.min(40, 0.016 * timed().pace.full), 40);
});
