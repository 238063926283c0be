/* The theme and the button that turns it; first_paint.js has shown the chosen one before this is loaded. Without a choice the
   system's wish holds, also when it changes. */

import { around } from "../dom.mjs";
import { session } from "../session.mjs";

const CHOICE = "nnviz-theme";
const root = document.documentElement;

const wish = window.matchMedia("(prefers-color-scheme: dark)");

let chosen = root.dataset.theme;
let isOwnChoice = kept() !== null;

function kept() {
  try {
    return window.localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

/** Show a theme, without one the chosen: whoever had to show another one gives the screen back. */
export function showTheme(theme = chosen) {
  root.dataset.theme = theme;
  root.dataset.bsTheme = theme; // Bootstrap's name for it
  showPressed();
}

function toggle() {
  chosen = root.dataset.theme === "dark" ? "light" : "dark";
  isOwnChoice = true;
  try {
    window.localStorage.setItem(CHOICE, chosen);
  } catch {
    // it holds until the page is left
  }
  showTheme();
}

function showPressed() {
  document.getElementById("tool-dark")?.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
}

document.addEventListener("click", (event) => {
  if (around(event, "#tool-dark")) toggle();
});
wish.addEventListener("change", ({ matches }) => {
  if (isOwnChoice) return;
  chosen = matches ? "dark" : "light";
  showTheme();
});
session.on("page", showPressed); // the button is there as soon as a page is
showPressed();
