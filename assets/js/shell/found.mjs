/* What is found in the index for what has been typed: every word of it begins a word of the entry, or stands in its title. */

/**
 * @typedef {object} Entry  A line of the index (nnviz/web/search.py).
 * @property {"lesson" | "term" | "preset"} kind
 * @property {string} title
 * @property {string} detail  where it belongs, or what it means
 * @property {string} words  other words for it
 * @property {string} path  of its page, below the prefix, with query and place
 */

const MOST = 30;
const KINDS = ["lesson", "term", "preset"];

/** Small letters without accents, so that "epoche" finds "Épocha" and "Uberanpassung" finds "Überanpassung". @param {string} text */
export const folded = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");

/**
 * How well a word fits an entry: 0 for not at all.
 * @param {string} word
 * @param {Entry} entry
 * @returns {number}
 */
function fit(word, { title, detail, words }) {
  const [name, others, rest] = [title, words, detail].map(folded);
  if (name.startsWith(word)) return 8;
  if (begins(name, word)) return 5;
  if (begins(others, word)) return 4;
  if (name.includes(word)) return 2;
  return begins(rest, word) ? 1 : 0;
}

/** @param {string} text @param {string} word */
const begins = (text, word) => text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));

/**
 * The entries that fit, the best first; all lessons where nothing has been typed.
 * @param {string} typed
 * @param {Entry[]} entries
 * @returns {Entry[]}
 */
export function found(typed, entries) {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.filter(({ kind }) => kind === "lesson");
  const rated = entries.map((entry, place) => {
    const fits = words.map((word) => fit(word, entry));
    return { entry, place, rate: fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) };
  });
  const kind = (/** @type {{ entry: Entry }} */ { entry }) => KINDS.indexOf(entry.kind);
  const fitting = rated.filter(({ rate }) => rate > 0);
  fitting.sort((a, b) => b.rate - a.rate || kind(a) - kind(b) || a.place - b.place);
  return fitting.slice(0, MOST).map(({ entry }) => entry);
}
