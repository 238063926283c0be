/* Getting about without a mouse: the lessons' menus close when they are left, and the skip link leads to the figures. */

import { all, around, byId } from "../dom.mjs";

/**
 * @param {EventTarget | null} place
 * @returns {HTMLDetailsElement | null}
 */
const menuOf = (place) => (place instanceof Element ? place.closest(".lessons details") : null);

/** @param {HTMLDetailsElement | null} except */
function closeMenus(except) {
  for (const menu of /** @type {HTMLDetailsElement[]} */ (all(".lessons details[open]"))) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("focusin", (event) => closeMenus(menuOf(event.target)));
document.addEventListener("focusout", (event) => {
  if (event.relatedTarget) closeMenus(menuOf(event.relatedTarget));
});
document.addEventListener("click", (event) => {
  if (around(event, "#skip")) {
    event.preventDefault(); // the address describes the run; a place on the page is no part of it
    byId("figures").focus();
  }
  closeMenus(around(event, "a") ? null : menuOf(event.target));
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" ? menuOf(event.target) : null;
  if (!menu?.open) return;
  event.preventDefault(); // this Escape is the menu's
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
