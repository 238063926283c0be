import assert from "node:assert/strict";
import { test } from "node:test";

import { element, openWindow } from "../document.mjs";

const document = openWindow();
await import("../../../assets/js/shell/swipes.mjs");

/* Whether Plotly hears of fingers that touch an element inside of these others. */
function reachesPlotly(fingers, ...around) {
  const target = element({ closest: (selector) => (around.includes(selector) ? {} : null) });
  let isStopped = false;
  const stopPropagation = () => {
    isStopped = true;
  };
  document.happen("touchstart", target, { touches: Array.from({ length: fingers }), stopPropagation });
  return !isStopped;
}

test("one finger on a flat figure scrolls the page", () => {
  assert.equal(reachesPlotly(1, ".nsewdrag"), false);
});

test("two fingers, and a finger anywhere else, are left alone", () => {
  assert.equal(reachesPlotly(2, ".nsewdrag"), true);
  assert.equal(reachesPlotly(1, ".gl-container"), true);
});
