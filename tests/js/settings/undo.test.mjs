/* The history of settings, back and forward. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openWindow } from "../document.mjs";

openWindow();
const { History } = await import("../../../assets/js/settings/undo.mjs");

const at = (rate) => ({ rate });

test("undo gives the settings before the last change, redo those after it", () => {
  const history = new History(at("1"));
  history.settle(at("2"));
  history.settle(at("3"));
  assert.deepEqual([history.undo(), history.undo(), history.undo()], [at("2"), at("1"), null]);
  assert.deepEqual([history.redo(), history.redo(), history.redo()], [at("2"), at("3"), null]);
});

test("a change after an undo leaves nothing to redo", () => {
  const history = new History(at("1"));
  history.settle(at("2"));
  history.undo();
  history.settle(at("5"));
  assert.equal(history.redo(), null);
  assert.deepEqual(history.undo(), at("1"));
});

test("settings that are as they were are no change", () => {
  const history = new History(at("1"));
  history.settle(at("1"));
  assert.equal(history.undo(), null);
});
