/* Puts the current frame of a run into the figures of the page.

   A trace says in its meta which recorded arrays it shows: `grow` up to the current frame, `now` at it, `scalar` for an
   attribute that is one number. Nothing here knows a lesson. Figures are redrawn with Plotly.react: only what changed is computed anew. */
(function () {
  "use strict";

  const SPACE_INTERVAL = 200; // ms between two drawings of a 3D figure: software rendering draws few

  const follows = (trace) => trace.meta && (trace.meta.grow || trace.meta.now || trace.meta.scalar);

  function setDotted(target, path, value) {
    const names = path.split(".");
    const last = names.pop();
    let place = target;
    for (const name of names) place = place[name] = Object.assign({}, place[name]);
    place[last] = value;
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
    return copy;
  }

  function withFrame(data, frames, index) {
    if (!frames || frames.length === 0) return data;
    return data.map((trace) => (follows(trace) ? moved(trace, frames, index) : trace));
  }

  function isSpace(data) {
    return data.some((trace) => trace.type === "surface" || trace.type === "scatter3d");
  }

  function plotIn(id) {
    const graph = document.getElementById(id);
    return graph && graph.querySelector(".js-plotly-plot");
  }

  class Painter {
    constructor(ids) {
      this.ids = ids;
      this.painted = {}; // id -> when it was last painted
      this.cost = 0; // ms of the last painting
    }
    /* Paint all figures that are on the screen; `still` paints those in space too, whenever they were painted last. */
    paint(frames, index, still) {
      const started = performance.now();
      for (const id of this.ids) {
        const plot = plotIn(id);
        if (!plot || !plot.data || !plot._fullLayout || !plot.data.some(follows)) continue;
        if (isSpace(plot.data) && !still && started - (this.painted[id] || 0) < SPACE_INTERVAL) continue;
        if (!still && !this.isVisible(plot)) continue;
        this.painted[id] = started;
        window.Plotly.react(plot, withFrame(plot.data, frames, index), plot.layout);
      }
      this.cost = performance.now() - started;
    }
    isVisible(plot) {
      const box = plot.getBoundingClientRect();
      return box.bottom > 0 && box.top < window.innerHeight;
    }
  }

  window.nnviz = Object.assign(window.nnviz || {}, { Painter, withFrame, plotIn });
})();
