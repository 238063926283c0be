/* How a figure is bound to a run and to the settings: its traces and its layout say so in their meta.

   A trace says which recorded arrays it shows: `grow` up to the current frame, `now` at it, `linear` for an attribute
   whose entries are linear in entries of the array at it. A layout says which fields a click or a drag on it sets
   (handles.mjs), which scenes are turned together (cameras.mjs), and where the neurons of a network stand (network_tools.mjs). Both are written by nnviz/figures/bindings.py. */

/** @typedef {import("../run/frames.mjs").Frames} Frames */

/** @typedef {{ array: string, base: (number | null)[], factor: number[], index: number[] }} LinearMap */
/** @typedef {Record<string, string>} ArrayOf  attribute of the trace -> recorded array */
/**
 * @typedef {object} Binding  The meta of a trace.
 * @property {ArrayOf} [grow]
 * @property {ArrayOf} [now]
 * @property {Record<string, LinearMap>} [linear]
 * @property {number} [compared]  the place of the run that it is a copy for
 */
/** @typedef {string | { field: string, at?: number[], texts?: string[] }} Target  The field that an axis sets. */
/** @typedef {Record<string, Target>} Targets */
/** @typedef {{ x?: number, y?: number, drag: Targets }} Handle */
/**
 * @typedef {object} Drags  The meta of a layout.
 * @property {Targets} [click]
 * @property {Targets} [drag]
 * @property {Handle[]} [handles]
 * @property {number} [exponent]  of the norm
 * @property {string[]} [cameras]
 * @property {import("./network_places.mjs").Network} [network]
 */
/** @typedef {Record<string, any> & { meta?: Binding }} Trace */
/** @typedef {Record<string, any> & { meta?: Drags }} Layout */
/** @typedef {{ data: Trace[], layout: Layout }} FigureJson */

/**
 * Whether a trace shows recorded arrays.
 * @param {Trace} trace
 * @returns {trace is Trace & { meta: Binding }}
 */
export const follows = (trace) => {
  const { meta } = trace;
  return !!meta && !!(meta.grow || meta.now || meta.linear);
};

/**
 * Set an attribute such as `marker.color`, in copies of the parts it is in.
 * @param {Record<string, any>} target
 * @param {string} path
 * @param {unknown} value
 */
export function setDotted(target, path, value) {
  const names = path.split(".");
  let place = target;
  for (const name of names.slice(0, -1)) place = place[name] = { ...place[name] };
  place[names[names.length - 1]] = value;
}

/**
 * base[i] + factor[i] · values[index[i]], with a gap where the base has one.
 * @param {LinearMap} map
 * @param {ArrayLike<number>} values
 */
function combined({ base, factor, index }, values) {
  return base.map((at, i) => (at === null ? null : at + factor[i] * values[index[i]]));
}

const PLACE = " (%{x})";

/**
 * What hover says of a point of a thinned trace: lines thinned apart have points at different places.
 * @param {string} template
 */
const sayingItsPlace = (template) =>
  template.includes(PLACE) ? template : template.replace(/(<extra>|$)/, `${PLACE}$1`);

/**
 * A copy of the trace that shows a frame; an attribute stays when the run does not have its array.
 * @param {Trace & { meta: Binding }} trace
 * @param {Frames} frames
 * @param {number} index
 */
function moved(trace, frames, index) {
  const copy = { ...trace };
  const { grow = {}, now = {}, linear = {} } = trace.meta;
  for (const [attribute, values] of Object.entries(frames.grown(grow, index))) setDotted(copy, attribute, values);
  if (frames.curveOf(grow) && copy.hovertemplate) copy.hovertemplate = sayingItsPlace(copy.hovertemplate);
  for (const [attribute, array] of Object.entries(now))
    if (frames.has(array)) setDotted(copy, attribute, frames.now(array, index));
  for (const [attribute, map] of Object.entries(linear))
    if (frames.has(map.array)) setDotted(copy, attribute, combined(map, frames.now(map.array, index)));
  return copy;
}

/**
 * The traces of a figure as they show a frame, if there is one.
 * @param {Trace[]} data
 * @param {Frames | null} frames
 * @param {number} index
 */
export function atFrame(data, frames, index) {
  if (!frames || frames.length === 0) return data;
  return data.map((trace) => (follows(trace) ? moved(trace, frames, index) : trace));
}
