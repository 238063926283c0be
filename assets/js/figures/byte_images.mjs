/* Heat maps whose numbers are bytes, painted as what they are: an image with a pixel for each number, which the browser makes as
   large as the picture. There are no more colours than bytes, so a table of them replaces Plotly's way from numbers to
   colours; what is left in the document is the same. */

/** @typedef {import("./bindings.mjs").Trace} Trace */

const BYTES = 256;

/** The colours of a scale, by what it says. @type {Map<string, Uint8ClampedArray>} */
const tables = new Map();

/** @param {string} colour  as "#rrggbb" */
const parts = (colour) => [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));

/**
 * Red, green, blue and opacity of each byte.
 * @param {[at: number, colour: string][]} scale
 * @param {number} low
 * @param {number} high
 */
export function colourTable(scale, low, high) {
  const stops = scale.map(([at, colour]) => ({ at: low + at * (high - low), colour: parts(colour) }));
  const table = new Uint8ClampedArray(4 * BYTES);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const next = stops.findIndex(({ at }) => at > byte);
    const [from, to] =
      next < 0 ? [stops[stops.length - 1], stops[stops.length - 1]] : [stops[Math.max(0, next - 1)], stops[next]];
    const share = from === to ? 0 : Math.max(0, (byte - from.at) / (to.at - from.at));
    const mixed = from.colour.map((part, i) => Math.round(part + share * (to.colour[i] - part)));
    table.set([...mixed, 255], 4 * byte);
  }
  return table;
}

/** @param {Trace} full */
function tableOf({ colorscale, zmin, zmax, reversescale }) {
  const key = JSON.stringify([colorscale, zmin, zmax, reversescale]);
  const known = tables.get(key) ?? colourTable(colorscale, zmin, zmax);
  tables.set(key, known);
  return known;
}

/**
 * The image of rows of bytes, the first at the bottom.
 * @param {Uint8Array[]} rows
 * @param {Uint8ClampedArray} table
 */
export function pixelsOf(rows, table) {
  const width = rows[0].length;
  const pixels = new Uint8ClampedArray(4 * width * rows.length);
  const [colours, drawn] = [new Uint32Array(table.buffer), new Uint32Array(pixels.buffer)];
  rows.forEach((row, i) => {
    const begin = (rows.length - 1 - i) * width;
    for (let column = 0; column < width; column += 1) drawn[begin + column] = colours[row[column]];
  });
  return pixels;
}

/** The image in which Plotly has drawn a heat map. @param {any} subplot @param {Trace} full */
function imageOf(subplot, full) {
  const [group] = subplot.plot
    .selectAll("g.heatmaplayer > g.hm")[0]
    .filter((/** @type {any} */ one) => one.__data__[0].trace.uid === full.uid);
  return group?.querySelector("image");
}

/** @param {Trace} full @param {{ xaxis: any, yaxis: any }} subplot */
const isPlain = ({ zsmooth, zauto, reversescale, colorscale }, { xaxis, yaxis }) =>
  zsmooth === "fast" &&
  !zauto &&
  !reversescale &&
  colorscale.every((/** @type {[number, string]} */ [, colour]) => /^#[\da-f]{6}$/i.test(colour)) &&
  [xaxis, yaxis].every(({ range }) => range[0] < range[1]);

/**
 * Paint a heat map that shows other bytes than before; false if it is no such map, or Plotly has not drawn it yet.
 * @param {Plot} plot
 * @param {number} place
 * @param {Trace} trace
 */
export function paintBytes(plot, place, trace) {
  const { [place]: full } = plot._fullData;
  const { [place]: computed } = plot.calcdata;
  const shown = computed?.[0]?.z;
  const rows = trace.z;
  if (
    full.type !== "heatmap" ||
    full.visible !== true ||
    !(rows?.[0] instanceof Uint8Array) ||
    shown?.length !== rows.length
  )
    return false;
  const subplot = plot._fullLayout._plots[full.xaxis + full.yaxis];
  const image = isPlain(full, subplot) && shown[0].length === rows[0].length && imageOf(subplot, full);
  if (!image) return false;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [rows[0].length, rows.length];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  context.putImageData(new ImageData(pixelsOf(rows, tableOf(full)), canvas.width), 0, 0);
  image.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", canvas.toDataURL("image/png"));
  full.z = computed[0].z = rows;
  full._input = plot.data[place] = trace;
  return true;
}
