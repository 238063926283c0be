/* What is drawn of held runs: a dimmed copy of each growing trace on the screen, as far as a held run has its arrays. */

import { heldLabels } from "./names.mjs";
import { setDotted } from "../figures/bindings.mjs";
import { session } from "../session.mjs";

export const DASHES = ["dash", "dot", "dashdot", "longdash", "longdashdot", "3px 9px"];
const IN_SPACE = { "3px 9px": "dot" }; // Plotly knows five dashes there


const isHeld = ({ meta }) => !!meta && meta.held !== undefined;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/* Whether a run has all that a growing trace shows. Over the steps that is enough; a path lies among weights, and so
   wants a model with as many. */
function fits({ meta }, { frames }) {
  if (!meta || !meta.grow || !Object.values(meta.grow).every((array) => frames.isSeries(array))) return false;
  return meta.grow.x === "step" || haveSameWidths(frames, session.playback.frames);
}

function haveSameWidths(held, playing) {
  const [ours, theirs] = [held.widths(), playing.widths()];
  return Object.keys(ours).every((name) => !(name in theirs) || ours[name] === theirs[name]);
}

function style({ type, line }, place) {
  if (type !== "scatter3d") return { width: 1.5, dash: DASHES[place] };
  return { width: 0.6 * ((line && line.width) || 5), dash: IN_SPACE[DASHES[place]] || DASHES[place] };
}

function dimmed(trace, run, place, label) {
  const meaning = trace.name ? `${label}: ${trace.name}` : label;
  const copy = Object.assign({}, trace, {
    name: label,
    uid: `held-${place}-${Object.values(trace.meta.grow)}`,
    meta: { held: place },
    opacity: 0.6,
    line: { ...trace.line, ...style(trace, place) },
    legendgroup: `held-${place}`,
    showlegend: false,
    hoverinfo: "skip",
    hovertemplate: `${(trace.hovertemplate || "%{y:.4g}").split("<extra>")[0]}<extra>${meaning}</extra>`,
  });
  if ((trace.mode || "lines").includes("lines")) copy.mode = "lines";
  run.arrays = run.arrays || {};
  for (const [attribute, array] of Object.entries(trace.meta.grow)) {
    run.arrays[array] = run.arrays[array] || run.frames.upTo(array, run.frames.length - 1);
    setDotted(copy, attribute, run.arrays[array]);
  }
  return copy;
}

/* Of a run's traces the boldest, which matters most, stands in the legend and speaks under the pointer. */
function name(copies, originals) {
  const widths = originals.map(({ line }) => (line && line.width) || 2);
  const boldest = copies[widths.indexOf(Math.max(...widths))];
  if (boldest) Object.assign(boldest, { showlegend: true, hoverinfo: "all" });
  return copies;
}

/* The traces of a figure and after them those of the held runs. */
export function withHeld(data) {
  const own = data.filter((trace) => !isHeld(trace));
  const runs = session.comparison;
  if (runs.length === 0) return own;
  const names = heldLabels().map(escaped);
  const held = runs.flatMap((run, place) => {
    const fitting = run.frames ? own.filter((trace) => fits(trace, run)) : [];
    return name(fitting.map((trace) => dimmed(trace, run, place, names[place])), fitting);
  });
  return [...own, ...held];
}
