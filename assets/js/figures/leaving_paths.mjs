/* Paths that leave the picture, as those of a run that diverges: they would cross it again and again and cover the others, so
   they are thin, lie below the others, and the legend says what they do. The edge of the picture cuts them. */

import { message } from "../messages.mjs";

/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */

const FEW = 3; // steps beyond the picture; a single one may be noise
const SHARE = 0.05; // of the steps; a run that has come back and stays belongs to the picture
const THIN = { scatter: 1, scatter3d: 2 };

/**
 * Whether a trace is a run's way among weights, whose steps are told under the pointer; also of a run that is compared.
 * @param {Trace} trace
 */
const isPath = ({ meta, mode, customdata }) =>
  mode === "lines" && !!meta && (!!meta.grow?.customdata || (meta.compared !== undefined && !!customdata));

/**
 * What the axes of a trace show, each that does not fit itself to its traces, and the numbers that lie on it.
 * @param {Trace} trace
 * @param {Layout} layout
 */
function shownBeside(trace, layout) {
  const axes = trace.type === "scatter3d" ? layout[trace.scene || "scene"] : layout;
  return ["x", "y", "z"].flatMap((letter) => {
    const range = axes?.[`${letter}axis`]?.range;
    return range && trace[letter] ? [{ range, values: trace[letter] }] : [];
  });
}

/**
 * Whether a path that has been in the picture goes on beyond it.
 * @param {Trace} trace
 * @param {Layout} layout
 */
function leaves(trace, layout) {
  const axes = shownBeside(trace, layout);
  if (!isPath(trace) || !axes.length) return false;
  let beyond = 0;
  let hasBeenIn = false;
  for (let i = 0; i < axes[0].values.length; i++) {
    const isIn = axes.every(({ range: [from, to], values }) => values[i] >= from && values[i] <= to); // no number is not
    if (isIn) hasBeenIn = true;
    else if (hasBeenIn) beyond += 1;
  }
  return beyond >= Math.max(FEW, SHARE * axes[0].values.length);
}

/** @param {Trace} trace */
const thinned = (trace) => ({
  ...trace,
  name: message("figure.leaves", { name: trace.name }),
  showlegend: true,
  line: { ...trace.line, width: THIN[/** @type {keyof typeof THIN} */ (trace.type || "scatter")] },
});

/** @param {Trace} trace */
const isCopy = ({ meta }) => meta?.compared !== undefined;

/**
 * The traces of a figure with the paths that leave it thin, and below all other paths. Those of runs that are compared stay at
 * the end: there they are looked for when only what has moved is painted.
 * @param {Trace[]} data
 * @param {Layout} layout
 */
export function withThinLeaving(data, layout) {
  const first = data.findIndex(isPath);
  if (first < 0) return data;
  const shown = data.map((trace) => (leaves(trace, layout) ? thinned(trace) : trace));
  const isBelow = data.map((trace, i) => shown[i] !== trace && !isCopy(trace));
  const own = shown.slice(first);
  const below = own.filter((_, i) => isBelow[first + i]);
  return [...shown.slice(0, first), ...below, ...own.filter((_, i) => !isBelow[first + i])];
}
