/* Words that this browser keeps and no link says. A field declares while which other words its own acts; at any other
   time its word is the default, so that whoever looks at the same link shares one computation. */

const words = {}; // field -> word, read from the storage once: another tab does not change this one
const place = (name) => `nnviz:${name}`;

export function isLocal(field) {
  return Object.keys(field.kept_while).length > 0;
}

export function localValue(name) {
  if (!(name in words)) {
    try {
      words[name] = window.localStorage.getItem(place(name)) || "";
    } catch {
      words[name] = ""; // a browser that lets pages keep nothing
    }
  }
  return words[name];
}

/* Keep a word, or nothing when it is empty; true when it will be there the next time. */
export function keepLocally(name, word) {
  words[name] = word;
  try {
    if (word) window.localStorage.setItem(place(name), word);
    else window.localStorage.removeItem(place(name));
    return true;
  } catch {
    return false;
  }
}

export function withLocalValues(fields, said) {
  const now = { ...said };
  for (const [name, field] of Object.entries(fields)) {
    if (!isLocal(field)) continue;
    const acts = Object.entries(field.kept_while).every(([other, word]) => said[other] === word);
    now[name] = (acts && localValue(name)) || field.default;
  }
  return now;
}
