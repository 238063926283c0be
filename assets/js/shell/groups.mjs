/* The groups of controls that one has opened or closed are so on the next visit. The first group is open until one says else. */

import { all } from "../dom.mjs";
import { session } from "../session.mjs";

const KEY = "nnviz-groups";

/** @returns {Record<string, boolean>} */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY) || "{}");
  } catch {
    return {}; // nothing may be kept here, or something else was
  }
}

/** @param {HTMLElement} group */
const keyOf = (group) => `${session.page.lesson}/${group.dataset.group}`;

document.addEventListener("click", (event) => {
  const summary = event.target instanceof Element ? event.target.closest("details.group > summary") : null;
  const group = /** @type {HTMLDetailsElement | null} */ (summary?.parentElement ?? null);
  if (!group || !session.isOpen) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), [keyOf(group)]: !group.open })); // it is about to change
  } catch {
    // a browser that keeps nothing: then it is as usual on the next visit
  }
});

session.on("page", () => {
  const known = remembered();
  for (const group of /** @type {HTMLDetailsElement[]} */ (all("details.group"))) {
    const isOpen = known[keyOf(group)];
    if (isOpen !== undefined) group.open = isOpen;
  }
});
