/* Where a browser cannot draw in space, Plotly says so in its own words, and a press leads to another site: ours are shorter, and
   nothing leaves the page. */

import { all, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

const MARK = ".no-webgl"; // Plotly's element in the place of a scene

/** Whether a plot cannot show what it has. @param {Plot} plot */
export const cannotDraw = (plot) => plot.querySelector(MARK) !== null;

session.on("drawn", () => {
  for (const place of all(`${MARK}:not([data-said])`)) {
    const plot = place.closest(".js-plotly-plot");
    plot?.toggleAttribute("data-no-webgl", true);
    const isSaid = plot?.querySelector("[data-said]"); // two scenes lie over one another then
    place.dataset.said = "true";
    place.removeAttribute("style");
    place.replaceChildren(...(isSaid ? [] : [element("p", {}, message("figure.no-space"))]));
    if (place.parentElement) place.parentElement.onclick = null;
  }
});
