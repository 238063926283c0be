/* The frames of a run as the browser keeps them: named arrays, appended chunk by chunk. */

import { decode, Keyframes, Rows, Series } from "./arrays.mjs";
import { Curve, pointsOf } from "./curves.mjs";

/** @typedef {import("./arrays.mjs").Row} Row */
/** @typedef {import("./arrays.mjs").WireArray} WireArray */
/** @typedef {import("./curves.mjs").WirePoints} WirePoints */

export class Frames {
  /** @type {Record<string, Series | Rows | Keyframes>} */
  columns = {};
  /** The series of which points between the frames are known. @type {Record<string, Curve>} */
  curves = {};

  get #steps() {
    return /** @type {Series} */ (this.columns.step);
  }

  get length() {
    return this.columns.step ? this.#steps.length : 0;
  }

  /**
   * @param {Record<string, WireArray>} wire
   * @param {Record<string, WirePoints>} [between]
   */
  append(wire, between = {}) {
    const { length } = this;
    for (const name of Object.keys(between)) this.curves[name] ||= this.#curveUpTo(name, length);
    for (const [name, array] of Object.entries(wire)) {
      const isSeries = array.shape.length === 1 && array.dtype !== "text";
      const Kind = array.at ? Keyframes : isSeries ? Series : Rows;
      this.columns[name] ||= new Kind();
      this.columns[name].append(decode(array), array.shape, array.at);
    }
    for (const [name, curve] of Object.entries(this.curves)) {
      const steps = this.#steps.values.subarray(length, this.length);
      const points = between[name] && pointsOf(between[name]);
      curve.append(steps, this.#series(name).values.subarray(length, this.length), points);
    }
  }

  /** @param {string} name */
  #series(name) {
    return /** @type {Series} */ (this.columns[name]);
  }

  /**
   * @param {string} name
   * @param {number} length
   */
  #curveUpTo(name, length) {
    const curve = new Curve();
    if (length) curve.append(this.#steps.upTo(length - 1), this.#series(name).upTo(length - 1));
    return curve;
  }

  /**
   * Forget everything after a frame.
   * @param {number} index
   */
  truncate(index) {
    const step = this.step(index);
    for (const column of Object.values(this.columns)) column.truncate(index + 1, step);
    for (const curve of Object.values(this.curves)) curve.truncate(index + 1);
  }

  /**
   * The frames up to one of them, which nothing that happens to these changes.
   * @param {number} index
   */
  copy(index) {
    const copy = new Frames();
    for (const [name, column] of Object.entries(this.columns)) copy.columns[name] = column.copy();
    for (const [name, curve] of Object.entries(this.curves)) copy.curves[name] = curve.copy();
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
    return this.#series(name).upTo(index);
  }

  /**
   * What a growing trace shows beside its frames, if it is thinned: a line of y over x, which grows with every step.
   * @param {Record<string, string>} grow
   * @returns {Curve | undefined}
   */
  curveOf(grow) {
    const isLine = Object.keys(grow).length === 2 && this.has(grow.x);
    return isLine ? this.curves[grow.y] : undefined;
  }

  /**
   * The arrays of a growing trace up to a frame, by its attributes, and the points between the frames.
   * @param {Record<string, string>} grow
   * @param {number} index
   * @returns {Record<string, Float64Array>}
   */
  grown(grow, index) {
    const curve = this.curveOf(grow);
    const known = Object.entries(grow).filter(([, array]) => this.has(array));
    if (!curve) return Object.fromEntries(known.map(([attribute, array]) => [attribute, this.upTo(array, index)]));
    const { steps, values } = curve.upTo(index);
    return { x: grow.x === "step" ? steps : curve.along(this.#series(grow.x), index), y: values };
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
