/* A room that plays on a server that is full: what each browser waits is counted in its own clock, with one line of
   questions for all. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Playing } from "./playing.mjs";

const [STUDENTS, AN_ANSWER, PICTURE, SECONDS] = [30, 80, 50, 40]; // the second and third in ms

/** Everyone plays from a second of their own on; the waits of the answers of the last half, and the steps of each in it. */
function room() {
  const clock = { now: 0 };
  mock.method(performance, "now", () => clock.now);
  const rooms = Array.from({ length: STUDENTS }, () => new Playing());
  const line = [];
  const waits = [];
  let begun = [];
  let freeAt = 0;
  for (; clock.now < SECONDS * 1000; clock.now += PICTURE) {
    if (clock.now === SECONDS * 500) begun = rooms.map((one) => one.playback.position);
    rooms.forEach((one, number) => {
      if (clock.now === Math.floor((number * 10_000) / STUDENTS / PICTURE) * PICTURE) one.playback.play();
      one.playback.tick(PICTURE / 1000);
      if (one.unanswered.length > 0 && !line.some((waiting) => waiting.one === one))
        line.push({ one, since: clock.now });
    });
    while (line.length > 0 && freeAt <= clock.now) {
      const { one, since } = line.shift();
      freeAt = Math.max(freeAt, since) + AN_ANSWER;
      one.answer(1);
      if (clock.now > SECONDS * 500) waits.push(clock.now - since);
    }
  }
  return { waits: waits.sort((a, b) => a - b), steps: rooms.map((one, i) => one.playback.position - begun[i]) };
}

test("of 30 who play where 12 a second are answered, all wait for half of their turn and play alike", () => {
  const { waits, steps } = room();
  const sorted = [...steps].sort((a, b) => a - b);
  const median = sorted[STUDENTS / 2];
  const perfect = ((SECONDS / 2) * (1000 / AN_ANSWER) * 50) / STUDENTS;
  assert.ok(waits[Math.floor(0.99 * waits.length)] < 1500, `p99 ${waits[Math.floor(0.99 * waits.length)]} ms`);
  assert.ok(sorted[0] > median / 2, `slowest ${sorted[0]} of ${median}`);
  assert.ok(median > 0.9 * perfect, `median ${median} of ${perfect}`);
});
