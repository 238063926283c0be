/* A figure that stands beside the leading one: what needs room to be read, legend, titles of axes, colour bars, is left to the
   figure when it leads. It is laid out in more room than it has and made smaller as a whole (css/parts/figures.css). */

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */

const AXIS = /^[xy]axis\d*$/;
const COLOUR_AXIS = /^coloraxis\d*$/;
const HAS_COLOUR_BAR = new Set(["heatmap", "contour", "surface"]);

/** @param {string} name @param {any} part */
function smallerPart(name, part) {
  if (AXIS.test(name)) return { ...part, title: { text: "" } };
  if (COLOUR_AXIS.test(name)) return { ...part, showscale: false };
  return part;
}

/** @param {Layout} layout */
const smallerLayout = (layout) => ({
  ...Object.fromEntries(Object.entries(layout).map(([name, part]) => [name, smallerPart(name, part)])),
  showlegend: false,
  margin: { ...layout.margin, t: 10, r: 10 },
});

/** @param {Trace} trace */
function withoutColourBar(trace) {
  if (HAS_COLOUR_BAR.has(trace.type)) return { ...trace, showscale: false };
  return trace.marker?.showscale ? { ...trace, marker: { ...trace.marker, showscale: false } } : trace;
}

/**
 * The figure as it is drawn small.
 * @param {FigureJson} figure
 * @returns {FigureJson}
 */
export const smaller = ({ data, layout }) => ({ data: data.map(withoutColourBar), layout: smallerLayout(layout) });
