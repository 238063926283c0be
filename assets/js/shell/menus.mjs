/* Getting about without a mouse: the menus of lessons and presets close when they are left, and the skip link leads to the
   figures. */

import { all, around, byId } from "../dom.mjs";

const MENUS = "details.menu";

/**
 * @param {EventTarget | null} place
 * @returns {HTMLDetailsElement | null}
 */
const menuOf = (place) => (place instanceof Element ? place.closest(MENUS) : null);

/** @param {HTMLDetailsElement | null} except */
function closeMenus(except) {
  for (const menu of /** @type {HTMLDetailsElement[]} */ (all(MENUS))) {
    if (menu !== except && menu.open) menu.open = false;
  }
}

/** The tools, where the bar has no room for them. @param {boolean} isOpen */
const openTools = (isOpen) => byId("tools-handle").setAttribute("aria-expanded", String(isOpen));

document.addEventListener("focusin", (event) => closeMenus(menuOf(event.target)));
document.addEventListener("focusout", (event) => {
  if (event.relatedTarget) closeMenus(menuOf(event.relatedTarget));
});
document.addEventListener("click", (event) => {
  const skip = /** @type {HTMLAnchorElement | null} */ (around(event, "#skip"));
  if (skip) {
    event.preventDefault(); // the address describes the run; a place on the page is no part of it
    byId(skip.hash.slice(1)).focus();
  }
  openTools(around(event, "#tools-handle")?.getAttribute("aria-expanded") === "false");
  closeMenus(around(event, "a, .preset") ? null : menuOf(event.target));
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" ? menuOf(event.target) : null;
  if (!menu?.open) return;
  event.preventDefault(); // this Escape is the menu's
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
