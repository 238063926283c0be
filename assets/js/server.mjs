/* Asks the callbacks of the server that answer the page's own questions: for the next stretch of a run, for pictures.

   Dash would ask them itself when an input changes, but its renderer goes through every component of the page several
   times for each question and each answer: 100 ms between a slider and its first painting, and none of it is needed. */

const ADDRESS = "/_dash-update-component";
const HEADERS = { "Content-Type": "application/json" };

const data = (id) => ({ id, property: "data" });

function question(name, value) {
  const [asks, answers] = [data(`${name}-request`), data(`${name}-response`)];
  const names = { output: `${answers.id}.data`, changedPropIds: [`${asks.id}.data`] };
  return JSON.stringify({ ...names, outputs: answers, inputs: [{ ...asks, value }] });
}

/* The answer of the callback from `<name>-request` to `<name>-response`.

   Throws an error when the server cannot be reached; one with its words and `isRefusal` when it would refuse again. */
export async function askServer(name, value) {
  const answer = await fetch(ADDRESS, { method: "POST", headers: HEADERS, body: question(name, value) });
  if (!answer.ok) throw Object.assign(new Error(await answer.text()), { isRefusal: answer.status < 500 });
  return (await answer.json()).response[`${name}-response`].data;
}
