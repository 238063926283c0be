import assert from "node:assert/strict";
import { test } from "node:test";

import { refusing, storage } from "./storage.mjs";

const MODULE = "../../../assets/js/user_data/kept_tables.mjs";
const LINE = "regression,speed,distance\n4,2\n7,4";
const PLANE = "classification,a,b,kind,no,yes\n1,2,0\n2,3,1";
const CHOICE = { features: "0", target: "1", decimal: ",", swap: true, meaning: "" };
const XOR = { page: "xor", tasks: ["classification"], n_features: [2] };
const SQUARES = { page: "least-squares", tasks: ["regression"], n_features: [1] };

/* The module as a page has it that was just opened, in a browser whose storage is `storage`. */
async function opened(storage) {
  globalThis.window = /** @type {any} */ ({ localStorage: storage });
  return import(`${MODULE}?${Math.random()}`);
}

const kept = (text, at = 1, source = "") => ({ text, source, choice: CHOICE, at });

test("tables are kept under their names, the one used last first, with what was chosen", async () => {
  const place = storage();
  const { keepTable } = await opened(place);
  assert.equal(keepTable("cars", kept(LINE, 1, "speed;distance")), true);
  assert.equal(keepTable("clouds", kept(PLANE, 2)), true);
  const { table, tableNames } = await opened(place);
  assert.deepEqual(tableNames(), ["clouds", "cars"]);
  assert.deepEqual(table("cars"), kept(LINE, 1, "speed;distance"));
  assert.equal(table("other"), null);
});

test("each page shows the table that was used there, or the latest that it can take", async () => {
  const place = storage();
  const { keepTable, shownOn, showOn, forgetTable } = await opened(place);
  keepTable("cars", kept(LINE, 3));
  keepTable("clouds", kept(PLANE, 2));
  keepTable("more clouds", kept(PLANE, 1));
  assert.deepEqual([shownOn(XOR), shownOn(SQUARES)], ["clouds", "cars"]);
  showOn("xor", "more clouds");
  assert.deepEqual([shownOn(XOR), shownOn(SQUARES)], ["more clouds", "cars"]);
  forgetTable("more clouds");
  forgetTable("cars");
  assert.deepEqual([shownOn(XOR), shownOn(SQUARES)], ["clouds", ""]);
});

test("of two tables of one name the later one gets a number, unless it is the same table", async () => {
  const { keepTable, freeName } = await opened(storage());
  keepTable("cars", kept(LINE));
  keepTable("cars 2", kept(LINE));
  assert.deepEqual(
    [freeName("cars", ""), freeName("cars", "cars"), freeName("bikes", "")],
    ["cars 3", "cars", "bikes"],
  );
});

test("a table of the one slot of earlier versions gets a name", async () => {
  const place = storage();
  place.setItem("nnviz:own_data", LINE);
  const { tableNames, table, shownOn } = await opened(place);
  assert.deepEqual(tableNames(), ["distance (speed)"]);
  assert.equal(table("distance (speed)").text, LINE);
  assert.equal(shownOn(SQUARES), "distance (speed)");
  assert.deepEqual([...place.kept.keys()], ["nnviz:table:distance (speed)"]);
});

test("names are made of the columns and not of the classes", async () => {
  const { nameFor } = await opened(storage());
  assert.equal(nameFor(PLANE), "kind (a, b)");
});

test("a full storage keeps what it had, and the new table is there as long as the page", async () => {
  const place = storage(200);
  const { keepTable, table, tableNames, showOn, shownOn } = await opened(place);
  keepTable("small", kept(LINE));
  const large = `${LINE}${"\n1,2".repeat(100)}`;
  assert.equal(keepTable("large", kept(large, 2)), false);
  showOn("least-squares", "large");
  assert.deepEqual([table("large").text, shownOn(SQUARES)], [large, "large"]);
  const again = await opened(place);
  assert.deepEqual([again.tableNames(), again.shownOn(SQUARES)], [["small"], "small"]);
  assert.deepEqual(tableNames(), ["large", "small"]);
});

test("a browser that keeps nothing has tables as long as the page, and can forget them", async () => {
  const { keepTable, tableNames, forgetTable, shownOn } = await opened(refusing);
  assert.deepEqual(tableNames(), []);
  assert.equal(keepTable("cars", kept(LINE)), false);
  assert.equal(shownOn(SQUARES), "cars");
  forgetTable("cars");
  assert.deepEqual(tableNames(), []);
});

test("a long source is left out, and what was chosen for it but the order of the classes", async () => {
  const { keepTable, table } = await opened(storage());
  keepTable("long", kept(LINE, 1, "x".repeat(400_000)));
  assert.deepEqual(table("long"), {
    ...kept(LINE),
    choice: { features: "", target: "", decimal: "", swap: true, meaning: "" },
  });
});

test("what another program wrote there is no table", async () => {
  const place = storage();
  place.setItem("nnviz:table:odd", "{");
  place.setItem("nnviz:table:list", "[1]");
  place.setItem("nnviz:table:null", "null");
  const { table, tableNames, shownOn } = await opened(place);
  assert.deepEqual(["odd", "list", "null"].map(table), [null, null, null]);
  assert.deepEqual([tableNames().length, shownOn(XOR)], [3, ""]);
});
