/* Axes that fit themselves to their traces, and when a run has grown out of one. */

const HEADROOM = 0.25; // of what an axis shows, where a run has grown out of it
const HEADROOM_FROM_ZERO = 0.6; // the same of steps: they go on, and a new axis takes as long as thirty frames
const SECONDS_AHEAD = 1; // for which an axis of steps has room at the pace of its run

/** @typedef {[low: number, high: number]} Range */
/** @typedef {{ _id: string, type: string, range: Range, rangemode: string, autorange: unknown, autorangeoptions?: { clipmax?: number } }} Axis */
/** @typedef {{ min: { val: number }[], max: { val: number }[] }} Extremes */
/** @typedef {{ high: number, at: number }} Growth  How far an axis of steps has reached, and when, in ms. */

/** Of the axes that a run has outgrown, by their names. @type {WeakMap<Plot, Record<string, Growth>>} */
const growths = new WeakMap();

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
 * @param {number} pace  of the upper end, in a second
 */
function roomy({ type, rangemode }, [low, high], [from, to], pace) {
  const headroom = rangemode === "tozero" ? HEADROOM_FROM_ZERO : HEADROOM;
  const more = Math.max(headroom * (Math.max(high, to) - Math.min(low, from)), pace * SECONDS_AHEAD);
  const values = [low < from ? low - more : low, high > to ? high + more : high];
  return values.map((value) => (type === "log" ? 10 ** value : value));
}

/**
 * Whether an axis stays as it is: a run that fills less than half of the room that it was given is on its way there.
 * @param {Axis} axis
 * @param {Range} reached
 * @param {Range} shown
 * @param {Growth | undefined} growth
 */
function stays(axis, reached, shown, growth) {
  if (growth && reached[1] >= growth.high) return reached[0] >= shown[0] && reached[1] <= shown[1];
  return fits(axis, reached, shown);
}

/**
 * The axes that fit themselves to their traces and no longer do, each with the values beyond that are to be shown.
 * @param {Plot} plot
 * @param {number} [now]  in ms
 */
export function unfitAxes(plot, now = performance.now()) {
  const named = Object.entries(/** @type {Record<string, Axis>} */ (plot._fullLayout));
  const axes = named.filter(([name, axis]) => /^[xy]axis\d*$/.test(name) && axis.autorange);
  const known = growths.get(plot) ?? {};
  growths.set(plot, known);
  /** @type {Record<string, number[]>} */
  const beyond = {};
  for (const [name, axis] of axes) {
    /** @type {Range} */
    const shown = [Math.min(...axis.range), Math.max(...axis.range)];
    const reached = extentOf(plot, axis);
    const before = known[name];
    if (stays(axis, reached, shown, before)) continue;
    const [, high] = reached;
    const pace = before && high > before.high ? (1000 * (high - before.high)) / (now - before.at) : 0;
    beyond[name] = roomy(axis, reached, shown, pace);
    delete known[name];
    if (axis.rangemode === "tozero" && high > shown[1]) known[name] = { high, at: now };
  }
  return beyond;
}
