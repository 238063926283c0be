/* The two questions of a page to the server: for the next chunk of a run, for what is drawn.

   Both are callbacks of the app that have an address of their own (nnviz/web/callbacks.py): what follows from an answer
   is put on the screen without Dash's renderer, which goes through every component of the page for each. */

import { onServer } from "./addresses.mjs";
import { connection } from "./connection.mjs";
import { message } from "./messages.mjs";
import { patiently } from "./patience.mjs";
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

/** How long the last answers took, in ms. */
const took = { drawing: 0, training: 0 };

/** A server of another version than this page, whose question it does not understand. */
const isOther = (/** @type {Response} */ answer) => {
  const version = answer.headers.get("X-Version");
  return Boolean(version) && version !== document.documentElement.dataset.version;
};

/**
 * Why the server has not done what it was asked for.
 * @param {Response} answer
 */
export async function errorOf(answer) {
  const text = isOther(answer) ? message("run.other-version") : await answer.text();
  return new ServerError(text, answer.status < 500);
}

/**
 * The answer of a callback to a question that is put once; again, where the server does not know the rows that it names.
 * @param {string} name
 * @param {object} request
 * @param {AbortSignal} signal
 */
async function ask(name, request, signal) {
  const post = async () => {
    const body = withNames(request);
    const answer = await fetch(onServer(`api/${name}`), { method: "POST", headers: HEADERS, body, signal });
    if (!answer.ok) throw await errorOf(answer);
    return answer.json();
  };
  let said = await post();
  if (said.unknown_rows) {
    forgetNames();
    said = await post();
  }
  if (said.rows) learnNames(request, said.rows);
  return said;
}

/**
 * Fails when the server does not say that it is well; its answer is read, which leaves the connection to others.
 * @param {AbortSignal} signal
 */
async function call(signal) {
  const answer = await fetch(onServer("healthz"), { cache: "no-store", signal });
  if (!answer.ok) throw await errorOf(answer);
  await answer.text();
}

/**
 * The answer of a callback, however often it has to be asked. Fails when the server refuses, and when the answer is not
 * wanted any more.
 * @param {"drawing" | "training"} name
 * @param {object} request
 * @param {() => boolean} [isWanted]
 */
export async function askServer(name, request, isWanted = () => true) {
  const asked = performance.now();
  const said = await patiently({
    ask: (signal) => ask(name, request, signal),
    call,
    isFinal: (error) => error instanceof ServerError && error.isRefusal,
    isWanted,
    usual: took[name],
    silent: connection.silent,
  });
  took[name] = performance.now() - asked;
  connection.answered();
  return said;
}
