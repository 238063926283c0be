import assert from "node:assert/strict";
import { test } from "node:test";

import { refusing, storage } from "../user_data/storage.mjs";

const FIELDS = {
  data: { default: "moons", local_while: {} },
  own_data: {
    default: "",
    local_while: { data: "your own" },
    page: "xor",
    tasks: ["classification"],
    n_features: [2],
  },
};
const PLANE = "classification,a,b,kind\n1,2,0";
const TABLE = {
  text: PLANE,
  source: "",
  choice: { features: "", target: "", decimal: "", swap: false, meaning: "" },
  at: 1,
};

/* The modules as a page has them that was just opened, in a browser whose storage is `storage`. */
async function opened(storage) {
  globalThis.window = /** @type {any} */ ({ localStorage: storage });
  const kept = await import("../../../assets/js/user_data/kept_tables.mjs");
  return { ...kept, ...(await import(`../../../assets/js/settings/local_values.mjs?${Math.random()}`)) };
}

test("a table that was kept is there when the page is opened again", async () => {
  const place = storage();
  (await opened(place)).keepTable("clouds", TABLE);
  assert.equal((await opened(place)).localValue(FIELDS.own_data), PLANE);
});

test("what another tab keeps does not change a page before it reads again", async () => {
  const { keepTable, localValue, readAgain } = await opened(storage());
  assert.equal(localValue(FIELDS.own_data), "");
  keepTable("clouds", TABLE);
  assert.equal(localValue(FIELDS.own_data), "");
  readAgain();
  assert.equal(localValue(FIELDS.own_data), PLANE);
});

test("a kept table acts while the other fields say so, and else it is the default", async () => {
  const { keepTable, withLocalValues } = await opened(storage());
  keepTable("clouds", TABLE);
  assert.deepEqual(withLocalValues(FIELDS, { data: "your own", own_data: "" }), { data: "your own", own_data: PLANE });
  assert.deepEqual(withLocalValues(FIELDS, { data: "moons", own_data: PLANE }), { data: "moons", own_data: "" });
});

test("a browser that keeps nothing has nothing", async () => {
  assert.equal((await opened(refusing)).localValue(FIELDS.own_data), "");
});
