/* Puts what the server has drawn on the screen: figures, texts, the reasons for greyed controls, limits of sliders.

   A figure goes straight to Plotly, since Dash's renderer would go through the whole page for each. Each animation frame
   draws one figure, first of those that are looked at, so that none is held up by all; while one waits for its turn a
   later drawing of it takes its place. */

import { isSpace, plotIn } from "./animator.mjs";
import { fitted } from "../shell/projector.mjs";

const setProps = (id, props) => window.dash_clientside.set_props(id, props);
const byId = (id) => document.getElementById(id);
const nextFrame = () => new Promise((done) => window.requestAnimationFrame(done));

/* Whether Dash has made the place of a figure ready, with an earlier figure or an empty one in it. */
const isReady = (plot) => !!plot && !!plot._fullLayout && !plot.classList.contains("dash-graph--pending");

const TOLD = ["click", "clickannotation", "hover", "unhover", "selected", "deselect", "relayout", "restyle"];
const ours = new WeakSet(); // plots of which Dash is told no more

/* Dash keeps the figure that it drew itself and would put it back when an axis is zoomed or a scene is turned. Nothing
   asks it for these events, so it no longer hears of them. */
function makeOurs(plot) {
  if (ours.has(plot)) return;
  ours.add(plot);
  for (const event of TOLD) plot.removeAllListeners(`plotly_${event}`);
}

function isLookedAt(plot) {
  const { top, bottom } = plot.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

export class Pictures {
  /* `withFrame(data)` is data with what the run shows just now. */
  constructor({ lesson, fields }, withFrame) {
    Object.assign(this, { lesson, fields, withFrame, waiting: new Map(), isWorking: false });
  }

  get isOnScreen() {
    return !!byId(`${this.lesson}--page`);
  }

  /* Whether something is still to be put on the screen. */
  get isBusy() {
    return this.isOnScreen && (this.waiting.size > 0 || this.isWorking);
  }

  show({ figures, texts, irrelevant, limits }) {
    if (!this.isOnScreen) return;
    this.put(figures);
    for (const [name, text] of Object.entries(texts)) setProps(`${this.lesson}-${name}`, { children: text });
    for (const name of Object.keys(this.fields)) {
      this.showLimit(name, limits[name]);
      this.showReason(name, irrelevant[name] || "");
    }
  }

  /* Draw figures, name -> figure, when it is their turn. */
  async put(figures) {
    for (const [name, figure] of Object.entries(figures)) this.waiting.set(name, figure);
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      while (this.isOnScreen && this.waiting.size > 0) {
        await nextFrame();
        const name = this.isOnScreen && this.next();
        if (name) await this.draw(name);
      }
    } finally {
      this.isWorking = false;
    }
  }

  /* The next figure of those whose place is ready: flat before in space, on the screen before others. */
  next() {
    const ready = [...this.waiting.keys()].filter((name) => isReady(this.plot(name)));
    const rank = (name) => (isLookedAt(this.plot(name)) ? 0 : 1) + (isSpace(this.waiting.get(name).data) ? 2 : 0);
    return ready.sort((a, b) => rank(a) - rank(b))[0];
  }

  plot(name) {
    return plotIn(`${this.lesson}-${name}`);
  }

  draw(name) {
    const figure = this.waiting.get(name);
    this.waiting.delete(name);
    makeOurs(this.plot(name));
    const { data, layout } = fitted(name, { ...figure, data: this.withFrame(figure.data) });
    return window.Plotly.react(this.plot(name), data, { ...layout, autosize: true });
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
