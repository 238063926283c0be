/* The drawer of the controls on a phone: its handle opens and closes it, and the figure one looks at stays above it. */

import { all, around } from "../dom.mjs";

const handle = () => document.getElementById("drawer-handle");
const isOpen = () => handle()?.getAttribute("aria-expanded") === "true";

/** @param {boolean} open */
function setOpen(open) {
  const watched = open && figureInView();
  handle()?.setAttribute("aria-expanded", String(open));
  if (watched) watched.scrollIntoView({ block: "start", behavior: "instant" });
}

/** The figure of which most is on the screen, else the first. */
function figureInView() {
  const below = document.querySelector(".playback:not(.d-none)") || handle();
  const edge = below ? below.getBoundingClientRect().top : window.innerHeight;
  /** @param {Element} figure */
  const inView = (figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, edge) - Math.max(top, 0));
  };
  const figures = all(".figures figure");
  return figures.reduce((best, figure) => (inView(figure) > inView(best) ? figure : best), figures[0]);
}

document.addEventListener("click", (event) => {
  if (around(event, "#drawer-handle")) setOpen(!isOpen());
  else if (isOpen() && around(event, ".preset")) {
    setOpen(false); // what to watch stands at the top, over the first figure
    window.scrollTo({ top: 0, behavior: "instant" });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOpen() || document.querySelector("dialog[open]")) return;
  setOpen(false);
  handle()?.focus();
});
