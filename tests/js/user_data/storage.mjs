/* A browser's storage, and browsers whose storage refuses. */

export function storage(most = Infinity) {
  const kept = new Map();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      if (text.length > most) throw new Error("QuotaExceededError");
      kept.set(name, text);
    },
    removeItem: (name) => kept.delete(name),
  };
}

const refuse = () => {
  throw new Error("refused");
};
export const refusing = {
  get length() {
    return refuse();
  },
  key: refuse,
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
};
