/* Whether the server answers: whoever asks it says here how that goes, and the page says so while it does not. */

/** @typedef {(isSilent: boolean) => void} Listener */

/** @type {Listener[]} */
const listeners = [];
let isSilent = false;

/** @param {boolean} now */
function become(now) {
  if (now === isSilent) return;
  isSilent = now;
  for (const told of listeners) told(isSilent);
}

export const connection = {
  /** The server has answered, be it with a refusal. */
  answered: () => become(false),
  /** A question got lost, or there is no answer to it for too long. */
  silent: () => become(true),
  /** @param {Listener} listener  is told when the server falls silent, and when it answers again */
  on: (listener) => listeners.push(listener),
};
