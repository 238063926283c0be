/* Plays a run like a video: asks the server for stretches ahead of time, and moves through what is there.

   The server computes; this holds the frames, the clock and the schedule of settings. A schedule says from which step
   on which settings hold, so that a knob may move while the run plays and a link can still tell the run again.
   A chunk is one answer: steps `from` to `to` under `words`, begun from the state `before`, left in `after`. */

import { Frames } from "./frames.mjs";

const AHEAD = 0.8; // seconds of frames kept in advance
const FIRST_STEPS = 32;
const MOST_STEPS = 20000;
const FRAMES_A_SECOND = 60;
const FRAMES_AN_OCTAVE = 600; // frames until the step has doubled: about 5,000 in 100,000 steps
const STRIDE_AT_FULL_SPEED = 16;
const PATIENCE = 10; // seconds without an answer before asking again

/* The words that are not the same as now: what is long and has not changed does not travel twice. */
function other(words, now) {
  return Object.fromEntries(Object.entries(words).filter(([name, word]) => word !== now[name]));
}

export class Playback {
  /* page: {lesson, steps}; on: {request(message), frame(still), status(text)} */
  constructor(page, on) {
    Object.assign(this, { page, on, run: 0, playing: false, speed: 50, schedule: [] });
  }

  /* Begin anew with a schedule [{step, words}] and go to a step. */
  begin(schedule, step) {
    this.frames = new Frames();
    Object.assign(this, { schedule, target: step || 0, chunks: [], position: 0, index: 0 });
    this.startAsking();
    this.ask();
  }

  startAsking() {
    Object.assign(this, { complete: false, ending: "", pending: null, chunkSteps: FIRST_STEPS });
    this.run += 1; // answers to earlier questions are dropped
  }

  get step() {
    return this.frames && this.frames.length ? this.frames.step(this.index) : 0;
  }

  get end() {
    return this.chunks.length ? this.chunks[this.chunks.length - 1].to : 0;
  }

  wordsAt(step) {
    return this.schedule.filter((change) => change.step <= step).pop().words;
  }

  /* Settings that hold from the step on the screen; what was computed beyond it is void. */
  change(words) {
    const step = this.step;
    if (step === 0) return this.begin([{ step: 0, words }], 0);
    this.schedule = [...this.schedule.filter((change) => change.step < step), { step, words }];
    const chunk = this.chunkOf(step);
    this.chunks = [...this.chunks.slice(0, this.chunks.indexOf(chunk)), { ...chunk, to: step, after: null }];
    this.frames.truncate(this.index);
    Object.assign(this, { position: step, target: 0 });
    this.startAsking();
    this.ask();
  }

  chunkOf(step) {
    return this.chunks.find((chunk) => step <= chunk.to) || this.chunks[this.chunks.length - 1];
  }

  stride(step) {
    const growing = 2 ** Math.floor(Math.log2(Math.max(1, step / FRAMES_AN_OCTAVE)));
    const playing = Number.isFinite(this.speed) ? Math.ceil(this.speed / FRAMES_A_SECOND) : STRIDE_AT_FULL_SPEED;
    return Math.max(growing, this.playing ? playing : 1);
  }

  /* What leads to the state at a step: the state itself, or an earlier one and the steps to replay from it. */
  origin(step) {
    const now = this.wordsAt(step);
    const chunk = this.chunks.length ? this.chunkOf(step) : { after: null, from: 0, before: null };
    if (step === chunk.to && chunk.after) return { state: chunk.after };
    if (step === chunk.from) return { state: chunk.before };
    return { state: chunk.before, replay: { settings: other(chunk.words, now), steps: step - chunk.from } };
  }

  ask() {
    if (this.pending || this.complete) return;
    this.send({ settings: this.wordsAt(this.end), ...this.nextSteps(), ...this.origin(this.end) });
    const most = Number.isFinite(this.speed) ? Math.max(FIRST_STEPS, this.speed) : MOST_STEPS;
    this.chunkSteps = Math.min(2 * this.chunkSteps, most);
  }

