/* Projector mode: one figure fills the screen, black on white in large type, above it the playback and below it a strip
   with the few controls that matter. The mode is a part of the link: `projector=` names the figure (`on` for the main one),
   `strip=` the controls where they are not the sliders of the first group. */

import { plotIn } from "../figures/animator.mjs";
import { session } from "../session.mjs";
import { keepQuery, textOf } from "../settings/links.mjs";
import { showTheme } from "../theme/theme.mjs";

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const figureOf = (name) => document.querySelector(`figure[data-figure="${name}"]`);
const isOn = () => root.dataset.projector !== undefined;

let opener = null; // the button that gets the focus back, if it was reached by key

/* ---- type that reads from the back row ---- */

const KEY_WIDTH = 30; // of a line in a legend, as Plotly draws it
const GROWING = { font: "size", marker: "size", line: "width" };

/* A copy of a part of a figure in which type, marks and lines are larger; arrays of numbers are shared. */
function grown(part, factor) {
  if (Array.isArray(part)) return part.length && isPlain(part[0]) ? part.map((item) => grown(item, factor)) : part;
  if (!isPlain(part)) return part;
  const copy = {};
  for (const [key, value] of Object.entries(part)) {
    copy[key] = grown(value, factor);
    const grows = GROWING[key.endsWith("font") ? "font" : key];
    if (grows && isPlain(value) && grows in value) copy[key][grows] = times(value[grows], factor);
  }
  return copy;
}

function isPlain(value) {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

function times(size, factor) {
  if (Array.isArray(size) || ArrayBuffer.isView(size)) return Array.from(size, (one) => one * factor);
  return typeof size === "number" ? size * factor : size;
}

/* How much larger a figure is to be than it was drawn. */
function factorOf(name) {
  return isOn() && root.dataset.projector === name ? parseFloat(getComputedStyle(root).fontSize) / 16 : 1;
}

/* A figure as the screen wants it, however large it was before. */
export function fitted(name, { data, layout, ...rest }) {
  const before = (layout.meta && layout.meta.grown) || 1;
  const factor = factorOf(name);
  if (factor === before) return { data, layout, ...rest };
  const larger = grown(layout, factor / before);
  larger.meta = { ...layout.meta, grown: factor };
  larger.legend = { ...larger.legend, itemwidth: KEY_WIDTH * factor };
  return { data: grown(data, factor / before), layout: larger, ...rest };
}

/* Draw a figure in its present size, as soon as it is there. */
function fit(name) {
  const { page, animator, playback } = session;
  const plot = plotIn(`${page.lesson}-${name}`);
  if (!figureOf(name)) return;
  if (!plot || !plot._fullLayout) return void window.requestAnimationFrame(() => fit(name));
  const { data, layout } = fitted(name, plot);
  window.Plotly.react(plot, data, layout).then(() => plot.offsetParent && window.Plotly.Plots.resize(plot));
  if (playback) animator.stale.add(`${page.lesson}-${name}`); // sizes that the run records come from its frame
}

/* ---- the strip ---- */

function usualStrip() {
  const group = document.querySelector(".controls .group:has(.knob-slider)");
  return group ? [...group.querySelectorAll(".knob-slider")].map(fieldOf) : [];
}

function fieldOf(knob) {
  return knob.id.slice(session.page.lesson.length + 1, -"-knob".length);
}

function showStrip(fields) {
  for (const knob of document.querySelectorAll(".knob")) {
    const isShown = fields.includes(fieldOf(knob));
    knob.toggleAttribute("data-strip", isShown);
    if (isShown) knob.closest("details").open = true;
  }
}

function chosenStrip() {
  const given = new URLSearchParams(window.location.search).get("strip");
  return given === null ? usualStrip() : given.split(",");
}

function fillPicker() {
  const { page } = session;
  const fields = chosenStrip();
  byId("strip-fields").replaceChildren(...Object.keys(page.fields).map((name) => tickBox(page, name, fields.includes(name))));
  byId("strip-figure").replaceChildren(
    ...[...document.querySelectorAll("figure[data-figure]:not(.d-none)")].map((figure) => {
      const { figure: name } = figure.dataset;
      return new Option(figure.querySelector("strong").textContent, name, false, name === root.dataset.projector);
    })
  );
}

function tickBox(page, name, isTicked) {
  const line = document.createElement("label");
  const box = line.appendChild(document.createElement("input"));
  Object.assign(box, { type: "checkbox", checked: isTicked, name });
  line.append(` ${document.querySelector(`label[for="${page.lesson}-${name}"]`).textContent}`);
  return line;
}

/* ---- the mode ---- */

function keep(changes) {
  const query = new URLSearchParams(window.location.search);
  for (const [key, text] of Object.entries(changes)) {
    if (text === null) query.delete(key);
    else query.set(key, text);
  }
  keepQuery(textOf(query));
}

function mainFigure() {
  const figure = document.querySelector(".figure-main:not(.d-none)") || document.querySelector("figure[data-figure]:not(.d-none)");
  return figure ? figure.dataset.figure : "";
}

function enter(name) {
  const before = root.dataset.projector;
  root.dataset.projector = name;
  for (const figure of document.querySelectorAll("figure[data-figure]"))
    figure.toggleAttribute("data-enlarged", figure.dataset.figure === name);
  if (before === undefined) showTheme("light"); // black projects badly
  showStrip(chosenStrip());
  fillPicker();
  keep({ projector: name === mainFigure() ? "on" : name });
  for (const changed of new Set([before, name])) if (changed) fit(changed);
}

function leave() {
  const name = root.dataset.projector;
  delete root.dataset.projector;
  for (const figure of document.querySelectorAll("[data-enlarged]")) figure.removeAttribute("data-enlarged");
  showTheme();
  keep({ projector: null, strip: null });
  if (name) fit(name);
  if (document.fullscreenElement) document.exitFullscreen();
  if (opener) opener.focus();
  opener = null;
}

/* The window fills the screen too, where the browser lets it: not in every frame, and never without a key or a click. */
function fillScreen() {
  if (root.requestFullscreen && navigator.userActivation.isActive) root.requestFullscreen().catch(() => {});
}

document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && isOn()) leave(); });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || !session.page) return;
  if (button.id === "projector-leave") return leave();
  if (button.id !== "tool-projector" && !button.dataset.enlarge) return;
  if (button.matches(":focus-visible")) opener = button;
  if (isOn()) return leave();
  enter(button.dataset.enlarge || mainFigure());
  fillScreen();
});

document.addEventListener("change", (event) => {
  if (event.target.id === "strip-figure") enter(event.target.value);
  if (!event.target.closest("#strip-fields")) return;
  const fields = [...byId("strip-fields").querySelectorAll("input:checked")].map((box) => box.name);
  keep({ strip: fields.join() === usualStrip().join() ? null : fields.join() });
  showStrip(fields);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOn() && !event.defaultPrevented && !document.querySelector("dialog[open]")) leave();
});

window.addEventListener("resize", () => { if (isOn() && root.dataset.projector) fit(root.dataset.projector); });

/* A page that is opened by a link with `projector`, or after one that was enlarged. */
session.on("page", () => {
  const asked = new URLSearchParams(window.location.search).get("projector");
  const figure = asked && figureOf(asked);
  if (asked !== null) enter(figure && !figure.matches(".d-none") ? asked : mainFigure());
  else if (isOn()) leave();
});

fitted = fitted;
