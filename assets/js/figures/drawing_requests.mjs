/* Asks for what follows from the settings alone: figures, texts, reasons. The server draws them and sends what is new.

   A slider or a handle that is dragged changes thirty times a second. Were every change asked for at once, the answers
   would queue and the figures trail behind the pointer: while one is being drawn, only the latest change waits, and what
   takes long, figures in space and formulas, is asked for when the slider rests. The server answers in time with what
   it has drawn; the rest is asked for at once. */

import { askServer } from "../server.mjs";

/** @typedef {import("../session.mjs").PageConfig} PageConfig */
/** @typedef {import("../session.mjs").Values} Values */
/** @typedef {import("./on_page.mjs").Drawn} Drawn */

/** @typedef {{ values: Values, without: string[] }} Wish */

const REST = 120; // ms without a change

export class DrawingRequests {
  #asked = 0;
  #shown = 0; // the number of the question whose answer is on the screen
  #isAsking = false;
  #resting = 0;
  /** @type {Wish | null} */
  #waiting = null;

  /**
   * @param {PageConfig} page
   * @param {(drawn: Drawn) => void} show
   */
  constructor({ lesson, language, tags, slow }, show) {
    this.lesson = lesson;
    this.language = language;
    this.tags = { ...tags };
    this.slow = slow;
    this.show = show;
  }

  /** Whether anything is still to be drawn. */
  get isBusy() {
    return this.#isAsking || this.#resting !== 0;
  }

  /**
   * Draw the page for these settings, as soon as it is their turn.
   * @param {Values} values
   */
  ask(values) {
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#rest(values), REST);
    return this.#turn({ values, without: this.slow });
  }

  /** @param {Values} values */
  #rest(values) {
    this.#resting = 0;
    return this.#turn({ values, without: [] });
  }

  /** @param {Wish} wish */
  async #turn(wish) {
    this.#waiting = wish;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#waiting) await this.#draw(this.#waiting);
    this.#isAsking = false;
  }

  /** @param {Wish} wish */
  async #draw({ values, without }) {
    this.#asked += 1;
    const number = this.#asked;
    this.#waiting = null;
    const isLatest = () => number === this.#asked && !this.#waiting;
    try {
      const { lesson, language, tags } = this;
      const request = { lesson, language, settings: values, tags, without };
      const drawn = await askServer("drawing", request, isLatest);
      if (number > this.#shown) this.#take(drawn, number);
      if (isLatest() && drawn.unfinished.length > 0)
        this.#turn({ values, without: [...new Set([...without, ...Object.keys(drawn.tags)])] });
    } catch (error) {
      if (isLatest()) console.error(error); // what is not wanted any more may get lost
    }
  }

  /**
   * @param {Drawn} drawn
   * @param {number} number
   */
  #take(drawn, number) {
    this.#shown = number;
    Object.assign(this.tags, drawn.tags);
    this.slow = [...this.slow.filter((name) => !(name in drawn.tags)), ...drawn.slow];
    this.show(drawn);
  }
}
