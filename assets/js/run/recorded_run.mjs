/* A run as far as the server has told it: asks for chunks, and holds the frames and the settings as they changed, so that a
   slider may move on the way and a link can still tell the run again. playback.mjs plays it. */

import { counted, message } from "../messages.mjs";
import { chunkAt, goingOn, origin } from "./chunks.mjs";
import { Frames } from "./frames.mjs";
import { Pace } from "./pace.mjs";
import { FIRST_STEPS, MOST_STEPS, nextSteps } from "./strides.mjs";

/** @typedef {import("../session.mjs").Values} Values */
/** @typedef {import("../settings/setting_changes.mjs").SettingChange} SettingChange */
/** @typedef {import("./chunks.mjs").Answer} Answer */
/** @typedef {import("./chunks.mjs").Message} Message */
/** @typedef {import("./chunks.mjs").Question} Question */
/** @typedef {import("./chunks.mjs").Chunk} Chunk */
/** @typedef {import("./chunks.mjs").Listener} Listener */

export const AHEAD = 0.8; // seconds of frames kept in advance

export class RecordedRun {
  frames = new Frames();
  /** @type {SettingChange[]} */
  settingChanges = [];
  /** @type {Chunk[]} */
  chunks = [];
  /** The question that is not answered yet. @type {Message | null} */
  pending = null;
  run = 0; // counts how often it has begun anew
  pace = new Pace();
  playing = false;
  speed = 50;
  target = 0; // the step to go to, if it is not there yet
  position = 0;
  index = 0;
  chunkSteps = FIRST_STEPS;
  complete = false;
  ending = "";

  /**
   * @param {{ lesson: string, steps: number }} page
   * @param {Listener} on
   */
  constructor(page, on) {
    this.page = page;
    this.on = on;
  }

  /**
   * Begin anew with settings as they change, and go to a step.
   * @param {SettingChange[]} settingChanges
   * @param {number} step
   */
  begin(settingChanges, step) {
    this.frames = new Frames();
    Object.assign(this, { settingChanges, target: step, chunks: [], position: 0, index: 0 });
    this.startAsking();
    this.ask();
  }

  startAsking() {
    Object.assign(this, { complete: false, ending: "", pending: null, chunkSteps: FIRST_STEPS });
    this.run += 1;
  }

  get step() {
    return this.frames.length ? this.frames.step(this.index) : 0;
  }

  get end() {
    return this.chunks.length ? this.chunks[this.chunks.length - 1].to : 0;
  }

  get isAtEnd() {
    return this.complete && this.index === this.frames.length - 1;
  }

  /** @param {number} step */
  valuesAt(step) {
    const begun = this.settingChanges.filter((change) => change.step <= step);
    return begun[begun.length - 1].values;
  }

  /**
   * Settings that hold from the step on the screen; what was computed beyond it is void.
   * @param {Values} values
   */
  change(values) {
    const { step } = this;
    if (step === 0) return this.begin([{ step: 0, values }], 0);
    this.settingChanges = [...this.settingChanges.filter((change) => change.step < step), { step, values }];
    const chunk = chunkAt(this.chunks, step);
    this.chunks = [...this.chunks.slice(0, this.chunks.indexOf(chunk)), { ...chunk, to: step, after: null }];
    this.frames.truncate(this.index);
    Object.assign(this, { position: step, target: 0 });
    this.startAsking();
    this.ask();
  }

  ask() {
    if (this.pending || this.complete) return;
    const values = this.valuesAt(this.end);
    this.send({ settings: values, ...nextSteps(this), ...origin(this.chunks, this.end, values) });
    const isFull = !Number.isFinite(this.speed); // then the server's time is the only limit
    const most = isFull ? MOST_STEPS : Math.max(FIRST_STEPS, this.speed);
    this.chunkSteps = Math.min((isFull ? 16 : 2) * this.chunkSteps, most);
  }

  /** Ask for the keyframes at the very step on the screen, if it has none of its own. */
  askStill() {
    if (this.pending || !this.frames.lacksKeyframes(this.step)) return;
    const values = this.valuesAt(this.step);
    this.send({ settings: values, steps: 0, stride: 1, ...origin(this.chunks, this.step, values) });
  }

  /** @param {Question} question */
  send(question) {
    this.pending = { lesson: this.page.lesson, ...question };
    this.pace.asked();
    this.on.request(this.pending);
  }

  /**
   * @param {Message} question
   * @param {Answer} answer
   */
  receive(question, answer) {
    if (question !== this.pending) return; // the run has begun anew since
    this.pending = null;
    this.pace.received(answer.state.step - answer.before.step, this.end - this.position);
    if (answer.replay_left) return this.send(goingOn(question, answer));
    this.frames.append(answer.frames, answer.between);
    const wasOnItsWay = this.target > 0;
    if (question.steps > 0) this.take(answer, question.settings);
    this.on.frame(!this.playing && this.target === 0); // on the way to a step no frame stays
    if (this.playing) return this.askAhead();
    if (wasOnItsWay && this.target === 0) this.tellWhereItStands();
    if (this.end >= this.target) this.askStill();
  }

  /** Say that the run stands at its step, or how it has ended. */
  tellWhereItStands() {
    if (!this.isAtEnd) this.on.status(message("run.paused", { step: this.step.toLocaleString("en") }));
    else this.on.status(this.ending || counted("run.complete", this.page.steps));
  }

  /**
   * @param {Answer} answer
   * @param {Values} values
   */
  take({ before, state: after, complete, ending }, values) {
    const to = complete ? this.frames.step(this.frames.length - 1) : after.step;
    this.chunks.push({ from: before.step, to, before, after, values });
    Object.assign(this, { complete, ending });
    if (this.target > 0) this.moveTo(Math.min(this.target, this.end));
    const isAlone = to === before.step; // the first frame took all the time of its answer
    if ((this.target > this.end || isAlone) && !complete)
      this.ask(); // a link may ask for a step that the run does not reach
    else this.target = 0;
  }

  /**
   * The server has refused a question, and would refuse it again.
   * @param {Message} question
   * @param {string} why
   */
  refused(question, why) {
    if (question !== this.pending) return;
    this.pending = null;
    this.playing = false;
    this.on.status(why);
  }

  /**
   * Move the clock; true when another frame is on the screen than before.
   * @param {number} position
   */
  moveTo(position) {
    const before = this.index;
    this.position = Math.max(0, Math.min(position, this.end));
    this.index = this.frames.indexOf(this.position);
    return this.index !== before;
  }

  /** Ask for more when little is left to play, and the server has had its rest. */
  askAhead() {
    if (this.end - this.position < this.speed * AHEAD && !this.pace.rests) this.ask();
  }
}
