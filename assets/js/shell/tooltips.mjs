/* One popover for all explanations: shown on hover, on focus by the keyboard, and when a question mark is pressed.

   The texts are on the page, hidden, with the id `<component>-help` (nnviz/web/tooltips.py). */

import { around, element } from "../dom.mjs";

const DELAY = 300; // ms that a pointer has to rest
const GRACE = 200; // ms to move the pointer into the popover
const GAP = 6; // pixels between the popover and what it explains
const EDGE = 8; // pixels to the edge of the window

const popover = element("div", { id: "tooltip", className: "tooltip-text", popover: "manual" });
popover.setAttribute("role", "tooltip");
document.body.append(popover);

/** What is explained just now. @type {HTMLElement | null} */
let owner = null;
let pressed = false; // whether it was asked for by a press, and so stays until the next one
let timer = 0;

/** @param {HTMLElement} explained */
const explanation = (explained) => document.getElementById(explained.dataset.help || `${explained.id}-help`);

/** @param {EventTarget | null} place */
const isInside = (place) => place instanceof Node && popover.contains(place);

/**
 * @param {HTMLElement} explained
 * @param {boolean} asPressed
 */
function show(explained, asPressed) {
  const text = explanation(explained);
  if (!text) return;
  const [title, ...lines] = (text.textContent || "").split("\n");
  const called = explained.id && explained.ariaLabel; // what a press does now, which may change: play, pause
  popover.replaceChildren(element("strong", {}, called || title), ...lines.map((line) => element("p", {}, line)));
  owner = explained;
  pressed = asPressed;
  popover.showPopover();
  const around = (explained.closest(".control") || explained).getBoundingClientRect(); // a control stays within reach
  place(around, explained.closest(".playback") !== null);
}

/**
 * Under the element, or above it where there is no room or where numbers stand below; never outside of the window.
 * @param {DOMRect} around
 * @param {boolean} isAbove
 */
function place(around, isAbove) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = around.bottom + GAP;
  const fits = below + height + EDGE <= window.innerHeight;
  const top = fits && !isAbove ? below : around.top - GAP - height;
  const left = Math.min(around.left, window.innerWidth - width - EDGE);
  popover.style.top = `${Math.max(EDGE, top)}px`;
  popover.style.left = `${Math.max(EDGE, left)}px`;
}

function hide() {
  window.clearTimeout(timer);
  owner = null;
  pressed = false;
  if (popover.matches(":popover-open")) popover.hidePopover();
}

/**
 * @param {() => void} action
 * @param {number} delay
 */
function later(action, delay) {
  window.clearTimeout(timer);
  timer = window.setTimeout(action, delay);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || pressed) return;
  const named = around(event, "[data-help]");
  if (isInside(event.target)) window.clearTimeout(timer);
  else if (named && named !== owner) later(() => show(named, false), DELAY);
  else if (named) window.clearTimeout(timer);
  else if (owner && owner !== document.activeElement) later(hide, GRACE);
  else if (!owner) window.clearTimeout(timer);
});

document.addEventListener("focusin", ({ target }) => {
  const text = target instanceof HTMLElement && target.id ? explanation(target) : null;
  if (!text || !(target instanceof HTMLElement)) return;
  target.setAttribute("aria-describedby", text.id);
  if (target.matches(":focus-visible")) show(target, false);
});

document.addEventListener("focusout", () => {
  if (!pressed) hide();
});

document.addEventListener("click", (event) => {
  const asked = around(event, ".ask");
  if (!asked) return isInside(event.target) || hide();
  event.preventDefault(); // a label around it must not be pressed as well
  if (pressed && owner === asked) hide();
  else show(asked, true);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("input", hide, true); // what changes should be seen
document.addEventListener("scroll", hide, { capture: true, passive: true });
window.addEventListener("resize", hide);
