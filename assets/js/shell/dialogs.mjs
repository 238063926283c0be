/* Dialogs of the tools in the bar: a button opens its own, a cross, the key Escape or a click beside it closes it.

   A tool that has to fill its dialog before it is shown listens for the event `nnviz:open` on it. */

export function openDialog(dialog) {
  dialog.dispatchEvent(new CustomEvent("nnviz:open", { bubbles: true }));
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) openDialog(document.getElementById(opener.dataset.dialog));
  const closer = event.target.closest("[data-close]");
  if (closer) closer.closest("dialog").close();
  if (event.target.matches("dialog.dialog")) event.target.close(); // the backdrop belongs to the dialog
});
