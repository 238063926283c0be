/* Arrays as the server sends them (nnviz/web/serialization.py): little-endian bytes in base64, texts as a list. */

const TYPES = { f8: Float64Array, f4: Float32Array, i4: Int32Array, u1: Uint8Array };

/** An array of numbers in row-major order; its shape is that of one row of numbers unless it is given. */
export function numbers(values, { shape = [values.length], dtype = "f8" } = {}) {
  return { dtype, shape, data: Buffer.from(TYPES[dtype].from(values).buffer).toString("base64") };
}

/** Texts in row-major order. */
export function texts(values, shape = [values.length]) {
  return { dtype: "text", shape, data: values };
}

/** An array of which only the steps `at` are known. */
export function keyframes(at, values, shape) {
  return { ...numbers(values, { shape }), at };
}

/** Points of a series between its frames, which lie at the steps `at`. */
export function points(at, values) {
  const after = at.map((step, i) => step - (at[i - 1] ?? 0));
  return { ...numbers(values), after: numbers(after, { dtype: "i4" }) };
}
