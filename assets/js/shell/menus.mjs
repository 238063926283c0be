/* Getting about without a mouse: the lessons' menus close when they are left, and the skip link leads to the figures. */

const menuOf = (element) => element && element.closest && element.closest(".lessons details");

function closeMenus(except) {
  for (const menu of document.querySelectorAll(".lessons details[open]")) if (menu !== except) menu.open = false;
}

document.addEventListener("focusin", (event) => closeMenus(menuOf(event.target)));
document.addEventListener("focusout", (event) => { if (event.relatedTarget) closeMenus(menuOf(event.relatedTarget)); });
document.addEventListener("click", (event) => {
  const skip = event.target.closest("#skip");
  if (skip) {
    event.preventDefault(); // the address describes the run; a place on the page is no part of it
    document.getElementById("figures").focus();
  }
  closeMenus(event.target.closest("a") ? null : menuOf(event.target));
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && menuOf(event.target);
  if (!menu || !menu.open) return;
  event.preventDefault(); // this Escape is the menu's
  menu.open = false;
  menu.querySelector("summary").focus();
});
