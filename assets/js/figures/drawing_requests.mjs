/* What follows from the settings alone: figures, texts, reasons. The server draws them and sends only what is new.

   A slider or a handle that is dragged changes thirty times a second. Were every change asked for at once, the answers
   would queue and the picture trail behind the pointer: while one is being drawn, only the latest change waits, and what
   takes long, figures in space and formulas, is asked for when the slider rests. */

import { askServer } from "../server.mjs";

const PATIENCE = 3000; // ms without an answer before the next change goes all the same
const REST = 120; // ms without a change

const patience = () => new Promise((done) => setTimeout(done, PATIENCE));

export class Drawing {
  /* Gives what is drawn for a page to its `pictures`, beginning with the tags of what they show already. */
  constructor({ lesson, tags, slow }, pictures) {
    Object.assign(this, { lesson, pictures, tags: { ...tags }, slow, asked: 0, shown: 0 });
    Object.assign(this, { waiting: null, resting: null, isAsking: false });
  }

  /* Whether anything is still to be drawn. */
  get isBusy() {
    return this.isAsking || this.resting !== null;
  }

  /* Draw the page for these settings, as soon as it is their turn. */
  ask(words) {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(words), REST);
    return this.turn({ words, without: this.slow });
  }

  rest(words) {
    this.resting = null;
    return this.turn({ words, without: [] });
  }

  async turn(question) {
    this.waiting = question;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.waiting) await Promise.race([this.draw(), patience()]);
    this.isAsking = false;
  }

  async draw() {
    const { words, without } = this.waiting;
    const number = (this.asked += 1);
    this.waiting = null;
    try {
      const drawn = await askServer("drawing", { lesson: this.lesson, settings: words, tags: this.tags, without });
      if (number > this.shown) this.take(drawn, number);
    } catch (error) {
      await this.again(words, number, error);
    }
  }

  take(drawn, number) {
    this.shown = number;
    Object.assign(this.tags, drawn.tags);
    this.pictures.show(drawn);
  }

  /* A server that could not be reached is asked again, unless something else has been asked in the meantime. */
  async again(words, number, error) {
    console.error(error);
    if (error.isRefusal) return;
    await patience();
    if (number === this.asked && !this.waiting) this.turn({ words, without: [] });
  }
}
