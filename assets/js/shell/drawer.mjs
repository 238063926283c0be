/* The drawer of the controls on a phone: its handle opens and closes it, and the leading picture stays above it. */

import { around } from "../dom.mjs";
import { session } from "../session.mjs";

const handle = () => document.getElementById("drawer-handle");
const isOpen = () => handle()?.getAttribute("aria-expanded") === "true";

/** @param {boolean} open */
function setOpen(open) {
  handle()?.setAttribute("aria-expanded", String(open));
  if (open) window.scrollTo({ top: 0, behavior: "instant" });
  session.tell("stage");
}

document.addEventListener("click", (event) => {
  if (around(event, "#drawer-handle")) setOpen(!isOpen());
  else if (isOpen() && around(event, ".preset")) {
    setOpen(false); // what to watch stands above the picture
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOpen() || document.querySelector("dialog[open]")) return;
  setOpen(false);
  handle()?.focus();
});
