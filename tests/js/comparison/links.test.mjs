import assert from "node:assert/strict";
import { test } from "node:test";

import { comparisonInLink } from "../../../assets/js/comparison/links.mjs";
import { compare, runOf, USUAL } from "./runs_beside.mjs";

test("a link says a compared run by its differences, its step, and its later changes", () => {
  compare(runOf({}, 5), [runOf({ learning_rate: "0.1" }, 300), runOf({}, 40, [[20, "batch_size", "1"]])]);
  assert.equal(comparisonInLink(USUAL), "learning_rate~0.1~@300,@40~20~batch_size~1");
});

test("separators inside a value are written as in an address", () => {
  compare(runOf({}, 5), [runOf({ data: "a~b,c@d%e" }, 3)]);
  assert.equal(comparisonInLink(USUAL), "data~a%7Eb%2Cc%40d%25e~@3");
});

test("no link says a run on rows that this browser does not keep", () => {
  compare(runOf({}, 5), [runOf({ data: "your own", own_data: "1,2,0" }, 3), runOf({}, 7)]);
  assert.equal(comparisonInLink(USUAL), "@7");
});
