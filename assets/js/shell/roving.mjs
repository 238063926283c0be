/* The tools are one stop of the Tab key: arrow keys go from one to the next, and the one that had the focus last is the stop. */

import { all, around } from "../dom.mjs";

const GROUP = "[role=toolbar]";

/** Where a key leads from a place among so many. @type {Record<string, (place: number, n: number) => number>} */
const MOVES = {
  ArrowRight: (place, n) => (place + 1) % n,
  ArrowDown: (place, n) => (place + 1) % n,
  ArrowLeft: (place, n) => (place + n - 1) % n,
  ArrowUp: (place, n) => (place + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};

/** @param {HTMLElement} stop */
function stopAt(stop) {
  const group = stop.closest(GROUP);
  if (group) for (const button of all("button", group)) button.tabIndex = button === stop ? 0 : -1;
}

for (const group of all(GROUP)) stopAt(all("button", group)[0]);

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && target.closest(GROUP)) stopAt(target);
});

document.addEventListener(
  "keydown",
  (event) => {
    const group = around(event, GROUP);
    if (!group || !(event.key in MOVES) || event.ctrlKey || event.altKey || event.metaKey) return;
    const buttons = all("button", group);
    const place = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
    buttons[MOVES[event.key](place, buttons.length)].focus();
    event.preventDefault();
    event.stopPropagation(); // else the key steps the run
  },
  true,
);
