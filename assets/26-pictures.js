/* Puts what the server has drawn on the screen: figures, texts, the reasons for greyed controls, limits of sliders.

   A figure goes straight to Plotly, since Dash's renderer would go through the whole page for each. Figures in space take
   long to draw and formulas long to set: while a slider or a handle moves they wait until it rests. */
(function () {
  "use strict";

  const REST = 120; // ms
  const LONG_TEXT = "-text";

  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const byId = (id) => document.getElementById(id);
  const nextFrame = () => new Promise((done) => window.requestAnimationFrame(done));
  const { isSpace, plotIn } = window.nnviz;

  class Pictures {
    /* `withFrame(data)` is data with what the run shows just now. */
    constructor({ lesson, fields }, withFrame) {
      Object.assign(this, { lesson, fields, withFrame, resting: new Map(), newer: new Set(), turns: 0 });
    }

    get isOnScreen() {
      return !!byId(`${this.lesson}--page`);
    }

    /* Whether something is still to be put on the screen. */
    get isBusy() {
      return this.isOnScreen && (this.resting.size > 0 || this.turns > 0);
    }

    /* Figures one after the other, an animation frame each, so that the first is not seen with the last; one that has
       been shown for other settings since (own data, a slider) is newer and stays. */
    async open(figures) {
      const entries = Object.entries(figures);
      const flat = entries.filter(([, { data }]) => !isSpace(data));
      const inSpace = entries.filter(([, { data }]) => isSpace(data));
      this.turns += 1;
      for (const [name, figure] of [...flat, ...inSpace]) if (!this.newer.has(name)) await this.put(name, figure);
      this.turns -= 1;
    }

    show({ figures, texts, irrelevant, limits }) {
      if (!this.isOnScreen) return;
      for (const [name, figure] of Object.entries(figures)) {
        this.newer.add(name);
        this.whenAtRest(name, isSpace(figure.data), () => this.put(name, figure));
      }
      for (const [name, text] of Object.entries(texts))
        this.whenAtRest(name, name === LONG_TEXT, () => setProps(`${this.lesson}-${name}`, { children: text }));
      for (const name of Object.keys(this.fields)) {
        this.showLimit(name, limits[name]);
        this.showReason(name, irrelevant[name] || "");
      }
    }

    whenAtRest(name, isSlow, draw) {
      clearTimeout(this.resting.get(name));
      this.resting.delete(name);
      const act = () => this.isOnScreen && draw();
      if (isSlow) this.resting.set(name, setTimeout(() => this.resting.delete(name) && act(), REST));
      else act();
    }

    /* A figure in its place, which Dash makes ready when the page appears. */
    async put(name, figure) {
      const id = `${this.lesson}-${name}`;
      this.turns += 1;
      do await nextFrame();
      while (this.isOnScreen && !(plotIn(id) && plotIn(id)._fullLayout));
      this.turns -= 1;
      if (!this.isOnScreen) return;
      const drawn = window.nnviz.fitted(name, { ...figure, data: this.withFrame(figure.data) });
      window.Plotly.react(plotIn(id), drawn.data, { ...drawn.layout, autosize: true });
    }

    /* Why a control does nothing just now, and the control greyed; no reason, and it is as ever. */
    showReason(name, reason) {
      const note = byId(`${this.lesson}-${name}-why`);
      if (note.textContent === reason) return;
      note.textContent = reason;
      setProps(`${this.lesson}-${name}`, { disabled: reason !== "" });
    }

    /* The line under a slider at a value that follows from the settings. */
    showLimit(name, limit) {
      const place = byId(`${this.lesson}-${name}-limit`);
      if (!place) return;
      place.textContent = limit ? limit.label : "";
      if (limit) place.style.setProperty("--along", limit.along);
    }
  }

  window.nnviz = Object.assign(window.nnviz, { Pictures });
})();
