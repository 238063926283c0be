/* Puts what the server has drawn on the screen: figures, texts, the reasons for greyed controls, marks of sliders.

   A figure goes straight to Plotly, since Dash's renderer would go through the whole page for each. Each animation frame
   draws one figure, first of those that are looked at, so that none is held up by all; while one waits for its turn a
   later drawing of it takes its place. */

import { setProps } from "../dash.mjs";
import { byId } from "../dom.mjs";
import { isSpace, plotIn, withFrameNow } from "./plots.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("../session.mjs").Field} Field */
/** @typedef {{ label: string, along: string }} SliderMark */
/**
 * @typedef {object} Drawn  What the server has drawn.
 * @property {Record<string, FigureJson>} figures
 * @property {Record<string, string>} texts
 * @property {Record<string, string>} disabled_reasons  why a field does nothing just now
 * @property {Record<string, SliderMark>} slider_marks
 * @property {Record<string, string>} tags
 * @property {string[]} slow  of these figures and texts, those that take the browser long
 * @property {string[]} unfinished  the figures and texts that the server has not had the time to draw
 */

const NOTICE = "-notice";

const nextFrame = () => new Promise((done) => window.requestAnimationFrame(done));

/** @param {Plot} plot */
function isLookedAt(plot) {
  const { top, bottom } = plot.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

export class FiguresOnPage {
  /** @type {Map<string, FigureJson>} */
  #waiting = new Map();
  #isWorking = false;

  /** @param {{ lesson: string, fields: Record<string, Field> }} page */
  constructor({ lesson, fields }) {
    this.lesson = lesson;
    this.fields = fields;
  }

  get isOnScreen() {
    return document.getElementById(`${this.lesson}--page`) !== null;
  }

  /** Whether something is still to be put on the screen. */
  get isBusy() {
    return this.isOnScreen && (this.#waiting.size > 0 || this.#isWorking);
  }

  /** @param {Drawn} drawn */
  show({ figures, texts, disabled_reasons, slider_marks }) {
    if (!this.isOnScreen) return;
    this.put(figures);
    for (const [name, text] of Object.entries(texts)) this.#write(name, text);
    for (const name of Object.keys(this.fields)) {
      this.#showMark(name, slider_marks[name]);
      this.#showReason(name, disabled_reasons[name] || "");
    }
  }

  /**
   * A text of the page: the notice is in a component of Dash's, which is not there without one, the others are HTML.
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    if (name === NOTICE) setProps(`${this.lesson}-${name}`, { children: text });
    else byId(`${this.lesson}-${name}`).innerHTML = text;
  }

  /**
   * Draw figures, by their names, when it is their turn.
   * @param {Record<string, FigureJson>} figures
   */
  async put(figures) {
    for (const [name, figure] of Object.entries(figures)) this.#waiting.set(name, figure);
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (this.isOnScreen && this.#waiting.size > 0) {
        await nextFrame();
        const next = this.isOnScreen && this.#next();
        if (next) await this.#draw(next);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  /** The next figure of those whose place is ready: flat before in space, on the screen before others. */
  #next() {
    const ready = [...this.#waiting].flatMap(([name, figure]) => {
      const plot = plotIn(`${this.lesson}-${name}`);
      if (!plot) return [];
      return [{ name, figure, plot, rank: (isLookedAt(plot) ? 0 : 1) + (isSpace(figure.data) ? 2 : 0) }];
    });
    return ready.sort((a, b) => a.rank - b.rank)[0];
  }

  /** @param {{ name: string, figure: FigureJson, plot: Plot }} next */
  #draw({ name, figure: { data, layout }, plot }) {
    this.#waiting.delete(name);
    return window.Plotly.react(plot, withFrameNow(data), { ...layout, autosize: true }, plot.config);
  }

  /**
   * Why a control does nothing just now, and the control greyed; no reason, and it is as ever.
   * @param {string} name
   * @param {string} reason
   */
  #showReason(name, reason) {
    const note = byId(`${this.lesson}-${name}-why`);
    if (note.textContent === reason) return;
    note.textContent = reason;
    setProps(`${this.lesson}-${name}`, { disabled: reason !== "" });
  }

  /**
   * The line under a slider at a value that follows from the settings.
   * @param {string} name
   * @param {SliderMark | undefined} limit
   */
  #showMark(name, limit) {
    const place = document.getElementById(`${this.lesson}-${name}-limit`);
    if (!place) return;
    place.textContent = limit ? limit.label : "";
    if (limit) place.style.setProperty("--along", limit.along);
  }
}
