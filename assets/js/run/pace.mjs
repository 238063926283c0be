/* How fast a run is played: as fast as wanted, or evenly at the rate at which the server makes its steps, where it is slow
   or full speed is wanted: what an answer brings would else be one picture. */

const SHORTEST = 0.03; // seconds in which the steps of an answer are played at full speed
const STARVED = 500; // ms without steps to play after which the server counts as slow

export class Pace {
  isSlow = false;
  #rate = Infinity; // steps a second that the server makes
  #even = Number.MAX_VALUE; // the same with those that were left: none is left when the next ones come
  #asked = 0;
  #emptySince = Infinity;

  asked() {
    this.#asked = performance.now();
  }

  /**
   * @param {number} steps  that have come with an answer
   * @param {number} [left]  steps that were still to be played
   */
  received(steps, left = 0) {
    const seconds = (performance.now() - this.#asked) / 1000;
    if (steps <= 0) return;
    this.#rate = steps / Math.max(seconds, 0.001);
    this.#even = (steps + left) / Math.max(seconds, SHORTEST);
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
