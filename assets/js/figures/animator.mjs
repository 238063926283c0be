/* Puts the current frame of a run into the figures of the page.

   Which arrays a trace shows is said in bindings.mjs. While a run plays, only what has moved is painted (fast_traces.mjs)
   where that is possible; Plotly.react paints the rest, and every figure when the run rests. */

import { byId } from "../dom.mjs";
import { forScreen, isSmall } from "./as_drawn.mjs";
import { message } from "../messages.mjs";
import { follows } from "./bindings.mjs";
import { followEnds } from "./end_labels.mjs";
import { paintFast } from "./fast_traces.mjs";
import { withThinLeaving } from "./leaving_paths.mjs";
import { isSpace, plotIn, withFrame } from "./plots.mjs";
import { canDrawSpace } from "./space_traces.mjs";
import { cannotDraw } from "./without_space.mjs";

/** @typedef {import("../run/frames.mjs").Frames} Frames */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {{ id: string, started: number, frames: number, isAtRest: boolean }} Drawing */

const PLANE_INTERVAL = 12; // ms between two paintings of a figure: every animation frame of most displays
const SMALL_INTERVALS = { least: 30, most: 80 }; // of one that stands beside the leading one
const SMALL_SHARE = 0.1; // of the time that it may take between these
const SPACE_INTERVAL = 200; // the same in three dimensions
const REST = 100; // ms without another frame until whole figures are painted
const TURN = 10; // ms of painting in one animation frame, but at least one figure
const DEAR = 120; // ms of a figure in space from which on it waits until the run rests
const SURE = 3; // how often in a row it has to be as dear as that

/**
 * What is cheap to paint moves as smoothly beside the leading figure as in its place.
 * @param {number} cost  of the last painting, in ms
 */
const smallInterval = (cost) => Math.max(SMALL_INTERVALS.least, Math.min(cost / SMALL_SHARE, SMALL_INTERVALS.most));

/**
 * The figure with its caption: Dash may put another element in the place of the plot itself.
 * @param {string} id
 */
const frameOf = (id) => /** @type {Element} */ (byId(id).closest("figure"));

/** @param {string} id */
function sayThatItWaits(id) {
  const caption = frameOf(id).querySelector("figcaption");
  if (caption) caption.dataset.waits = message("run.waits");
}

/**
 * The layout whose axes also show these values; without any it is the figure's own.
 * @param {Layout} layout
 * @param {Record<string, number[]>} beyond
 * @returns {Layout}
 */
function showing(layout, beyond) {
  const changed = Object.keys(layout).filter((name) => name in beyond);
  /** @param {string} name */
  const fitted = (name) => {
    const autorangeoptions = { ...layout[name].autorangeoptions, include: beyond[name] };
    return [name, { ...layout[name], autorangeoptions }];
  };
  return { ...layout, ...Object.fromEntries(changed.map(fitted)) };
}

/* Figures take turns: each waits until it was painted long enough ago, and no turn holds up the page for long. */
export class Animator {
  /** When each may be painted again. @type {Record<string, number>} */
  due = {};
  /** How many ms its last painting took. @type {Record<string, number>} */
  cost = {};
  /** How often each was painted. @type {Record<string, number>} */
  painted = {};
  /** The figures that do not show the frame yet. @type {Set<string>} */
  stale = new Set();
  /** Those that are not on the screen. @type {Set<string>} */
  away = new Set();
  /** The figure in space that is being drawn. @type {Drawing | null} */
  heavy = null;
  /** How often in a row each figure in space was dear. @type {Record<string, number>} */
  dear = {};
  /** @type {Frames | null} */
  frames = null;
  index = 0;
  rests = Infinity; // when whole figures are painted

  /** @param {Record<string, string>} names  of the figures, by their ids */
  constructor(names) {
    this.names = names;
    this.ids = Object.keys(names);
    this.whole = new Set(this.ids); // those of which not only what has moved is to be painted
    this.watch(new Map(this.ids.map((id) => [frameOf(id), id])));
  }

