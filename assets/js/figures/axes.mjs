/* Axes that fit themselves to their traces, and when a run has grown out of one. */

const HEADROOM = 0.25; // of what an axis shows, where a run has grown out of it
const HEADROOM_FROM_ZERO = 0.6; // the same of steps: they go on, and a new axis takes as long as thirty frames

/** @typedef {[low: number, high: number]} Range */
/** @typedef {{ _id: string, type: string, range: Range, rangemode: string, autorange: unknown, autorangeoptions?: { clipmax?: number } }} Axis */
/** @typedef {{ min: { val: number }[], max: { val: number }[] }} Extremes */

/** @type {(extremes: Extremes) => Range} */
const ends = ({ min, max }) => [Math.min(...min.map(({ val }) => val)), Math.max(...max.map(({ val }) => val))];

/**
 * How far the traces on an axis reach, on the axis's own (linear or logarithmic) scale, and no farther than it may show.
 * @param {Plot} plot
 * @param {Axis} axis
 * @returns {Range}
 */
function extentOf(plot, { _id, autorangeoptions }) {
  const traces = plot._fullData.filter(({ visible, _extremes }) => visible === true && _extremes && _extremes[_id]);
  const reached = traces.map(({ _extremes }) => ends(_extremes[_id]));
  const most = autorangeoptions?.clipmax ?? Number.POSITIVE_INFINITY;
  return [Math.min(...reached.map(([low]) => low)), Math.min(most, Math.max(...reached.map(([, high]) => high)))];
}

/**
 * Whether an axis shows all of the traces on it, if there are any, and they fill half of it.
 * @param {Axis} axis
 * @param {Range} reached
 * @param {Range} shown
 */
function fits({ rangemode }, [low, high], [from, to]) {
  if (low > high) return true;
  const span = rangemode === "tozero" ? Math.max(high, 0) - Math.min(low, 0) : high - low;
  return low >= from && high <= to && (span === 0 || 2 * span >= to - from);
}

/**
 * Values that leave room beyond the ends at which the traces have grown out of an axis. Both ends are said: of a logarithmic
 * axis Plotly would take one value for all that is to be shown.
 * @param {Axis} axis
 * @param {Range} reached
 * @param {Range} shown
 */
function roomy({ type, rangemode }, [low, high], [from, to]) {
  const headroom = rangemode === "tozero" ? HEADROOM_FROM_ZERO : HEADROOM;
  const more = headroom * (Math.max(high, to) - Math.min(low, from));
  const values = [low < from ? low - more : low, high > to ? high + more : high];
  return values.map((value) => (type === "log" ? 10 ** value : value));
}

/**
 * The axes that fit themselves to their traces and no longer do, each with the values beyond that are to be shown.
 * @param {Plot} plot
 */
export function unfitAxes(plot) {
  const named = Object.entries(/** @type {Record<string, Axis>} */ (plot._fullLayout));
  const axes = named.filter(([name, axis]) => /^[xy]axis\d*$/.test(name) && axis.autorange);
  /** @type {Record<string, number[]>} */
  const beyond = {};
  for (const [name, axis] of axes) {
    /** @type {Range} */
    const shown = [Math.min(...axis.range), Math.max(...axis.range)];
    const reached = extentOf(plot, axis);
    if (!fits(axis, reached, shown)) beyond[name] = roomy(axis, reached, shown);
  }
  return beyond;
}
