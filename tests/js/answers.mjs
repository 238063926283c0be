/* What `fetch` gives when the server has answered, without the detours that a real answer takes. */

/** @param {unknown} content */
export const answered = (content) => ({ ok: true, status: 200, json: async () => content });

/** @param {number} status */
export function refused(status) {
  return { ok: false, status, headers: new Map(), text: async () => "no" };
}

/** What a question to the server says. */
export const asked = ({ body }) => JSON.parse(body);

/** Let the server be what `answer` says: a function of the address and the options that `fetch` is given. */
export function serve(answer) {
  globalThis.fetch = /** @type {any} */ (answer);
}

/** Let everything happen that waits for nothing but its turn. */
export async function settled() {
  for (let i = 0; i < 5; i++) await new Promise((done) => setImmediate(done));
}
