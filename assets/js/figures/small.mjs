/* A figure that stands beside the leading one: what needs room to be read, legend, titles of axes, colour bars, is left to the
   figure when it leads. It is laid out in more room than it has and made smaller as a whole (css/parts/figures.css). */

import { listed, plainText } from "./shown_numbers.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */

const AXIS = /^[xy]axis\d*$/;
const COLOUR_AXIS = /^coloraxis\d*$/;
const HAS_COLOUR_BAR = new Set(["heatmap", "contour", "surface"]);

const MOST_TICKS = 5;
const PLAIN = "~g"; // the format of numbers that are written out
const LEAST_TYPE = 12; // what is set so small already could not be read
const SMALL_TYPE = 10; // of tables, and of numbers over bars
const NAMES_ROOM = 200; // pixels for the names of all bars
const MOST_POWERS = { x: 2, y: 3 }; // they are long, and with more of them 2 and 5 are named too
const [LINE, NO_LINE] = [24, 10]; // pixels above the picture, with words there and without

/**
 * An axis whose ticks are not given, but for decades that stand above each other; as powers numbers are short: 10⁻¹² and not 1e−12 beside 0.0001.
 * @param {"x" | "y"} letter
 * @param {any} axis
 */
function withFreeTicks(letter, { dtick, tickformat, ...axis }) {
  if (axis.type === "log")
    return { ...axis, ...(letter === "y" && dtick && { dtick }), ...(tickformat !== PLAIN && { tickformat }) };
  return { ...axis, ...(tickformat && { tickformat }) };
}

/**
 * An axis without its title, and with few ticks, upright: where they are given, every second, third, ... of them.
 * @param {"x" | "y"} letter
 * @param {any} axis
 */
function smallerAxis(letter, axis) {
  const [from, to] = axis.domain ?? [0, 1];
  const most = axis.type === "log" ? MOST_POWERS[letter] : MOST_TICKS;
  const nticks = Math.max(2, Math.round((to - from) * most));
  const free = withFreeTicks(letter, axis);
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
  if (AXIS.test(name)) return smallerAxis(name.startsWith("x") ? "x" : "y", part);
  if (COLOUR_AXIS.test(name)) return { ...part, showscale: false };
  return part;
}

/** Words that hide nothing: names on lines would hide each other. @param {any} words */
const isClear = ({ bgcolor }) => !bgcolor;

/** The name of a line across the picture ends before it comes to the ticks. @param {any} words */
const smallerWords = (words) =>
  words.xref === "paper" && words.yref !== "paper" ? { ...words, font: { ...words.font, size: SMALL_TYPE } } : words;

/** @param {Layout} layout */
const smallerLayout = (layout) => ({
  ...Object.fromEntries(Object.entries(layout).map(([name, part]) => [name, smallerPart(name, part)])),
  annotations: layout.annotations?.filter(isClear).map(smallerWords),
  showlegend: false,
  margin: { ...layout.margin, t: layout.annotations?.length ? LINE : NO_LINE, r: NO_LINE },
});

const TABLE_ROOM = 210; // pixels that a small table has at least
const LETTER = 6.5; // pixels
const CELL = 18; // pixels around the text of a cell
const FEW_ROWS = 5;

/** How many pixels a column of a table takes. @param {string} name @param {any[]} values */
const widthOf = (name, values) =>
  CELL + LETTER * Math.max(...[name, ...values.slice(0, FEW_ROWS)].map((text) => plainText(String(text)).length));

/**
 * A table in small type with the columns that have room; one whose numbers come with the run keeps all.
 * @param {Trace} trace
 * @returns {Trace}
 */
function smallerTable(trace) {
  const [header, cells] = [trace.header, trace.cells].map((part) => ({
    ...part,
    font: { ...part.font, size: SMALL_TYPE },
  }));
  if (trace.meta?.now) return { ...trace, header, cells };
  const columns = listed(cells.values).map(listed);
  const widths = listed(header.values).map((name, i) => widthOf(name, columns[i] || []));
  let [n, room] = [0, TABLE_ROOM];
  while (n < widths.length && (n === 0 || widths[n] <= room)) room -= widths[n++];
  Object.assign(header, { values: header.values.slice(0, n) });
  Object.assign(cells, { values: columns.slice(0, n) }, cells.format && { format: cells.format.slice(0, n) });
  return { ...trace, columnwidth: widths.slice(0, n), header, cells };
}

/** Whether a trace stands over names, and not over numbers. @param {Trace} trace */
const isNamed = ({ x }) => typeof x?.[0] === "string";

/** @param {Trace} trace */
function smallerTrace(trace) {
  if (trace.type === "table") return smallerTable(trace);
  if (trace.textfont?.size <= LEAST_TYPE && trace.mode?.includes("markers")) return { ...trace, mode: "markers" };
  if (isNamed(trace) && trace.mode === "text") return { ...trace, textfont: { ...trace.textfont, size: SMALL_TYPE } };
  return withoutColourBar(trace);
}

/**
 * The layout without names under its bars where they have no room side by side.
 * @param {FigureJson} figure
 */
function withNamesThatFit({ data, layout }) {
  const names = listed(data.find(isNamed)?.x ?? []);
  if (LETTER * names.join(" ").length <= NAMES_ROOM) return layout;
  return { ...layout, xaxis: { ...layout.xaxis, showticklabels: false } };
}

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
export const smaller = ({ data, layout }) => ({
  data: data.map(smallerTrace),
  layout: smallerLayout(withNamesThatFit({ data, layout })),
});
