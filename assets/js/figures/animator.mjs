/* Puts the current frame of a run into the figures of the page.

   Which arrays a trace shows is said in bindings.mjs. The traces of held runs (comparison/traces.mjs) follow the run's own.
   While a run plays, only what has moved is painted (fast_traces.mjs) where that is possible; Plotly.react paints the rest,
   and every figure when the run rests. */

import { withHeld } from "../comparison/traces.mjs";
import { atFrame, follows } from "./bindings.mjs";
import { paintQuickly } from "./fast_traces.mjs";

const PLANE_INTERVAL = 28; // ms between two paintings of a figure: every second animation frame of most displays
const SPACE_INTERVAL = 200; // the same in three dimensions: software rendering draws few
const REST = 100; // ms without another frame until whole figures are painted
const TURN = 20; // ms of painting in one animation frame, but at least one figure


/* The traces of a figure as they show a frame, and after them those of held runs. */
export const withFrame = (data, frames, index) => withHeld(atFrame(data, frames, index));

export function isSpace(data) {
  return data.some((trace) => trace.type === "surface" || trace.type === "scatter3d");
}

export function plotIn(id) {
  const graph = document.getElementById(id);
  return graph && graph.querySelector(".js-plotly-plot");
}

/* The figure with its caption: Dash may put another element in the place of the plot itself. */
const frameOf = (id) => document.getElementById(id).closest("figure");

/* The layout whose axes also show these values; without any it is the figure's own. */
function showing(layout, beyond) {
  const changed = Object.keys(layout).filter((name) => name in beyond || (layout[name] || {}).autorangeoptions);
  const fitted = (name) => [name, { ...layout[name], autorangeoptions: beyond[name] && { include: beyond[name] } }];
  return changed.length ? { ...layout, ...Object.fromEntries(changed.map(fitted)) } : layout;
}

/* Figures take turns: each waits until it was painted long enough ago, and no turn holds up the page for long. */
export class Painter {
  constructor(ids) {
    this.ids = ids;
    this.due = {}; // id -> when it may be painted again
    this.stale = new Set();
    this.whole = new Set(ids); // ids of figures of which not only what has moved is to be painted
    this.cost = {}; // id -> ms of its last painting
    this.painted = {}; // id -> how often it was
    this.heavy = null; // {id, started, frames}: the figure in space that is being drawn
    this.away = new Set(); // ids of figures that are not on the screen
    this.watch(new Map(ids.map((id) => [frameOf(id), id])));
  }
  watch(figures) {
    const see = ({ target, isIntersecting }) => this.away[isIntersecting ? "delete" : "add"](figures.get(target));
    const observer = new IntersectionObserver((seen) => seen.forEach(see));
    for (const figure of figures.keys()) observer.observe(figure);
  }
  /* The frame to show from now on; one that stays is soon painted again with all that is around it. */
  show(frames, index, stays) {
    Object.assign(this, { frames, index, rests: stays ? performance.now() + REST : Infinity });
    for (const id of this.ids) this.stale.add(id);
  }
  settle(now) {
    if (now < this.rests) return;
    this.rests = Infinity;
    this.whole = new Set(this.ids);
    for (const id of this.ids) this.stale.add(id);
  }
  /* Paint what is stale, due and on the screen, the figure that has waited longest first. */
  tick() {
    const started = performance.now();
    this.weigh(started);
    this.settle(started);
    const waiting = [...this.stale].filter((id) => (this.due[id] || 0) <= started && !this.away.has(id));
    waiting.sort((a, b) => (this.due[a] || 0) - (this.due[b] || 0));
    for (const id of waiting) {
      if (this.paint(id) && performance.now() - started > TURN) break;
    }
  }
  /* What a figure in space costs shows two animation frames later: WebGL draws after it has been told to. */
  weigh(now) {
    if (!this.heavy || (this.heavy.frames += 1) < 2) return;
    const { id, started } = this.heavy;
    this.heavy = null;
    this.rest(id, started, now, SPACE_INTERVAL);
  }
  /* On a slow machine a figure rests as long as it took, so that the page stays alive. */
  rest(id, started, now, interval) {
    this.cost[id] = now - started;
    this.due[id] = Math.max(started + interval, now + this.cost[id]);
  }
  paint(id) {
    const plot = plotIn(id);
    if (!plot || !plot.data || !plot._fullLayout) return false;
    this.stale.delete(id);
    if (!plot.data.some(follows)) return false;
    const started = performance.now();
    this.put(id, plot);
    this.painted[id] = (this.painted[id] || 0) + 1;
    this.rest(id, started, performance.now(), PLANE_INTERVAL);
    if (isSpace(plot.data)) this.heavy = { id, started, frames: 0 };
    return true;
  }
  /* What has moved, if that is possible and its axes fit; else the whole figure. */
  put(id, plot) {
    const data = withFrame(plot.data, this.frames, this.index);
    const beyond = this.whole.has(id) ? {} : paintQuickly(plot, data);
    this.whole.delete(id);
    if (beyond) window.Plotly.react(plot, data, showing(plot.layout, beyond));
  }
}
