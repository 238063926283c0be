/* A finger that swipes over a flat figure scrolls the page, as everywhere else: Plotly would take it for a zoom.

   Figures that are dragged on purpose (figures/handles.mjs) and figures in space keep their fingers. A tap is still a click. */

document.addEventListener(
  "touchstart",
  (event) => {
    if (event.touches.length === 1 && event.target.closest(".nsewdrag")) event.stopPropagation();
  },
  { capture: true, passive: true },
);
