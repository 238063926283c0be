/* What the text in the dialog means: the server is asked, with what has been chosen; an answer to an earlier text is
   dropped. */

import { onServer } from "../addresses.mjs";
import { message } from "../messages.mjs";
import { MOST_BYTES } from "./file_chooser.mjs";
import { NO_CHOICE } from "./kept_tables.mjs";
import { NOTHING } from "./understood.mjs";

/** @typedef {import("./kept_tables.mjs").Choice} Choice */
/** @typedef {import("./understood.mjs").Understood} Understood */

/** @param {string} text */
const firstLine = (text) => text.split("\n", 1)[0];

export class Reading {
  /** What has been chosen for the text. @type {Choice} */
  choice = { ...NO_CHOICE };
  #head = ""; // the first row when it was
  #question = 0;

  /**
   * @param {(answer: Understood) => void} show
   * @param {(problem: string) => void} fail  is told why nothing can be said about a text
   */
  constructor(show, fail) {
    this.show = show;
    this.fail = fail;
  }

  /**
   * Another text, for which something may have been chosen already.
   * @param {string} text
   * @param {Partial<Choice>} [choice]
   */
  begin(text, choice = {}) {
    this.drop();
    this.choice = { ...NO_CHOICE, ...choice };
    this.#head = firstLine(text);
  }

  /**
   * Whether a text has other columns than the last one, so that nothing is chosen for it.
   * @param {string} text
   */
  isOther(text) {
    return firstLine(text) !== this.#head;
  }

  /** What is still asked about an earlier text has no answer any more. */
  drop() {
    this.#question += 1;
    this.show(NOTHING);
  }

  /**
   * @param {string} text
   * @param {string} page  that is to use it
   */
  async ask(text, page) {
    if (this.isOther(text)) this.begin(text);
    this.#question += 1;
    const question = this.#question;
    if (!text.trim()) return this.show(NOTHING);
    if (new TextEncoder().encode(text).length > MOST_BYTES) return this.#failed(message("own-data.too-long"));
    try {
      const answer = await answerTo(text, page, this.choice);
      if (question === this.#question) this.show(answer);
    } catch {
      if (question === this.#question) this.#failed(message("own-data.no-answer"));
    }
  }

  /** @param {string} problem */
  #failed(problem) {
    this.show(NOTHING);
    this.fail(problem);
  }
}

/**
 * @param {string} text
 * @param {string} page
 * @param {Choice} choice
 * @returns {Promise<Understood>}
 */
async function answerTo(text, page, { swap, ...choice }) {
  const headers = { "Content-Type": "text/csv; charset=utf-8" };
  const said = { ...choice, swap: swap ? "1" : "", page, lang: document.documentElement.lang };
  const address = `${onServer("own-data")}?${new URLSearchParams(said)}`;
  const response = await fetch(address, { method: "POST", headers, body: text });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
