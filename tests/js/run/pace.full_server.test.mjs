/* A room that plays on a server that is full: what each browser waits is counted in its own clock, with one line of
   questions for all. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Playing } from "./playing.mjs";

const [STUDENTS, PICTURE] = [30, 50]; // the second in ms

/**
 * Everyone plays, and comes at a time of their own. The waits for the answers of the last half, and the steps of each in it.
 * @param {number} anAnswer  ms
 * @param {number} seconds
 */
function room(anAnswer, seconds) {
  const clock = { now: 0 };
  mock.method(performance, "now", () => clock.now);
  const rooms = Array.from({ length: STUDENTS }, () => new Playing());
  const line = [];
  const waits = [];
  let begun = [];
  let freeAt = 0;
  for (; clock.now < seconds * 1000; clock.now += PICTURE) {
    if (clock.now === seconds * 500) begun = rooms.map((one) => one.playback.end);
    rooms.forEach((one, number) => {
      if (clock.now === number * 5 * PICTURE) one.playback.play();
      one.playback.tick(PICTURE / 1000);
      if (one.unanswered.length > 0 && !line.some((waiting) => waiting.one === one))
        line.push({ one, since: clock.now });
    });
    while (line.length > 0 && freeAt <= clock.now) {
      const { one, since } = line.shift();
      freeAt = Math.max(freeAt, since) + anAnswer;
      one.answer(1);
      if (clock.now > seconds * 500) waits.push(clock.now - since);
    }
  }
  return { waits: waits.sort((a, b) => a - b), steps: rooms.map((one, i) => one.playback.end - begun[i]) };
}

for (const [anAnswer, seconds] of [
  [80, 60],
  [300, 150],
])
  test(`of 30 who play where an answer takes ${anAnswer} ms of the server, all wait little and play alike`, () => {
    const { waits, steps } = room(anAnswer, seconds);
    const sorted = [...steps].sort((a, b) => a - b);
    const median = sorted[STUDENTS / 2];
    const perfect = ((seconds / 2) * (1000 / anAnswer) * 50) / STUDENTS;
    const p99 = waits[Math.floor(0.99 * waits.length)];
    assert.ok(p99 < 2000, `p99 ${p99} ms`);
    assert.ok(sorted[0] > median / 2, `slowest ${sorted[0]} of ${median}`);
    assert.ok(median > 0.9 * perfect, `median ${median} of ${perfect}`);
  });
