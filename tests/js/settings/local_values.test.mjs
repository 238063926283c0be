import assert from "node:assert/strict";
import { test } from "node:test";

const MODULE = "../../../assets/js/settings/local_values.mjs";
const FIELDS = {
  data: { default: "moons", local_while: {} },
  own_data: { default: "", local_while: { data: "your own" } },
};

/* The module as a page has it that was just opened, in a browser whose storage is `storage`. */
async function opened(storage) {
  globalThis.window = /** @type {any} */ ({ localStorage: storage });
  return import(`${MODULE}?${Math.random()}`);
}

function storage() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => kept.set(name, text),
    removeItem: (name) => kept.delete(name),
    kept,
  };
}

const refusing = {
  getItem: () => assert.fail("refused"),
  setItem: () => assert.fail("refused"),
  removeItem: () => assert.fail("refused"),
};

test("a value that was kept is there when the page is opened again", async () => {
  const place = storage();
  assert.equal((await opened(place)).keepLocally("own_data", "1,2,0"), true);
  assert.equal((await opened(place)).localValue("own_data"), "1,2,0");
});

test("an empty value leaves nothing behind", async () => {
  const place = storage();
  const { keepLocally } = await opened(place);
  keepLocally("own_data", "1,2,0");
  keepLocally("own_data", "");
  assert.equal(place.kept.size, 0);
});

test("a kept value acts while the other fields say so, and else it is the default", async () => {
  const { keepLocally, withLocalValues } = await opened(storage());
  keepLocally("own_data", "1,2,0");
  assert.deepEqual(withLocalValues(FIELDS, { data: "your own", own_data: "" }), {
    data: "your own",
    own_data: "1,2,0",
  });
  assert.deepEqual(withLocalValues(FIELDS, { data: "moons", own_data: "1,2,0" }), { data: "moons", own_data: "" });
});

test("a browser that keeps nothing has the value as long as the page", async () => {
  const { keepLocally, localValue } = await opened(refusing);
  assert.equal(localValue("own_data"), "");
  assert.equal(keepLocally("own_data", "1,2,0"), false);
  assert.equal(localValue("own_data"), "1,2,0");
});
