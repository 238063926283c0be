/* What the interface says, in the language of the page: the server's catalogue, which stands in the document. */

/** @type {Record<string, string> | null} */
let texts = null;

/**
 * Say from now on what a catalogue says.
 * @param {Record<string, string>} catalogue
 */
export function speak(catalogue) {
  texts = catalogue;
}

/**
 * The string of a key, with what is given put in its braces.
 * @param {string} key
 * @param {Record<string, string | number>} [given]
 */
export function message(key, given = {}) {
  texts ??= /** @type {Record<string, string>} */ (
    JSON.parse(document.getElementById("messages")?.textContent || "{}")
  );
  if (!(key in texts)) throw new Error(`no message ${key}`);
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => String(given[name]));
}

/**
 * The string for so many things, `<key>-one` or `<key>-many`, with their number as {n}.
 * @param {string} key
 * @param {number} n
 * @param {Record<string, string | number>} [given]
 */
export const counted = (key, n, given = {}) =>
  message(`${key}-${n === 1 ? "one" : "many"}`, { n: n.toLocaleString("en"), ...given });
