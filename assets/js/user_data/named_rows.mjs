/* One's own rows in requests: said in full once, and from then on by the name that the answer told (up to 200 kB less).

   Each worker of the server remembers rows for itself and for a while; one that does not says so, and they are said
   in full again (nnviz/web/named_rows.py). */

/** @type {Map<string, string>} */
const names = new Map(); // rows in full -> their name

/**
 * A request as text, rows by their names.
 * @param {object} request
 */
export function withNames(request) {
  return JSON.stringify(request, (_, value) => (typeof value === "string" ? (names.get(value) ?? value) : value));
}

/**
 * Remember what the server calls the rows of a request, where it is clear which it means.
 * @param {object} request
 * @param {Record<string, string>} told  field -> name
 */
export function learnNames(request, told) {
  for (const [field, name] of Object.entries(told)) {
    const said = new Set();
    JSON.stringify(request, (key, value) => {
      if (key === field && value && !names.has(value)) said.add(value);
      return value;
    });
    if (said.size === 1) names.set([...said][0], name);
  }
}

/** Say all rows in full again. */
export function forgetNames() {
  names.clear();
}
