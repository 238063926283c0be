/* The frames of a run as the browser keeps them: named arrays, appended stretch by stretch.

   A series has one number per recorded step and grows in place, so that a trace shows a view of it without copying.
   Rows have an array of numbers or texts per recorded step. Keyframes are arrays known at some steps only. */

const TYPES = { f8: Float64Array, f4: Float32Array, i4: Int32Array, u1: Uint8Array };

function decode(wire) {
  if (wire.dtype === "text") return wire.data;
  const text = atob(wire.data);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new TYPES[wire.dtype](bytes.buffer);
}

class Series {
  constructor() {
    this.values = new Float64Array(1024);
    this.length = 0;
  }
  append(values) {
    if (this.length + values.length > this.values.length) {
      const larger = new Float64Array(2 * (this.length + values.length));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    this.values.set(values, this.length);
    this.length += values.length;
  }
  truncate(length) {
    this.length = Math.min(this.length, length);
  }
  upTo(index) {
    return this.values.slice(0, index + 1);
  }
  at(index) {
    return [this.values[index]];
  }
  copy() {
    return Object.assign(new Series(), { values: this.values.slice(0, this.length), length: this.length });
  }
}

/* A part of a list of texts, or a view of a part of an array. */
function part(values, from, to) {
  return Array.isArray(values) ? values.slice(from, to) : values.subarray(from, to);
}

/* A view of one array as Plotly wants it: a row as it is, a matrix as an array of rows. */
function shaped(values, shape) {
  if (shape.length < 2) return values;
  const [rows, columns] = shape;
  return Array.from({ length: rows }, (_, i) => part(values, i * columns, (i + 1) * columns));
}

function split(values, shape) {
  const size = shape.slice(1).reduce((a, b) => a * b, 1);
  return Array.from({ length: shape[0] }, (_, i) =>
    shaped(part(values, i * size, (i + 1) * size), shape.slice(1))
  );
}

class Rows {
  constructor() {
    this.rows = [];
  }
  append(values, shape) {
    for (const row of split(values, shape)) this.rows.push(row);
  }
  truncate(length) {
    this.rows.length = Math.min(this.rows.length, length);
  }
  at(index) {
    return this.rows[index];
  }
  copy() {
    return Object.assign(new Rows(), { rows: [...this.rows] });
  }
}

class Keyframes {
  constructor() {
    this.steps = [];
    this.rows = [];
  }
  append(values, shape, steps) {
    split(values, shape).forEach((row, i) => {
      const place = this.place(steps[i]);
      const known = place > 0 && this.steps[place - 1] === steps[i];
      this.steps.splice(known ? place - 1 : place, known ? 1 : 0, steps[i]);
      this.rows.splice(known ? place - 1 : place, known ? 1 : 0, row);
    });
  }
  truncate(_, step) {
    const length = this.place(step);
    this.steps.length = this.rows.length = length;
  }
  /* How many keyframes lie at or before a step. */
  place(step) {
    let low = 0, high = this.steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps[middle] <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  atStep(step) {
    return this.rows[Math.max(0, this.place(step) - 1)];
  }
  copy() {
    return Object.assign(new Keyframes(), { steps: [...this.steps], rows: [...this.rows] });
  }
}

export class Frames {
  constructor() {
    this.columns = {};
  }
  get length() {
    return this.columns.step ? this.columns.step.length : 0;
  }
  append(wire) {
    for (const [name, array] of Object.entries(wire)) {
      const isSeries = array.shape.length === 1 && array.dtype !== "text";
      const kind = array.at ? Keyframes : isSeries ? Series : Rows;
      const column = (this.columns[name] = this.columns[name] || new kind());
      column.append(decode(array), array.shape, array.at);
    }
  }
  /* Forget everything after a frame. */
  truncate(index) {
    const step = this.step(index);
    for (const column of Object.values(this.columns)) column.truncate(index + 1, step);
  }
  /* The frames up to one of them, which nothing that happens to these changes. */
  copy(index) {
    const copy = new Frames();
    for (const [name, column] of Object.entries(this.columns)) copy.columns[name] = column.copy();
    copy.truncate(index);
    return copy;
  }
  /* Whether an array has one number for each recorded step. */
  isSeries(name) {
    return this.columns[name] instanceof Series;
  }
  /* How many entries each array has at a frame, of those that have several. */
  widths() {
    const rows = Object.entries(this.columns).filter(([, column]) => column instanceof Rows && column.rows.length);
    return Object.fromEntries(rows.map(([name, column]) => [name, column.rows[0].length]));
  }
  /* A name is an array's, or `array/place` for one entry of what the array has at a frame. */
  has(name) {
    return name.split("/")[0] in this.columns;
  }
  step(index) {
    return this.columns.step.values[index];
  }
  /* The last frame whose step is not beyond the given one. */
  indexOf(step) {
    let low = 0, high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.step(middle) <= step) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  /* Whether there are keyframes, but none at this very step. */
  lacksKeyframes(step) {
    const columns = Object.values(this.columns).filter((column) => column instanceof Keyframes);
    return columns.some((column) => column.steps[column.place(step) - 1] !== step);
  }
  upTo(name, index) {
    return this.columns[name].upTo(index);
  }
  now(name, index) {
    const [array, place] = name.split("/");
    const column = this.columns[array];
    const value = column instanceof Keyframes ? column.atStep(this.step(index)) : column.at(index);
    if (place === undefined) return value;
    return typeof value[place] === "number" ? [value[place]] : value[place];
  }
}
