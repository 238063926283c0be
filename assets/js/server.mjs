/* The two questions of a page to the server: for the next chunk of a run, for what is drawn.

   They are callbacks of the app that Dash would ask itself when an input changes, but its renderer goes through every
   component of the page several times for each question and each answer: 100 ms between a slider and its first painting,
   and none of it is needed. */

const ADDRESS = "/_dash-update-component";
const HEADERS = { "Content-Type": "application/json" };

/** @param {string} id */
const data = (id) => ({ id, property: "data" });

/**
 * @param {string} name
 * @param {object} value
 */
function question(name, value) {
  const [asks, answers] = [data(`${name}-request`), data(`${name}-response`)];
  const names = { output: `${answers.id}.data`, changedPropIds: [`${asks.id}.data`] };
  return JSON.stringify({ ...names, outputs: answers, inputs: [{ ...asks, value }] });
}

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
 * The answer of the callback from `<name>-request` to `<name>-response`.
 * @param {"drawing" | "training"} name
 * @param {object} value
 */
export async function askServer(name, value) {
  const answer = await fetch(ADDRESS, { method: "POST", headers: HEADERS, body: question(name, value) });
  if (!answer.ok) throw new ServerError(await answer.text(), answer.status < 500);
  return (await answer.json()).response[`${name}-response`].data;
}
