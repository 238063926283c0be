/* The small plane in the dialog for one's own data: shows points, and takes clicks as points. */

import { byId } from "../dom.mjs";
import { placeUnder } from "../figures/plots.mjs";
import { counted, message } from "../messages.mjs";

/**
 * @typedef {object} Point
 * @property {number} x
 * @property {number} y
 * @property {number} share  0 is class 0 or the lowest target, 1 is class 1 or the highest
 * @property {boolean} isClass
 */
/** @typedef {(x: number, y: number) => void} OnClick */

const WIDEST = 360;
const HEIGHT = 280;
const MOST_POINTS = 1000;
const AXIS = { fixedrange: true, zeroline: false, linecolor: "#d0d7de", mirror: true, showline: true, nticks: 7 };

/** What is told of a click on the plane, if clicks are points. @type {OnClick | null} */
let listener = null;

const place = () => byId("own-data-plane");

/**
 * The colour of a role, which css/base/colours.css gives it.
 * @param {string} role
 */
const colourOf = (role) => getComputedStyle(document.documentElement).getPropertyValue(`--${role}`).trim();

/** @param {Point[]} points */
function traceOf(points) {
  const shown = points.slice(0, MOST_POINTS);
  const marker = {
    size: 8,
    color: shown.map(({ share }) => share),
    symbol: shown.map(({ share, isClass }) => (isClass && share === 1 ? "diamond" : "circle")),
    colorscale: [
      [0, colourOf("class-0")],
      [1, colourOf("class-1")],
    ],
    cmin: 0,
    cmax: 1,
    line: { color: "#fff", width: 1 },
  };
  const [x, y] = [shown.map((point) => point.x), shown.map((point) => point.y)];
  return { type: "scatter", mode: "markers", x, y, marker, hoverinfo: "skip" };
}

/**
 * Draw points into the plane.
 * @param {Point[]} points
 * @param {string[]} names  of the axes
 * @param {{ onClick?: OnClick, range?: [number, number] }} [clicks]  what is told of a click, and how far the plane reaches
 */
export function drawPlane(points, names, { onClick, range } = {}) {
  const [x, y] = names.map((text) => ({ ...AXIS, title: { text, standoff: 4 }, range }));
  const margin = { l: 46, r: 10, t: 8, b: 36 };
  const width = Math.min(WIDEST, place().clientWidth || WIDEST); // a phone has less
  const layout = {
    width,
    height: HEIGHT,
    margin,
    xaxis: x,
    yaxis: y,
    font: { size: 11 },
    dragmode: false,
    showlegend: false,
  };
  listener = onClick || null;
  place().classList.toggle("clickable", Boolean(onClick));
  place().setAttribute("role", "img");
  place().setAttribute("aria-label", onClick ? message("own-data.plane") : counted("own-data.points", points.length));
  window.Plotly.react(place(), [traceOf(points)], layout, { displayModeBar: false, doubleClick: false });
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
