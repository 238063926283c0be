/* Puts what the server has drawn on the screen: figures, texts, the reasons for greyed controls, marks of sliders.

   A figure goes straight to Plotly, since Dash's renderer would go through the whole page for each. Each animation frame
   draws one figure, first of those that are looked at, so that none is held up by all; while one waits for its turn a
   later drawing of it takes its place. */

import { setProps } from "../dash.mjs";
import { byId } from "../dom.mjs";
import { asDrawn, forget, forScreen, isSmall, keep } from "./as_drawn.mjs";
import { followBar } from "./colour_bars.mjs";
import { session } from "../session.mjs";
import { followEnds } from "./end_labels.mjs";
import { isInHand } from "./in_hand.mjs";
import { withThinLeaving } from "./leaving_paths.mjs";
import { isSpace, plotIn, withFrameNow } from "./plots.mjs";
import { canDrawSpace } from "./space_traces.mjs";

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
  /** The names of figures that wait for their turn. @type {Set<string>} */
  #waiting = new Set();
  #isWorking = false;

  /** @param {{ lesson: string, figures: string[], fields: Record<string, Field> }} page */
  constructor({ lesson, figures, fields }) {
    this.lesson = lesson;
    this.names = figures;
    this.fields = fields;
    forget();
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
   * A text of the page: the notice is plain, the others are HTML.
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    const place = byId(`${this.lesson}-${name}`);
    if (name === NOTICE) place.textContent = text;
    else place.innerHTML = text;
  }

  /**
   * Draw figures, by their names, when it is their turn.
   * @param {Record<string, FigureJson>} figures
   */
  async put(figures) {
    for (const [name, figure] of Object.entries(figures)) keep(name, figure);
    await this.#redraw(Object.keys(figures));
  }

  /**
   * Draw what follows the first figure, which Dash draws, and that one again if it is to be small, or on a phone.
   * @param {Record<string, FigureJson>} later
   */
  begin(later) {
    this.put(later);
    this.#followBars();
    return this.#redraw(this.names.filter((name) => !(name in later) && (isInHand() || isSmall(name))));
  }

  /** The bars of the figures that Dash has drawn. */
  #followBars() {
    for (const name of this.names) {
      const [plot, figure] = [plotIn(`${this.lesson}-${name}`), asDrawn(name)];
      if (plot?._fullLayout && figure) followBar(plot, figure);
    }
  }

  /** The room of the figures has changed: draw those again that have been drawn, as they are small or large now. */
  refit() {
    return this.#redraw(this.names.filter((name) => plotIn(`${this.lesson}-${name}`)?.offsetParent && asDrawn(name)));
  }

  /** @param {string[]} names */
  async #redraw(names) {
    for (const name of names) this.#waiting.add(name);
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
    const ready = [...this.#waiting].flatMap((name) => {
      const plot = plotIn(`${this.lesson}-${name}`);
      const data = plot && asDrawn(name)?.data;
      if (!plot || !data || (isSpace(data) && !canDrawSpace())) return [];
      return [{ name, plot, rank: (isLookedAt(plot) ? 0 : 1) + (isSmall(name) ? 1 : 0) + (isSpace(data) ? 2 : 0) }];
    });
    return ready.sort((a, b) => a.rank - b.rank)[0];
  }

  /** @param {{ name: string, plot: Plot }} next */
  async #draw({ name, plot }) {
    this.#waiting.delete(name);
    const figure = forScreen(name);
    if (!figure) return;
    followEnds(plot, figure);
    followBar(plot, figure);
    const data = withThinLeaving(withFrameNow(figure.data), figure.layout);
    await window.Plotly.react(plot, data, figure.layout, plot.config);
    session.tell("drawn");
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
