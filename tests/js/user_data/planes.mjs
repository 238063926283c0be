/* The plane of the dialog in a document, with a Plotly beside it that remembers what it was given to draw. */

import { openWindow, put } from "../document.mjs";

export const drawn = /** @type {any[]} */ ([]); // each time the traces, the first of them, and the layout
const Plotly = {
  react: (_place, traces, layout) => drawn.push({ traces, trace: traces[0], layout }),
  purge: () => drawn.push(null),
};

export const document = openWindow({ Plotly });
const colours = { "--class-0": "blue", "--class-1": "orange", "--class-2": "green" };
Object.assign(globalThis, { getComputedStyle: () => ({ getPropertyValue: (name) => ` ${colours[name]}` }) });

/* Of -5 to 5 both ways, in pixels from 0 to 100. */
const axis = { _offset: 0, _length: 100 };
const _fullLayout = {
  xaxis: { ...axis, p2d: (pixel) => pixel / 10 - 5 },
  yaxis: { ...axis, p2d: (pixel) => 5 - pixel / 10 },
  _calcInverseTransform: () => {},
  _invScaleX: 1,
  _invScaleY: 1,
};

/** An empty plane, and nothing drawn yet. */
export function newPlane() {
  drawn.length = 0;
  document.body.replaceChildren();
  return put("div", { id: "own-data-plane", _fullLayout });
}

/** A click on the plane at a place on its axes. */
export const click = (plane, x, y, properties = {}) =>
  document.happen("click", plane, { clientX: 10 * (x + 5), clientY: 10 * (5 - y), ...properties });
