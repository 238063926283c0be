/* How a figure is bound to a run: a trace says in its meta which recorded arrays it shows, `grow` up to the current frame,
   `now` at it, `scalar` for an attribute that is one number, `linear` for an attribute whose entries are linear in entries
   of the array at it. Nothing here knows a lesson. */

/* Whether a trace shows recorded arrays. */
export const follows = ({ meta }) => !!meta && !!(meta.grow || meta.now || meta.scalar || meta.linear);

/* Set an attribute such as `marker.color`, in copies of the parts it is in. */
export function setDotted(target, path, value) {
  const names = path.split(".");
  const last = names.pop();
  let place = target;
  for (const name of names) place = place[name] = Object.assign({}, place[name]);
  place[last] = value;
}

/* base[i] + factor[i] · values[index[i]], with a gap where the base has one. */
function combined({ base, factor, index }, values) {
  return base.map((at, i) => (at === null ? null : at + factor[i] * values[index[i]]));
}

/* A copy of the trace that shows a frame; the trace itself when the run does not have its arrays. */
function moved(trace, frames, index) {
  const copy = Object.assign({}, trace);
  const { grow = {}, now = {}, scalar = {}, linear = {} } = trace.meta;
  for (const [attribute, name] of Object.entries(grow))
    if (frames.has(name)) setDotted(copy, attribute, frames.upTo(name, index));
  for (const [attribute, name] of Object.entries(now))
    if (frames.has(name)) setDotted(copy, attribute, frames.now(name, index));
  for (const [attribute, name] of Object.entries(scalar))
    if (frames.has(name)) setDotted(copy, attribute, frames.now(name, index)[0]);
  for (const [attribute, map] of Object.entries(linear))
    if (frames.has(map.array)) setDotted(copy, attribute, combined(map, frames.now(map.array, index)));
  return copy;
}

/* The traces of a figure as they show a frame, if there is one. */
export function atFrame(data, frames, index) {
  if (!frames || frames.length === 0) return data;
  return data.map((trace) => (follows(trace) ? moved(trace, frames, index) : trace));
}
