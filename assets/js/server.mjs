/* The two questions of a page to the server: for the next chunk of a run, for what is drawn.

   Both are callbacks of the app that have an address of their own (nnviz/web/callbacks.py): what follows from an answer
   is put on the screen without Dash's renderer, which goes through every component of the page for each. */

import { onServer } from "./addresses.mjs";
import { forgetNames, learnNames, withNames } from "./user_data/named_rows.mjs";

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
 * @param {string} name
 * @param {string} body
 */
const post = (name, body) => fetch(onServer(`api/${name}`), { method: "POST", headers: HEADERS, body });

const UNKNOWN_ROWS = 409;

/**
 * The answer of a callback.
 * @param {"drawing" | "training"} name
 * @param {object} request
 */
export async function askServer(name, request) {
  let answer = await post(name, withNames(request));
  if (answer.status === UNKNOWN_ROWS) {
    forgetNames();
    answer = await post(name, withNames(request));
  }
  if (!answer.ok) throw new ServerError(await answer.text(), answer.status < 500);
  const said = await answer.json();
  if (said.rows) learnNames(request, said.rows);
  return said;
}
