/* One popover for all explanations: shown on hover, on focus by the keyboard, and when a question mark is pressed.

   The texts are on the page, hidden, with the id `<component>-help` (nnviz/web/tooltips.py). */

const DELAY = 300; // ms that a pointer has to rest
const GRACE = 200; // ms to move the pointer into the popover
const GAP = 6; // pixels between the popover and what it explains
const EDGE = 8; // pixels to the edge of the window

const popover = document.createElement("div");
Object.assign(popover, { id: "tooltip", className: "tooltip-text", popover: "manual" });
popover.setAttribute("role", "tooltip");
document.body.append(popover);

let owner = null; // what is explained just now
let pressed = false; // whether it was asked for by a press, and so stays until the next one
let timer = null;

const explanation = (element) =>
  document.getElementById(element.dataset.help || `${element.id}-help`);

function elementOf(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function show(element, asPressed) {
  const text = explanation(element);
  if (!text) return;
  const [title, ...lines] = text.textContent.split("\n");
  popover.replaceChildren(elementOf("strong", title), ...lines.map((line) => elementOf("p", line)));
  owner = element;
  pressed = asPressed;
  popover.showPopover();
  place((element.closest(".knob") || element).getBoundingClientRect()); // a control stays within reach
}

/* Under the element, or above it where there is no room; never outside of the window. */
function place(around) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = around.bottom + GAP;
  const top = below + height + EDGE <= window.innerHeight ? below : around.top - GAP - height;
  const left = Math.min(around.left, window.innerWidth - width - EDGE);
  popover.style.top = `${Math.max(EDGE, top)}px`;
  popover.style.left = `${Math.max(EDGE, left)}px`;
}

function hide() {
  clearTimeout(timer);
  owner = null;
  pressed = false;
  if (popover.matches(":popover-open")) popover.hidePopover();
}

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || pressed) return;
  if (popover.contains(event.target)) return clearTimeout(timer);
  const named = event.target.closest("[data-help]");
  if (named && named !== owner) later(() => show(named, false), DELAY);
  else if (named) clearTimeout(timer);
  else if (owner && owner !== document.activeElement) later(hide, GRACE);
  else if (!owner) clearTimeout(timer);
});

document.addEventListener("focusin", (event) => {
  const text = event.target.id && explanation(event.target);
  if (!text) return;
  event.target.setAttribute("aria-describedby", text.id);
  if (event.target.matches(":focus-visible")) show(event.target, false);
});

document.addEventListener("focusout", () => !pressed && hide());

document.addEventListener("click", (event) => {
  const asked = event.target.closest(".ask");
  if (!asked) return popover.contains(event.target) || hide();
  event.preventDefault(); // a label around it must not be pressed as well
  if (pressed && owner === asked) hide();
  else show(asked, true);
});

document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("input", hide, true); // what changes should be seen
document.addEventListener("scroll", hide, { capture: true, passive: true });
window.addEventListener("resize", hide);
