/* Recorded arrays: a series has one number for each recorded step and grows in place, so that a trace shows a view of it
   without copying; rows have an array of numbers or texts for each; keyframes are arrays known at some steps only. */

/** @typedef {ArrayLike<any>} Row  What an array has at a frame: numbers, texts, or an array of rows. */
/** @typedef {{ dtype: string, shape: number[], data: any, at?: number[] }} WireArray  As the server sends it. */
/** @typedef {Float64Array | Float32Array | Int32Array | Uint8Array | string[]} Flat */

const TYPES = { f8: Float64Array, f4: Float32Array, i4: Int32Array, u1: Uint8Array };

/**
 * The bytes that a text says in base 64. An answer at full speed has a megabyte of them: browsers since 2025 read it themselves.
 * @param {string} text
 */
export function bytesOf(text) {
  const { fromBase64 } = /** @type {{ fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }} */ (
    /** @type {unknown} */ (Uint8Array)
  );
  if (fromBase64) return fromBase64.call(Uint8Array, text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/**
 * The entries of an array, in one row.
 * @param {WireArray} wire
 * @returns {Flat}
 */
export function decode({ dtype, data }) {
  if (dtype === "text") return data;
  return new TYPES[/** @type {keyof typeof TYPES} */ (dtype)](bytesOf(data).buffer);
}

/**
 * A part of a list of texts, or a view of a part of an array.
 * @param {Flat} values
 * @param {number} from
 * @param {number} to
 * @returns {Row}
 */
const part = (values, from, to) => (Array.isArray(values) ? values.slice(from, to) : values.subarray(from, to));

/**
 * A view of one array as Plotly wants it: a row as it is, a matrix as an array of rows.
 * @param {Row} values
 * @param {number[]} shape
 * @returns {Row}
 */
function shaped(values, shape) {
  if (shape.length < 2) return values;
  const [rows, columns] = shape;
  return Array.from({ length: rows }, (_, i) => part(/** @type {Flat} */ (values), i * columns, (i + 1) * columns));
}

/**
 * @param {Flat} values
 * @param {number[]} shape
 */
function split(values, [length, ...shape]) {
  const size = shape.reduce((a, b) => a * b, 1);
  return Array.from({ length }, (_, i) => shaped(part(values, i * size, (i + 1) * size), shape));
}

export class Series {
  values = new Float64Array(1024);
  length = 0;

  /** @param {Flat} values */
  append(values) {
    const more = /** @type {Float64Array} */ (values);
    if (this.length + more.length > this.values.length) {
      const larger = new Float64Array(2 * (this.length + more.length));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    this.values.set(more, this.length);
    this.length += more.length;
  }

  /** @param {number} length */
  truncate(length) {
    this.length = Math.min(this.length, length);
  }

  /** @param {number} index */
  upTo(index) {
    return this.values.slice(0, index + 1);
  }

  /** @param {number} index */
  at(index) {
    return [this.values[index]];
  }

  copy() {
    return Object.assign(new Series(), { values: this.values.slice(0, this.length), length: this.length });
  }
}

export class Rows {
  /** @type {Row[]} */
  rows = [];

  /**
   * @param {Flat} values
   * @param {number[]} shape
   */
  append(values, shape) {
    for (const row of split(values, shape)) this.rows.push(row);
  }

  /** @param {number} length */
  truncate(length) {
    this.rows.length = Math.min(this.rows.length, length);
  }

  /** @param {number} index */
  at(index) {
    return this.rows[index];
  }

  copy() {
    return Object.assign(new Rows(), { rows: [...this.rows] });
  }
}

export class Keyframes {
  /** @type {number[]} */
  steps = [];
  /** @type {Row[]} */
  rows = [];

  /**
   * @param {Flat} values
   * @param {number[]} shape
   * @param {number[]} [steps]
   */
  append(values, shape, steps = []) {
    split(values, shape).forEach((row, i) => {
      const place = this.place(steps[i]);
      const known = place > 0 && this.steps[place - 1] === steps[i];
      this.steps.splice(known ? place - 1 : place, known ? 1 : 0, steps[i]);
      this.rows.splice(known ? place - 1 : place, known ? 1 : 0, row);
    });
  }

  /**
   * @param {number} _
   * @param {number} step
   */
  truncate(_, step) {
    const length = this.place(step);
    this.steps.length = this.rows.length = length;
  }

  /**
   * How many keyframes lie at or before a step.
   * @param {number} step
   */
  place(step) {
    let [low, high] = [0, this.steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps[middle] <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} step */
  atStep(step) {
    return this.rows[Math.max(0, this.place(step) - 1)];
  }

  copy() {
    return Object.assign(new Keyframes(), { steps: [...this.steps], rows: [...this.rows] });
  }
}
