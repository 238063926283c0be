/* Plays a run like a video: moves through what is there, and asks the server for chunks ahead of time. */

import { message } from "../messages.mjs";
import { AHEAD, RecordedRun } from "./recorded_run.mjs";

export class Playback extends RecordedRun {
  /**
   * Let time pass.
   * @param {number} seconds
   */
  tick(seconds) {
    if (!this.playing || !this.frames.length) return;
    if (this.target > 0) return this.ask();
    if (this.moveTo(this.position + this.steps(seconds))) this.on.frame(false);
    this.askAhead();
    if (this.complete && this.position >= this.end) this.pause();
  }

  /**
   * How many steps these seconds play: as many as wanted, or as the server makes where it is slow or all are wanted.
   * @param {number} seconds
   */
  steps(seconds) {
    const left = this.end - this.position;
    if (!Number.isFinite(this.speed)) return Math.min(left, seconds * this.pace.full);
    const before = this.pace.isSlow;
    const steps = seconds * this.pace.of(this.speed, this.complete ? Infinity : left, this.speed * AHEAD);
    if (this.pace.isSlow !== before) this.on.status(message(this.pace.isSlow ? "run.slow" : "run.playing"));
    return steps;
  }

  play() {
    if (this.isAtEnd) return this.pause();
    this.playing = true;
    this.on.status(message("run.playing"));
  }

  pause() {
    this.playing = false;
    this.tellWhereItStands();
    this.on.frame(true);
    this.askStill();
  }

  /** @param {number} position */
  seek(position) {
    this.playing = false;
    this.moveTo(position);
    this.pause();
  }

  /**
   * One frame on or back, as far as there are frames; at the last one the next are asked for.
   * @param {number} frames
   */
  stepBy(frames) {
    const { index } = this;
    this.index = Math.max(0, Math.min(index + frames, this.frames.length - 1));
    this.position = this.step;
    this.pause();
    if (this.index >= this.frames.length - 2) this.ask();
  }
}
