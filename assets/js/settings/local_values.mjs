/* Values that this browser has and no link says. A field declares while which values of others its own acts; at any other
   time its value is the default, so that whoever looks at the same link shares one computation. */

/** @typedef {import("../session.mjs").Field} Field */
/** @typedef {import("../session.mjs").Values} Values */

/** @type {Values} */
const values = {}; // read from the storage once: another tab does not change this one

/** @param {string} name */
const place = (name) => `nnviz:${name}`;

/** @param {Field} field */
export function isLocal(field) {
  return Object.keys(field.local_while).length > 0;
}

/**
 * What this browser has for a field; nothing is the empty text.
 * @param {string} name
 */
export function localValue(name) {
  if (!(name in values)) {
    try {
      values[name] = window.localStorage.getItem(place(name)) || "";
    } catch {
      values[name] = ""; // a browser that lets pages keep nothing
    }
  }
  return values[name];
}

/**
 * Keep a value, or nothing when it is empty; true when it will be there the next time.
 * @param {string} name
 * @param {string} value
 */
export function keepLocally(name, value) {
  values[name] = value;
  try {
    if (value) window.localStorage.setItem(place(name), value);
    else window.localStorage.removeItem(place(name));
    return true;
  } catch {
    return false;
  }
}

/**
 * What fields say when those of this browser alone say what it has, where that acts.
 * @param {Record<string, Field>} fields
 * @param {Values} said
 * @returns {Values}
 */
export function withLocalValues(fields, said) {
  const now = { ...said };
  for (const [name, field] of Object.entries(fields)) {
    if (!isLocal(field)) continue;
    const acts = Object.entries(field.local_while).every(([other, value]) => said[other] === value);
    now[name] = (acts && localValue(name)) || field.default;
  }
  return now;
}
