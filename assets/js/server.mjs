/* The two questions of a page to the server: for the next chunk of a run, for what is drawn.

   Both are callbacks of the app that have an address of their own (nnviz/web/callbacks.py): what follows from an answer
   is put on the screen without Dash's renderer, which goes through every component of the page for each. */

const HEADERS = { "Content-Type": "application/json" };

/** A server that cannot be reached, or refuses; what it has refused it would refuse again. */
export class ServerError extends Error {
  /**
   * @param {string} text
   * @param {boolean} isRefusal
   */
  constructor(text, isRefusal) {
    super(text);
    this.isRefusal = isRefusal;
  }
}

/**
 * The answer of a callback.
 * @param {"drawing" | "training"} name
 * @param {object} request
 */
export async function askServer(name, request) {
  const answer = await fetch(`/api/${name}`, { method: "POST", headers: HEADERS, body: JSON.stringify(request) });
  if (!answer.ok) throw new ServerError(await answer.text(), answer.status < 500);
  return answer.json();
}
