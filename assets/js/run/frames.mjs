/* The frames of a run as the browser keeps them: named arrays, appended chunk by chunk. */

import { decode, Keyframes, Rows, Series } from "./arrays.mjs";

/** @typedef {import("./arrays.mjs").Row} Row */
/** @typedef {import("./arrays.mjs").WireArray} WireArray */

export class Frames {
  /** @type {Record<string, Series | Rows | Keyframes>} */
  columns = {};

  get #steps() {
    return /** @type {Series} */ (this.columns.step);
  }

  get length() {
    return this.columns.step ? this.#steps.length : 0;
  }

  /** @param {Record<string, WireArray>} wire */
  append(wire) {
    for (const [name, array] of Object.entries(wire)) {
      const isSeries = array.shape.length === 1 && array.dtype !== "text";
      const Kind = array.at ? Keyframes : isSeries ? Series : Rows;
      this.columns[name] ||= new Kind();
      this.columns[name].append(decode(array), array.shape, array.at);
    }
  }

  /**
   * Forget everything after a frame.
   * @param {number} index
   */
  truncate(index) {
    const step = this.step(index);
    for (const column of Object.values(this.columns)) column.truncate(index + 1, step);
  }

  /**
   * The frames up to one of them, which nothing that happens to these changes.
   * @param {number} index
   */
  copy(index) {
    const copy = new Frames();
    for (const [name, column] of Object.entries(this.columns)) copy.columns[name] = column.copy();
    copy.truncate(index);
    return copy;
  }

  /**
   * Whether an array has one number for each recorded step.
   * @param {string} name
   */
  isSeries(name) {
    return this.columns[name] instanceof Series;
  }

  /** How many entries each array has at a frame, of those that have several. */
  widths() {
    /** @type {Record<string, number>} */
    const widths = {};
    for (const [name, column] of Object.entries(this.columns))
      if (column instanceof Rows && column.rows.length) widths[name] = column.rows[0].length;
    return widths;
  }

  /**
   * Whether there is an array; a name is an array's, or `array/place` for one entry of what the array has at a frame.
   * @param {string} name
   */
  has(name) {
    return name.split("/")[0] in this.columns;
  }

  /** @param {number} index */
  step(index) {
    return this.#steps.values[index];
  }

  /**
   * The last frame whose step is not beyond the given one.
   * @param {number} step
   */
  indexOf(step) {
    let [low, high] = [0, this.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.step(middle) <= step) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Whether there are keyframes, but none at this very step.
   * @param {number} step
   */
  lacksKeyframes(step) {
    const columns = Object.values(this.columns).filter((column) => column instanceof Keyframes);
    return columns.some((column) => column.steps[column.place(step) - 1] !== step);
  }

  /**
   * The numbers of a series up to a frame.
   * @param {string} name
   * @param {number} index
   */
  upTo(name, index) {
    return /** @type {Series} */ (this.columns[name]).upTo(index);
  }

  /**
   * What an array has at a frame.
   * @param {string} name
   * @param {number} index
   * @returns {any}
   */
  now(name, index) {
    const [array, place] = name.split("/");
    const column = this.columns[array];
    const value = column instanceof Keyframes ? column.atStep(this.step(index)) : column.at(index);
    if (place === undefined) return value;
    const entry = value[Number(place)];
    return typeof entry === "number" ? [entry] : entry;
  }
}
