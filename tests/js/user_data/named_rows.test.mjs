import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { askServer } from "../../../assets/js/server.mjs";
import { forgetNames } from "../../../assets/js/user_data/named_rows.mjs";

const ROWS = "regression,x,y\n1,2\n3,4";
const NAME = "rows:0123456789abcdef0123456789abcdef";
const REQUEST = { lesson: "lab", settings: { own_data: ROWS, noise: "1" }, tags: {} };

/** A server with workers that remember rows or do not; the bodies that it was sent. */
function serve(...answers) {
  const sent = [];
  globalThis.fetch = async (_, options) => {
    sent.push(JSON.parse(String(options?.body)));
    const [status, said] = answers.shift();
    return new Response(JSON.stringify(said), { status });
  };
  return sent;
}

beforeEach(forgetNames);

test("rows are said in full once and by their name from then on", async () => {
  const sent = serve([200, { rows: { own_data: NAME } }], [200, {}]);
  await askServer("drawing", REQUEST);
  await askServer("training", { ...REQUEST, replay: { settings: { own_data: ROWS }, steps: 3 } });
  assert.equal(sent[0].settings.own_data, ROWS);
  assert.equal(sent[1].settings.own_data, NAME);
  assert.equal(sent[1].replay.settings.own_data, NAME);
  assert.equal(sent[1].settings.noise, "1");
});

test("a worker that does not remember rows is told them in full", async () => {
  const sent = serve([200, { rows: { own_data: NAME } }], [200, { unknown_rows: [NAME] }], [200, { figures: 1 }]);
  await askServer("drawing", REQUEST);
  assert.deepEqual(await askServer("drawing", REQUEST), { figures: 1 });
  assert.deepEqual(
    sent.map(({ settings }) => settings.own_data),
    [ROWS, NAME, ROWS],
  );
});

test("a name that could mean two tables is not learnt", async () => {
  const sent = serve([200, { rows: { own_data: NAME } }], [200, {}]);
  await askServer("training", { ...REQUEST, replay: { settings: { own_data: "regression,x,y\n5,6" }, steps: 3 } });
  await askServer("training", REQUEST);
  assert.equal(sent[1].settings.own_data, ROWS);
});
