/* Values that this browser has and no link says: the rows of one's own tables. A field declares while which values of others
   its own acts; at any other time its value is the default, so that whoever looks at the same link shares one computation. */

import { shownOn, table } from "../user_data/kept_tables.mjs";

/** @typedef {import("../session.mjs").Field} Field */
/** @typedef {import("../session.mjs").Values} Values */

/** @param {Field} field */
export function isLocal(field) {
  return Object.keys(field.local_while).length > 0;
}

/** The texts once they were read, by page: what another tab keeps does not change this one. @type {Map<string, string>} */
const texts = new Map();

/**
 * What this browser has for a field; nothing is the empty text.
 * @param {Field} field
 */
export function localValue(field) {
  if (field.linked) return field.linked;
  const page = field.page ?? "";
  const known = texts.get(page);
  if (known !== undefined) return known;
  const text = table(shownOn(field))?.text ?? "";
  texts.set(page, text);
  return text;
}

/** Read again what this browser has: a table has been kept or forgotten here. */
export function readAgain() {
  texts.clear();
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
    now[name] = (acts && localValue(field)) || field.default;
  }
  return now;
}
