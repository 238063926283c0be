/* The place of a figure, instead of that of Dash's own components (dcc.Graph), which bring 400 kB of scripts. Python
   declares it as ever; Dash's renderer looks for it here. One that has traces is drawn at once; after that modules of
   ours draw, and Dash does not.

   No module, since Dash may render a page before the modules are there. */
(() => {
  /** @typedef {import("./figures/bindings.mjs").FigureJson} FigureJson */

  /**
   * Plotly lets go of the scenes that it draws, but not of those that it cannot draw, where there is no WebGL.
   * @param {Plot} plot
   */
  function leave(plot) {
    for (const name of plot._fullLayout?._subplots.gl3d || []) {
      const { _scene: scene } = plot._fullLayout[name];
      if (!scene || scene.glplot) continue;
      scene.camera.mouseListener.enabled = false;
      scene.container.onclick = null; // it knows the whole figure
    }
    window.Plotly.purge(plot);
  }

  /** @param {{ id: string, config: object, figure?: FigureJson, style: object }} props */
  function Graph({ id, figure, config, style }) {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const place = useRef(null);
    useLayoutEffect(() => {
      const plot = /** @type {Plot} */ (place.current);
      const { data = [], layout = {} } = figure || {};
      plot.classList.add("js-plotly-plot"); // a purge takes it away
      plot.config = { ...config, typesetMath: false };
      if (data.length) window.Plotly.react(plot, data, { ...layout, autosize: true }, plot.config);
      return () => leave(plot); // what listens to the window would keep the whole page
    }, [id]); // React takes the element for a figure of the next page
    const whole = { height: "100%", width: "100%" };
    const plot = createElement("div", { ref: place, className: "js-plotly-plot", style: whole });
    return createElement("div", { id, className: "dash-graph", style }, plot);
  }

  window.dash_core_components = { Graph };
})();
