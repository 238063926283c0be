/* The small plane in the dialog for one's own data: shows points, and takes clicks as points. */

import { byId } from "../dom.mjs";
import { plain } from "../figures/plain_text.mjs";
import { placeUnder } from "../figures/plots.mjs";
import { counted, message } from "../messages.mjs";
import { colourOfClass, SYMBOLS } from "./class_marks.mjs";

/**
 * @typedef {object} Point
 * @property {number} x
 * @property {number} y
 * @property {number} share  of a number to predict: 0 is the lowest target, 1 the highest
 * @property {number} label  the number of its class; -1 where there are none
 */
/** @typedef {(x: number, y: number) => void} OnClick */

const WIDEST = 360;
const HEIGHT = 280;
const MOST_POINTS = 1000;
const LONGEST = 14; // letters of a class in the legend, which has two beside each other
const LEGEND = {
  ...{ orientation: "h", x: 0, y: 1.02, yanchor: "bottom", entrywidth: 95, tracegroupgap: 0 },
  ...{ itemclick: false, itemdoubleclick: false },
};
const LINE = 19; // pixels of a line of it
const AXIS = { fixedrange: true, zeroline: false, linecolor: "#d0d7de", mirror: true, showline: true, nticks: 7 };

/** What is told of a click on the plane, if clicks are points. @type {OnClick | null} */
let listener = null;

const place = () => byId("own-data-plane");

/**
 * Points of numbers: one trace, in colours between those of the lowest and of the highest target.
 * @param {Point[]} points
 */
function traceOfNumbers(points) {
  const colorscale = [
    [0, colourOfClass(0)],
    [1, colourOfClass(1)],
  ];
  const color = points.map(({ share }) => share);
  return traceOf(points, { color, symbol: "circle", colorscale, cmin: 0, cmax: 1 }, "");
}

/**
 * A trace for each class, in its colour and its symbol, by its name.
 * @param {Point[]} points
 * @param {string[]} classes
 */
const tracesOfClasses = (points, classes) =>
  classes.map((name, label) => {
    const marker = { color: colourOfClass(label), symbol: SYMBOLS[label] };
    const own = points.filter((point) => point.label === label);
    return traceOf(own, marker, name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
  });

/**
 * @param {Point[]} points
 * @param {Record<string, unknown>} marker
 * @param {string} name
 */
function traceOf(points, marker, name) {
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  const drawn = { size: 8, line: { color: "#fff", width: 1 }, ...marker };
  return { type: "scatter", mode: "markers", name: plain(name), x, y, marker: drawn, hoverinfo: "skip" };
}

/**
 * Draw points into the plane.
 * @param {Point[]} points
 * @param {string[]} names  of the axes
 * @param {{ classes?: string[], onClick?: OnClick, range?: [number, number] }} [more]  the names of the classes, what is
 *   told of a click, and how far the plane reaches
 */
export function drawPlane(points, names, { classes = [], onClick, range } = {}) {
  const shown = points.slice(0, MOST_POINTS);
  const [x, y] = names.map((text) => ({ ...AXIS, title: { text: plain(text), standoff: 4 }, range }));
  const margin = { l: 46, r: 10, t: 8, b: 36 };
  const width = Math.min(WIDEST, place().clientWidth || WIDEST); // a phone has less
  const layout = {
    width,
    height: HEIGHT + LINE * Math.max(Math.ceil(classes.length / 2) - 2, 0),
    margin,
    xaxis: x,
    yaxis: y,
    font: { size: 11 },
    dragmode: false,
    showlegend: classes.length > 0,
    legend: LEGEND,
  };
  listener = onClick || null;
  place().classList.toggle("clickable", Boolean(onClick));
  place().setAttribute("role", "img");
  place().setAttribute("aria-label", onClick ? message("own-data.plane") : counted("own-data.points", points.length));
  const traces = classes.length ? tracesOfClasses(shown, classes) : [traceOfNumbers(shown)];
  window.Plotly.react(place(), traces, layout, { displayModeBar: false, doubleClick: false });
}

export function clearPlane() {
  listener = null;
  place().classList.remove("clickable");
  window.Plotly.purge(place());
  place().replaceChildren();
}

/** @param {number} value */
const rounded = (value) => Math.round(100 * value) / 100;

/* Plotly repeats a click as one of its own making. */
document.addEventListener("click", (event) => {
  const isHere = event.isTrusted && event.target instanceof Element && event.target.closest("#own-data-plane");
  const at = isHere && listener && placeUnder(/** @type {Plot} */ (place()), event);
  if (at && listener) listener(rounded(at.x), rounded(at.y));
});
