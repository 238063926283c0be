/* Curves that grow with the run are named where they end, instead of in a legend, and the least loss on data held out is marked.

   The names are drawn into the picture after each painting of it, so they follow the curves while a run plays. They are not
   part of the figure: what is exported has a legend. */

import { message } from "../messages.mjs";
import { numberText } from "../numerals.mjs";
import { session } from "../session.mjs";
import { isVisible, plainText } from "./shown_numbers.mjs";
import { spread } from "./spread.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Trace} Trace */
/** @typedef {{ x: number, y: number }} Pixel */

const MOST = 6; // curves; the names of more would be a legend again
const LINE = 17; // pixels from one name to the next
const SWATCH = 14; // pixels of the curve's own stroke before its name
const GAP = 4;
const FONT = 14;
const MOST_ROOM = 0.2; // of the window's width: on a phone long names would take half of the picture, and a legend stays
const DASHES = { dash: "5 3", dot: "2 3", dashdot: "5 3 2 3" };
const SVG = "http://www.w3.org/2000/svg";

/** @param {Trace} trace */
const isCurve = ({ meta, type = "scatter" }) =>
  type === "scatter" &&
  Object.keys(meta?.grow || {})
    .sort()
    .join() === "x,y";

/**
 * Whether all that the legend would name are a few curves of one picture.
 * @param {FigureJson} figure
 */
function hasEnds({ data, layout }) {
  const named = data.filter((trace) => isVisible(trace) && trace.name && trace.showlegend !== false);
  const isAlone = !layout.xaxis2 && !layout.yaxis2 && !session.comparison.length;
  return isAlone && layout.showlegend !== false && named.length > 0 && named.length <= MOST && named.every(isCurve);
}

const measured = document.createElement("canvas").getContext("2d");

/** @param {string[]} names */
function roomFor(names) {
  if (measured) measured.font = `${FONT}px ${getComputedStyle(document.body).fontFamily}`;
  return SWATCH + 3 * GAP + Math.max(...names.map((name) => measured?.measureText(name).width || 0));
}

/**
 * The figure without its legend and with room at its right, where its curves can be named at their ends.
 * @param {FigureJson} figure
 * @returns {FigureJson}
 */
export function withRoomAtEnds({ data, layout }) {
  if (!hasEnds({ data, layout })) return { data, layout };
  const r = roomFor(data.filter(isCurve).map(({ name }) => plainText(name)));
  if (r > MOST_ROOM * window.innerWidth) return { data, layout };
  return { data, layout: { ...layout, showlegend: false, margin: { ...layout.margin, r, t: 16 } } };
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
function drawn(tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/**
 * The pixel of a point of a trace.
 * @param {Plot} plot
 * @param {Trace} trace
 * @param {number} i
 * @returns {Pixel}
 */
function pixelOf({ _fullLayout: { xaxis, yaxis } }, { x, y }, i) {
  return { x: xaxis._offset + xaxis.c2p(x[i]), y: yaxis._offset + yaxis.c2p(y[i]) };
}

/** The place of the last number of a curve; −1 if it has none. @param {Trace} trace */
const lastOf = ({ y }) => Array.prototype.findLastIndex.call(y || [], Number.isFinite);

/** @param {Trace} trace @param {Pixel} end */
function nameAt({ name, line }, { x, y }) {
  const dash = DASHES[/** @type {keyof typeof DASHES} */ (line.dash)] || "none";
  const ends = { x1: x + GAP, x2: x + GAP + SWATCH, y1: y, y2: y };
  const stroke = { stroke: line.color, "stroke-width": Math.max(2, line.width), "stroke-dasharray": dash };
  const place = { x: x + SWATCH + 2 * GAP, y: y + FONT / 3, "font-size": FONT };
  return [drawn("line", { ...ends, ...stroke }), drawn("text", place, plainText(name))];
}

/** @param {Trace} trace */
const isHeldOut = ({ meta }) => /validation/.test(meta?.grow?.y || "");

/**
 * The mark of the least loss on data held out, if the curve has risen since.
 * @param {Plot} plot
 * @param {Trace} trace
 */
function leastOf(plot, trace) {
  const { x: steps, y: losses } = trace;
  let least = 0;
  for (let i = 1; i < losses.length; i++) if (losses[i] < losses[least]) least = i;
  if (least >= lastOf(trace) || least === 0) return [];
  const { x, y } = pixelOf(plot, trace, least);
  const { xaxis } = plot._fullLayout;
  const text = message("figure.least", {
    value: numberText(losses[least], 4),
    step: steps[least].toLocaleString("en"),
  });
  const half = roomFor([text]) / 2;
  const middle = Math.max(xaxis._offset + half, Math.min(x, xaxis._offset + xaxis._length - half));
  return [
    drawn("circle", { cx: x, cy: y, r: 5, fill: "#fff", stroke: trace.line.color, "stroke-width": 2 }),
    drawn("text", { x: middle, y: y - 12, "font-size": FONT, "text-anchor": "middle" }, text),
  ];
}

/** @param {Plot} plot */
function nameEnds(plot) {
  plot.querySelector("g.end-labels")?.remove();
  if (!plot.hasAttribute("data-ends") || session.comparison.length) return;
  const curves = plot._fullData.filter((trace) => trace.visible === true && isCurve(trace) && lastOf(trace) >= 0);
  const ends = curves.map((trace) => pixelOf(plot, trace, lastOf(trace)));
  const { _offset: top, _length: height } = plot._fullLayout.yaxis;
  const heights = spread(
    ends.map(({ y }) => y),
    LINE,
    top,
    top + height,
  );
  const group = drawn("g", { class: "end-labels", "pointer-events": "none" });
  group.append(...curves.filter(isHeldOut).flatMap((trace) => leastOf(plot, trace)));
  group.append(...curves.flatMap((trace, i) => nameAt(trace, { x: ends[i].x, y: heights[i] })));
  plot.querySelector(".main-svg")?.append(group);
}

/** The plots that are listened to. @type {WeakSet<Plot>} */
const following = new WeakSet();

/**
 * Name the ends of a plot's curves from now on, if its figure has left room for that.
 * @param {Plot} plot
 * @param {FigureJson} figure  as it is on the screen
 */
export function followEnds(plot, { data, layout }) {
  plot.toggleAttribute("data-ends", layout.showlegend === false && layout.margin?.t === 16 && data.some(isCurve));
  if (following.has(plot)) return;
  following.add(plot);
  queueMicrotask(() => {
    // a plot that is drawn for the first time listens only then
    plot.on("plotly_afterplot", () => nameEnds(plot));
    if (plot._fullLayout?.yaxis) nameEnds(plot);
  });
}
