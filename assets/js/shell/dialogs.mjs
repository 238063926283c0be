/* Dialogs of the tools in the bar: a button opens its own, a cross, the key Escape or a click beside it closes it. */

import { around, byId, isAt } from "../dom.mjs";

const OPEN = "nnviz:open";

/**
 * Fill a dialog before it is shown.
 * @param {string} id
 * @param {() => void} fill
 */
export function whenOpened(id, fill) {
  document.addEventListener(OPEN, (event) => {
    if (isAt(event, id)) fill();
  });
}

document.addEventListener("click", (event) => {
  const opener = around(event, "[data-dialog]");
  if (opener?.dataset.dialog) {
    const dialog = byId(opener.dataset.dialog, HTMLDialogElement);
    dialog.dispatchEvent(new CustomEvent(OPEN, { bubbles: true }));
    dialog.showModal();
  }
  around(event, "[data-close]")?.closest("dialog")?.close();
  const { target } = event;
  if (target instanceof HTMLDialogElement && target.matches(".dialog")) target.close(); // the backdrop belongs to it
});
