/* Projector mode: one figure fills the screen, black on white in large type, above it the playback and below it a strip
   with the few controls that matter (strip.mjs). The mode is a part of the link: `projector=` names the figure (`on` for
   the main one), `strip=` the controls where they are not the sliders of the first group.

   The figure is laid out in less room than it has and enlarged as a whole, as slides are (export/slides.mjs): type, marks
   and lines read from the back row. */

import { all, around, byId, isAt } from "../dom.mjs";
import { session } from "../session.mjs";
import { keepInLink } from "../settings/links.mjs";
import { showTheme } from "../theme/theme.mjs";
import { fillStripPicker, showStrip } from "./strip.mjs";

const USUAL_TYPE = 16; // pixels of the root's type where nothing is enlarged
const FIGURES = "figure[data-figure]";

const root = document.documentElement;
const isOn = () => root.dataset.projector !== undefined;

/**
 * @param {string} name
 * @returns {HTMLElement | null}
 */
const figureOf = (name) => document.querySelector(`figure[data-figure="${CSS.escape(name)}"]`);

/** The button that gets the focus back, if it was reached by key. @type {HTMLElement | null} */
let opener = null;

/** Let the plots fill their rooms. */
function resize() {
  root.style.setProperty("--enlarged", String(isOn() ? parseFloat(getComputedStyle(root).fontSize) / USUAL_TYPE : 1));
  session.tell("stage");
}

function mainFigure() {
  const figure =
    document.querySelector("figure[data-leads]:not(.d-none)") || document.querySelector(`${FIGURES}:not(.d-none)`);
  return /** @type {HTMLElement | null} */ (figure)?.dataset.figure || "";
}

/** @param {string} name */
function enter(name) {
  const before = root.dataset.projector;
  root.dataset.projector = name;
  for (const figure of all(FIGURES)) figure.toggleAttribute("data-enlarged", figure.dataset.figure === name);
  if (before === undefined) showTheme("light"); // black projects badly
  showStrip();
  fillStripPicker();
  keepInLink({ projector: name === mainFigure() ? "on" : name });
  resize();
}

function leave() {
  delete root.dataset.projector;
  for (const figure of all("[data-enlarged]")) figure.removeAttribute("data-enlarged");
  showTheme();
  keepInLink({ projector: null, strip: null });
  resize();
  if (document.fullscreenElement) document.exitFullscreen();
  opener?.focus();
  opener = null;
}

/** The window fills the screen too, where the browser lets it: not in every frame, and never without a key or a click. */
function fillScreen() {
  if (navigator.userActivation.isActive) root.requestFullscreen?.().catch(() => {});
}

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && isOn()) leave();
});

document.addEventListener("click", (event) => {
  const button = around(event, "button");
  if (!button || !session.isOpen) return;
  if (button.id === "projector-leave") return leave();
  if (button.id !== "tool-projector" && !button.dataset.enlarge) return;
  if (button.matches(":focus-visible")) opener = button;
  if (isOn()) return leave();
  enter(button.dataset.enlarge || mainFigure());
  fillScreen();
});

document.addEventListener("change", (event) => {
  if (isAt(event, "strip-figure")) enter(byId("strip-figure", HTMLSelectElement).value);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOn() && !event.defaultPrevented && !document.querySelector("dialog[open]")) leave();
});

window.addEventListener("resize", () => {
  if (isOn()) resize();
});

/* A page that is opened by a link with `projector`, or after one that was enlarged. */
session.on("page", () => {
  const asked = new URLSearchParams(window.location.search).get("projector");
  const figure = asked && figureOf(asked);
  if (asked !== null) enter(figure && !figure.matches(".d-none") ? asked : mainFigure());
  else if (isOn()) leave();
});
