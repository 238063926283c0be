/* A figure that stands beside the leading one: what needs room to be read, legend, titles of axes, colour bars, is left to the
   figure when it leads. It is laid out in more room than it has and made smaller as a whole (css/parts/figures.css). */

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */

const AXIS = /^[xy]axis\d*$/;
const COLOUR_AXIS = /^coloraxis\d*$/;
const HAS_COLOUR_BAR = new Set(["heatmap", "contour", "surface"]);

const MOST_TICKS = 5;
const MOST_POWERS = 3; // beside each other: powers of ten are long

/**
 * An axis without its title, and with few ticks, upright: where they are given, every second, third, ... of them.
 * @param {string} name
 * @param {any} axis
 */
function smallerAxis(name, axis) {
  const [from, to] = axis.domain ?? [0, 1];
  const most = name.startsWith("x") && axis.type === "log" ? MOST_POWERS : MOST_TICKS;
  const nticks = Math.max(2, Math.round((to - from) * most));
  const { dtick: _, ...free } = axis;
  const few = { ...free, title: { text: "" }, nticks, tickangle: 0 };
  const { tickvals, ticktext } = axis;
  if (!tickvals || tickvals.length <= MOST_TICKS) return few;
  const stride = Math.ceil(tickvals.length / MOST_TICKS);
  /** @param {any[]} all */
  const thinned = (all) => all.filter((_, i) => i % stride === 0);
  return { ...few, tickvals: thinned(tickvals), ...(ticktext && { ticktext: thinned(ticktext) }) };
}

/** @param {string} name @param {any} part */
function smallerPart(name, part) {
  if (AXIS.test(name)) return smallerAxis(name, part);
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
