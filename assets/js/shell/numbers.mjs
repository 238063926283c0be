/* The panel with all numbers, the compared runs and the facts: it opens when it is asked for, and when a run is held, and the
   pictures make room for it. */

import { around, byId } from "../dom.mjs";
import { session } from "../session.mjs";

let isWanted = false; // by the user, on this page and the next

/** @param {boolean} isOpen */
function setOpen(isOpen) {
  byId("numbers").hidden = !isOpen;
  byId("numbers-handle").setAttribute("aria-expanded", String(isOpen));
  session.tell("stage");
}

document.addEventListener("click", (event) => {
  if (!around(event, "#numbers-handle") || !session.isOpen) return;
  isWanted = Boolean(byId("numbers").hidden);
  setOpen(isWanted);
});

let compared = 0;
session.on("comparison", () => {
  const isMore = session.comparison.length > compared;
  compared = session.comparison.length;
  if (isMore && byId("numbers").hidden) setOpen(true);
});

session.on("page", () => {
  compared = 0;
  if (isWanted) setOpen(true);
});
