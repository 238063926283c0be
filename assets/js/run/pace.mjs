/* How fast a run is played: as fast as wanted, or evenly at the rate at which the server makes its steps, where it is slow
   or full speed is wanted: what an answer brings would else be one picture.

   After an answer that was long in coming the next question waits, the longer the more of them were, and less again after
   each that came soon. All who play give a server that is full this room: those who wait stand in a short line, it
   makes no fewer steps for it, and nobody gets many more of them than others. */

const SHORTEST = 0.03; // seconds in which the steps of an answer are played at full speed
const STARVED = 500; // ms without steps to play after which the server counts as slow
const LONG = 800; // ms for an answer from which on the next questions wait longer
const MORE = 2000; // ms that they wait longer at most: after a server that stood still they are soon there again
const NOTHING = 50; // ms that are no rest any more

export class Pace {
  isSlow = false;
  #rate = Infinity; // steps a second that the server makes
  #even = Number.MAX_VALUE; // the same with those that were left: none is left when the next ones come
  #asked = 0;
  #rest = 0; // ms from an answer to the next question, at least
  #restsUntil = -Infinity;
  #emptySince = Infinity;

  asked() {
    this.#asked = performance.now();
  }

  /**
   * @param {number} steps  that have come with an answer
   * @param {number} [left]  steps that were still to be played
   */
  received(steps, left = 0) {
    const now = performance.now();
    const took = now - this.#asked;
    this.#rest = took > LONG ? this.#rest + Math.min(took - LONG, MORE) : this.#rest * Math.max(0.5, took / LONG);
    if (this.#rest < NOTHING) this.#rest = 0;
    this.#restsUntil = now + this.#rest;
    if (steps <= 0) return;
    const seconds = (took + this.#rest) / 1000; // from one question to the next
    this.#rate = steps / Math.max(seconds, 0.001);
    this.#even = (steps + left) / Math.max(seconds, SHORTEST);
  }

  /** Whether the next question has to wait. */
  get rests() {
    return performance.now() < this.#restsUntil;
  }

  /** The steps a second to play at full speed. */
  get full() {
    return this.#even;
  }

  /**
   * The steps a second to play, and whether the server is slow, while so many steps are left to play.
   * @param {number} wanted
   * @param {number} left
   * @param {number} ahead  steps that are usually kept in advance
   */
  of(wanted, left, ahead) {
    const now = performance.now();
    if (left > 0) this.#emptySince = Infinity;
    else this.#emptySince = Math.min(this.#emptySince, now);
    if (now - this.#emptySince > STARVED) this.isSlow = true;
    if (left >= ahead / 2) this.isSlow = false;
    return this.isSlow ? Math.min(wanted, this.#rate) : wanted;
  }
}
