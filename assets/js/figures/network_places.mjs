/* What of a network's picture is under the pointer, and where its parts stand over it. */

/** @typedef {[x: number, y: number, halfWidth: number, halfHeight: number, name: string]} Neuron */
/** @typedef {[x0: number, y0: number, x1: number, y1: number, name: string]} Weight  The two ends of its edge. */
/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {object} Stepper  Two buttons around a number, and what each of them sets; nothing where there is no more.
 * @property {number} x
 * @property {"top" | "bottom"} side
 * @property {string} name
 * @property {string} value
 * @property {Record<string, string> | null} less
 * @property {Record<string, string> | null} more
 */
/**
 * @typedef {object} Network  What the layout of the figure says in its meta.
 * @property {Neuron[]} neurons
 * @property {Weight[]} weights
 * @property {string} values  the recorded array that has them
 * @property {string} chosen  the field that says which neuron is shown large
 * @property {string} output  what it says if none of the hidden ones is
 * @property {Stepper[]} steppers
 * @property {string} edits  the field that says which weights are set by hand, if that can be done
 * @property {string[]} codes  what it calls them
 */

const NEAR = 7; // pixels

/**
 * How far a point is from a line between two.
 * @param {Point} point
 * @param {Point} start
 * @param {Point} end
 */
function distance(point, start, end) {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(along, 1));
  return Math.hypot(start.x + share * dx - point.x, start.y + share * dy - point.y);
}

/**
 * The place among the weights of the one under a point, the nearest; -1 if none is near.
 * @param {Weight[]} weights
 * @param {Point} point  in pixels
 * @param {(x: number, y: number) => Point} pixel
 */
export function weightAt(weights, point, pixel) {
  let [nearest, least] = [-1, NEAR];
  weights.forEach(([x0, y0, x1, y1], i) => {
    const away = distance(point, pixel(x0, y0), pixel(x1, y1));
    if (away < least) [nearest, least] = [i, away];
  });
  return nearest;
}

/**
 * The neuron in whose frame a place on the axes lies.
 * @param {Neuron[]} neurons
 * @param {Point} place
 */
export const neuronAt = (neurons, place) =>
  neurons.find(([x, y, width, height]) => Math.abs(place.x - x) <= width && Math.abs(place.y - y) <= height);

/**
 * A place on an axis as a length in the figure, which holds whatever its size: its margins are known.
 * @param {{ range: number[] }} axis
 * @param {number} at
 * @param {[before: number, after: number]} margins  in pixels
 */
export function lengthTo({ range: [from, to] }, at, [before, after]) {
  const share = (at - from) / (to - from);
  return `calc(${before}px + (100% - ${before + after}px) * ${share.toFixed(5)})`;
}
