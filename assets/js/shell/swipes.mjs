/* A finger that swipes over a flat figure scrolls the page, as everywhere else: Plotly would take it for a zoom.

   Figures that are dragged on purpose (figures/handles.mjs) and figures in space keep their fingers. A tap is still a
   click. */

import { around } from "../dom.mjs";

/** @param {TouchEvent} event */
function keepFromPlotly(event) {
  if (event.touches.length === 1 && around(event, ".nsewdrag")) event.stopPropagation();
}

document.addEventListener("touchstart", keepFromPlotly, { capture: true, passive: true });
