/* What follows from the settings alone: figures, texts, reasons. The server draws them and sends only what is new.

   A slider or a handle that is dragged changes thirty times a second. Were every change asked for at once, the answers
   would queue and the picture trail behind the pointer: while one is being drawn, only the latest change waits. */
(function () {
  "use strict";

  const PATIENCE = 3000; // ms without an answer before the next change goes all the same

  const patience = () => new Promise((done) => setTimeout(done, PATIENCE));

  class Drawing {
    /* Gives what is drawn for a page to its `pictures`, beginning with the tags of what they show already. */
    constructor({ lesson, tags }, pictures) {
      Object.assign(this, { lesson, pictures, tags: { ...tags }, asked: 0, shown: 0, waiting: null, isBusy: false });
    }

    /* Draw the page for these settings, as soon as it is their turn. */
    async ask(words) {
      this.waiting = words;
      if (this.isBusy) return;
      this.isBusy = true;
      while (this.waiting) await Promise.race([this.draw(), patience()]);
      this.isBusy = false;
    }

    async draw() {
      const words = this.waiting;
      const turn = (this.asked += 1);
      this.waiting = null;
      try {
        const drawn = await window.nnviz.ask("drawing", { lesson: this.lesson, settings: words, tags: this.tags });
        if (turn > this.shown) this.take(drawn, turn);
      } catch (error) {
        await this.again(words, error);
      }
    }

    take(drawn, turn) {
      this.shown = turn;
      this.tags = drawn.tags;
      this.pictures.show(drawn);
    }

    /* A server that could not be reached is asked again; one that refuses would refuse again. */
    async again(words, error) {
      if (!(error instanceof TypeError)) throw error;
      await patience();
      this.waiting = this.waiting || words;
    }
  }

  window.nnviz = Object.assign(window.nnviz || {}, { Drawing });
})();