  /** @param {Map<Element, string>} figures */
  watch(figures) {
    /** @param {IntersectionObserverEntry} seen */
    const see = ({ target, isIntersecting }) => this.away[isIntersecting ? "delete" : "add"](figures.get(target) || "");
    const observer = new IntersectionObserver((seen) => seen.forEach(see));
    for (const figure of figures.keys()) observer.observe(figure);
  }

  /**
   * The frame to show from now on; one that stays is soon painted again with all that is around it.
   * @param {Frames} frames
   * @param {number} index
   * @param {boolean} stays
   */
  show(frames, index, stays) {
    Object.assign(this, { frames, index, rests: stays ? performance.now() + REST : Infinity });
    for (const id of this.ids) this.stale.add(id);
  }

  /** @param {number} now */
  settle(now) {
    if (now < this.rests) return;
    this.rests = Infinity;
    this.whole = new Set(this.ids);
    for (const id of this.ids) this.stale.add(id);
  }

  /**
   * Whether it is a figure's turn: one that is dear in space, as where software draws it, has its turn when the run rests.
   * @param {string} id
   * @param {number} now
   */
  isDue(id, now) {
    if (this.away.has(id) || (this.due[id] || 0) > now) return false;
    return !(this.dear[id] >= SURE) || this.whole.has(id);
  }

  /** Paint what is stale, due and on the screen, the figure that has waited longest first. */
  tick() {
    const started = performance.now();
    this.weigh(started);
    this.settle(started);
    const waiting = [...this.stale].filter((id) => this.isDue(id, started));
    waiting.sort((a, b) => (this.due[a] || 0) - (this.due[b] || 0));
    let isFirst = true;
    for (const id of waiting) {
      const end = performance.now() - started + (this.cost[id] || 0);
      if (!isFirst && end > TURN) continue; // its turn is the first of a later animation frame
      if (this.paint(id)) isFirst = false;
    }
  }

  /**
   * What a figure in space costs shows two animation frames later: WebGL draws after it has been told to.
   * @param {number} now
   */
  weigh(now) {
    if (!this.heavy) return;
    this.heavy.frames += 1;
    const { id, started, frames, isAtRest } = this.heavy;
    if (frames < 2) return;
    this.heavy = null;
    this.rest(id, started, now, SPACE_INTERVAL);
    if (isAtRest) return; // all figures are painted in full then, which takes long anywhere
    this.dear[id] = this.cost[id] > DEAR ? (this.dear[id] || 0) + 1 : 0;
    if (this.dear[id] === SURE) sayThatItWaits(id);
  }

  /**
   * On a slow machine a figure rests as long as it took, so that the page stays alive.
   * @param {string} id
   * @param {number} started
   * @param {number} now
   * @param {number} interval
   */
  rest(id, started, now, interval) {
    this.cost[id] = now - started;
    this.due[id] = Math.max(started + interval, now + this.cost[id]);
  }

  /** @param {string} id */
  paint(id) {
    const plot = plotIn(id);
    if (!plot?.data || !plot._fullLayout) return false;
    this.stale.delete(id);
    const isAtRest = this.whole.has(id);
    if (!plot.data.some(follows) || (cannotDraw(plot) && !isAtRest)) return false;
    const started = performance.now();
    this.put(id, plot);
    this.painted[id] = (this.painted[id] || 0) + 1;
    const now = performance.now();
    this.rest(id, started, now, isSmall(this.names[id]) ? smallInterval(now - started) : PLANE_INTERVAL);
    if (isSpace(plot.data)) this.heavy = { id, started, frames: 0, isAtRest };
    return true;
  }

  /**
   * What has moved, if that is possible and its axes fit; else the whole figure.
   * @param {string} id
   * @param {Plot} plot
   */
  put(id, plot) {
    const beyond = this.whole.has(id) ? {} : paintFast(plot, withFrame(plot.data, this.frames, this.index));
    this.whole.delete(id);
    const figure = beyond && forScreen(this.names[id]);
    if (!figure || (isSpace(figure.data) && !canDrawSpace())) return;
    followEnds(plot, figure);
    const data = withThinLeaving(withFrame(figure.data, this.frames, this.index), figure.layout);
    window.Plotly.react(plot, data, showing(figure.layout, beyond));
  }
}