  /* How far the next stretch goes: as long as its settings hold, and on the way to a target not beyond it. Where not
     every step is a frame it ends before the target, which is then a stretch of one step and so a frame. The first steps
     are frames in any case: a run that diverges among them would else have none. */
  nextSteps() {
    const end = this.end;
    const next = this.schedule.find((change) => change.step > end);
    const most = Math.min(MOST_STEPS, next ? next.step - end : MOST_STEPS);
    const left = this.target - end;
    const stride = left === 1 ? 1 : this.stride(end);
    const everyStep = stride === 1 && left <= FRAMES_AN_OCTAVE;
    const dense = end < FRAMES_AN_OCTAVE ? FRAMES_AN_OCTAVE - end : Infinity;
    const steps = left < 1 ? this.chunkSteps : everyStep ? left : Math.min(left - 1, dense);
    return { steps: Math.min(steps, most), stride };
  }

  /* Ask for the keyframes at the very step on the screen, if it has none of its own. */
  askStill() {
    if (this.pending || !this.frames.lacksKeyframes(this.step)) return;
    this.send({ settings: this.wordsAt(this.step), steps: 0, stride: 1, ...this.origin(this.step) });
  }

  send(question) {
    const message = { lesson: this.page.lesson, run: this.run, ...question };
    this.pending = { message, asked: performance.now() };
    this.on.request(message);
  }

  receive(answer) {
    if (!answer || answer.run !== this.run || !this.pending) return;
    const { message } = this.pending;
    this.pending = null;
    this.frames.append(answer.frames);
    if (message.steps > 0) this.take(answer, message.settings);
    this.on.frame(!this.playing && this.target === 0); // on the way to a step no frame stays
    if (this.playing) this.askAhead();
    else if (this.end >= this.target) this.askStill();
  }

  take(answer, words) {
    const { before, state: after, complete, ending } = answer;
    this.chunks.push({ from: before.step, to: after.step, before, after, words });
    Object.assign(this, { complete, ending });
    if (complete) this.chunks[this.chunks.length - 1].to = this.frames.step(this.frames.length - 1);
    if (this.target > 0) this.moveTo(Math.min(this.target, this.end));
    if (this.target > this.end && !complete) this.ask(); // a link may ask for a step that the run does not reach
    else this.target = 0;
  }

  /* Move the clock; true when another frame is on the screen than before. */
  moveTo(position) {
    const before = this.index;
    this.position = Math.max(0, Math.min(position, this.end));
    this.index = this.frames.indexOf(this.position);
    return this.index !== before;
  }

  /* Let `seconds` pass. */
  tick(seconds) {
    this.askAgainWhenLost();
    if (!this.playing || !this.frames.length) return;
    if (this.target > 0) return this.ask();
    if (this.moveTo(Number.isFinite(this.speed) ? this.position + this.speed * seconds : this.end)) this.on.frame(false);
    this.askAhead();
    if (this.complete && this.position >= this.end) this.pause();
  }

  /* Ask for more when little is left to play. */
  askAhead() {
    if (this.end - this.position < this.speed * AHEAD) this.ask();
  }

  askAgainWhenLost() {
    if (this.pending && performance.now() - this.pending.asked > 1000 * PATIENCE) {
      this.on.status("The server does not answer; asking again …");
      this.pending = { ...this.pending, asked: performance.now() };
      this.on.request({ ...this.pending.message, again: Math.random() });
    }
  }

  play() {
    if (this.complete && this.index === this.frames.length - 1) return this.pause();
    this.playing = true;
    this.on.status("Playing");
  }

  pause() {
    this.playing = false;
    const atEnd = this.complete && this.index === this.frames.length - 1;
    this.on.status(atEnd ? this.ending : `Paused at step ${this.step.toLocaleString("en")}`);
    this.on.frame(true);
    this.askStill();
  }

  seek(position) {
    this.playing = false;
    this.moveTo(position);
    this.pause();
  }

  /* One frame on or back, as far as there are frames; at the last one the next are asked for. */
  stepBy(frames) {
    this.index = Math.max(0, Math.min(this.index + frames, this.frames.length - 1));
    this.position = this.step;
    this.pause();
    if (this.index >= this.frames.length - 2) this.ask();
  }
}
