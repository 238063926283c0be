/* How fast a run is played: as fast as wanted, or evenly at the rate at which the server makes its steps, where it is slow
   or full speed is wanted: what an answer brings would else be one picture.

   After an answer that was long in coming nothing is asked for as long as it took. All who play give a server that is
   full this room, so that those who wait stand in a short line, and it makes no fewer steps for it. */

const SHORTEST = 0.03; // seconds in which the steps of an answer are played at full speed
const STARVED = 500; // ms without steps to play after which the server counts as slow
const LONG = 400; // ms for an answer after which the next question waits
const LONGEST_REST = 2000; // ms that it waits at most: after a server that stood still it is soon there again

export class Pace {
  isSlow = false;
  #rate = Infinity; // steps a second that the server makes
  #even = Number.MAX_VALUE; // the same with those that were left: none is left when the next ones come
  #asked = 0;
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
    const rest = took > LONG ? Math.min(took, LONGEST_REST) : 0;
    this.#restsUntil = now + rest;
    if (steps <= 0) return;
    const seconds = (took + rest) / 1000; // from one question to the next
    this.#rate = steps / Math.max(seconds, 0.001);
    this.#even = (steps + left) / Math.max(seconds, SHORTEST);
  }

  /** Whether the next question has to wait: the last answer was long in coming, a moment ago. */
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
