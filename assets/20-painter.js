/* Puts the current frame of a run into the figures of the page.

   A trace says in its meta which recorded arrays it shows: `grow` up to the current frame, `now` at it, `scalar` for an
   attribute that is one number, `linear` for an attribute whose entries are linear in entries of the array at it.
   The traces of held runs (64-held-traces.js) follow the run's own. Nothing here knows a lesson. Figures are redrawn with Plotly.react: only what changed is computed anew. */
(function () {
  "use strict";

  const PLANE_INTERVAL = 33; // ms between two paintings of a figure
  const SPACE_INTERVAL = 200; // the same in three dimensions: software rendering draws few
  const TURN = 20; // ms of painting in one animation frame, but at least one figure

  const follows = ({ meta }) => meta && (meta.grow || meta.now || meta.scalar || meta.linear);

  function setDotted(target, path, value) {
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
    for (const [attribute, name] of Object.entries(trace.meta.grow || {}))
      if (frames.has(name)) setDotted(copy, attribute, frames.upTo(name, index));
    for (const [attribute, name] of Object.entries(trace.meta.now || {}))
      if (frames.has(name)) setDotted(copy, attribute, frames.now(name, index));
    for (const [attribute, name] of Object.entries(trace.meta.scalar || {}))
      if (frames.has(name)) setDotted(copy, attribute, frames.now(name, index)[0]);
    for (const [attribute, map] of Object.entries(trace.meta.linear || {}))
      if (frames.has(map.array)) setDotted(copy, attribute, combined(map, frames.now(map.array, index)));
    return copy;
  }

  function withFrame(data, frames, index) {
    const isThere = frames && frames.length > 0;
    const shown = isThere ? data.map((trace) => (follows(trace) ? moved(trace, frames, index) : trace)) : data;
    return window.nnviz.withHeld(shown);
  }

  function isSpace(data) {
    return data.some((trace) => trace.type === "surface" || trace.type === "scatter3d");
  }

  function plotIn(id) {
    const graph = document.getElementById(id);
    return graph && graph.querySelector(".js-plotly-plot");
  }

  /* Figures take turns: each waits until it was painted long enough ago, and no turn holds up the page for long. */
  class Painter {
    constructor(ids) {
      this.ids = ids;
      this.due = {}; // id -> when it may be painted again
      this.stale = new Set();
      this.cost = {}; // id -> ms of its last painting
    }
    /* The frame to show from now on. */
    show(frames, index) {
      Object.assign(this, { frames, index });
      for (const id of this.ids) this.stale.add(id);
    }
    /* Paint what is stale, due and on the screen, the figure that has waited longest first. */
    tick() {
      const started = performance.now();
      const waiting = [...this.stale].filter((id) => (this.due[id] || 0) <= started);
      waiting.sort((a, b) => (this.due[a] || 0) - (this.due[b] || 0));
      for (const id of waiting) {
        if (this.paint(id) && performance.now() - started > TURN) break;
      }
    }
    paint(id) {
      const plot = plotIn(id);
      if (!plot || !plot.data || !plot._fullLayout || !isOnScreen(plot)) return false;
      this.stale.delete(id);
      if (!plot.data.some(follows)) return false;
      const started = performance.now();
      window.Plotly.react(plot, withFrame(plot.data, this.frames, this.index), plot.layout);
      const now = performance.now();
      this.cost[id] = now - started;
      const isSlow = isSpace(plot.data);
      // On a slow machine a figure rests as long as it took, one in space twice as long, so that the page stays alive.
      this.due[id] = Math.max(
        started + (isSlow ? SPACE_INTERVAL : PLANE_INTERVAL),
        now + (isSlow ? 2 : 1) * this.cost[id]
      );
      return true;
    }
  }

  function isOnScreen(plot) {
    const box = plot.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  window.nnviz = Object.assign(window.nnviz || {}, { Painter, withFrame, isSpace, plotIn, setDotted });
})();
