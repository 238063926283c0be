/* A figure is laid out anew where its place has become larger or smaller. */

import { session } from "../session.mjs";
import { plotOf } from "./plots.mjs";

/** Width and height of each plot as it was laid out last. @type {WeakMap<Element, string>} */
const sizes = new WeakMap();

/** @param {Element} plot */
const sizeOf = ({ clientWidth, clientHeight }) => `${clientWidth} ${clientHeight}`;

const observer = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    const plot = /** @type {Plot} */ (target);
    const isOther = sizes.get(plot) !== sizeOf(plot) && plot.clientWidth > 0;
    sizes.set(plot, sizeOf(plot));
    if (isOther && plot._fullLayout) window.Plotly.Plots.resize(plot);
  }
});

session.on("page", () => {
  observer.disconnect();
  for (const plot of session.page.figures.map(plotOf)) {
    if (!plot) continue;
    sizes.set(plot, sizeOf(plot));
    observer.observe(plot);
  }
});
