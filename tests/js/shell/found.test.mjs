import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, found } from "../../../assets/js/shell/found.mjs";

/** @type {import("../../../assets/js/shell/found.mjs").Entry[]} */
const ENTRIES = [
  {
    kind: "lesson",
    title: "Penalties",
    detail: "Ridge, lasso and their kin.",
    words: "Regularisation",
    path: "penalties",
  },
  { kind: "lesson", title: "Dropout", detail: "Leave neurons out.", words: "Networks", path: "dropout" },
  { kind: "term", title: "Lasso", detail: "It sets weights to zero.", words: "L1", path: "glossary#lasso" },
  { kind: "term", title: "Überanpassung", detail: "Points are learnt.", words: "overfitting", path: "glossary#o" },
  { kind: "preset", title: "Lasso in small batches", detail: "Penalties", words: "", path: "penalties?preset=2" },
];
const titles = (/** @type {string} */ typed) => found(typed, ENTRIES).map(({ title }) => title);

test("all lessons stand there before anything is typed", () => {
  assert.deepEqual(titles("  "), ["Penalties", "Dropout"]);
});

test("titles come before other words, and terms before presets", () => {
  assert.deepEqual(titles("lasso"), ["Lasso", "Lasso in small batches", "Penalties"]);
});

test("every word has to fit", () => {
  assert.deepEqual(titles("lasso batch"), ["Lasso in small batches"]);
  assert.deepEqual(titles("lasso dropout"), []);
});

test("capitals and accents do not matter, and other words for a thing find it", () => {
  assert.equal(folded("ÜBER"), "uber");
  assert.deepEqual(titles("uberan"), ["Überanpassung"]);
  assert.deepEqual(titles("OVERFIT"), ["Überanpassung"]);
});
