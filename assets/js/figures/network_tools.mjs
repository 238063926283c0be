/* A figure whose layout.meta.network names neurons and weights: a press on a neuron shows it large, a pointer on an edge is told its
   weight, buttons add and remove layers and neurons (network_steppers.mjs). What is said of them stands in an element over the figure. */

import { all, around, element } from "../dom.mjs";
import { session } from "../session.mjs";
import { lengthTo, neuronAt, weightAt } from "./network_places.mjs";
import { showSteppers } from "./network_steppers.mjs";
import { openField } from "./weight_edits.mjs";
import { pixelUnder, placeUnder, plotAt, plotOf } from "./plots.mjs";

/** @typedef {import("./network_places.mjs").Network} Network */
/** @typedef {import("./network_places.mjs").Neuron} Neuron */
/** @typedef {{ plot: Plot, network: Network }} Drawn */

const OVER = "network-tools";
const DIGITS = 4;

/** The weight under the pointer. @type {Drawn & { weight: number } | null} */
let pointed = null;

/**
 * The plots of the page that show networks.
 * @returns {Drawn[]}
 */
function networks() {
  const plots = session.page.figures.map(plotOf);
  return plots.flatMap((plot) => (plot?.layout?.meta?.network ? [{ plot, network: plot.layout.meta.network }] : []));
}

/**
 * The part of what stands over a plot that has this name.
 * @param {Plot} plot
 * @param {string} name
 */
function part(plot, name) {
  const figure = /** @type {Element} */ (plot.closest("figure"));
  const [over = element("div", { className: OVER })] = all(`.${OVER}`, figure);
  if (!over.isConnected) figure.append(over);
  const [known = element("div", { className: name })] = all(`.${name}`, over);
  if (!known.isConnected) over.append(known);
  return known;
}

/**
 * @param {Plot} plot
 * @param {number} x
 * @param {number} y
 */
function styleAt({ layout: { margin }, _fullLayout: { xaxis, yaxis } }, x, y) {
  const upwards = { range: [...yaxis.range].reverse() };
  return { left: lengthTo(xaxis, x, [margin.l, margin.r]), top: lengthTo(upwards, y, [margin.t, margin.b]) };
}

/** @param {Drawn} drawn */
function frameChosen({ plot, network }) {
  const name = session.values[network.chosen];
  const neuron = network.neurons.find(([, , , , its]) => its === name && its !== network.output);
  const frame = part(plot, "chosen-neuron");
  frame.hidden = !neuron;
  if (!neuron) return;
  const [x, y, width, height] = neuron;
  const [from, to] = [styleAt(plot, x - width, y + height), styleAt(plot, x + width, y - height)];
  const size = { width: `calc(${to.left} - ${from.left})`, height: `calc(${to.top} - ${from.top})` };
  Object.assign(frame.style, from, size);
}

/** @param {Network} network @param {number} weight */
function weightNow({ values }, weight) {
  const { playback } = session;
  return playback?.frames.has(values) ? Number(playback.frames.now(values, playback.index)[weight]) : Number.NaN;
}

function tellPointed() {
  for (const { plot } of networks()) part(plot, "weight-told").hidden = plot !== pointed?.plot;
  if (!pointed) return;
  const { plot, network, weight } = pointed;
  const [x0, y0, x1, y1, name] = network.weights[weight];
  const told = part(plot, "weight-told");
  told.textContent = `${name}: ${String(Number(weightNow(network, weight).toPrecision(DIGITS))).replace("-", "−")}`;
  Object.assign(told.style, styleAt(plot, (x0 + x1) / 2, (y0 + y1) / 2));
}

function show() {
  for (const drawn of networks()) {
    frameChosen(drawn);
    const { plot, network } = drawn;
    showSteppers(part(plot, "steppers"), network.steppers, (x) => styleAt(plot, x, 0).left);
  }
  if (pointed && !pointed.plot.isConnected) pointed = null;
  tellPointed();
}

/** @param {Event} event @returns {Drawn | null} */
function networkAt(event) {
  const found = around(event, "[data-leads], [data-enlarged]") && plotAt(event);
  return found?.meta.network ? { plot: found.plot, network: found.meta.network } : null;
}

/**
 * The neuron under the pointer, or else the place of a weight, -1 for none.
 * @param {Drawn} drawn
 * @param {MouseEvent} event
 */
function under({ plot, network }, event) {
  const { xaxis, yaxis } = plot._fullLayout;
  const place = placeUnder(plot, event);
  const neuron = place && neuronAt(network.neurons, place);
  if (!place || neuron) return { neuron, weight: -1 };
  /** @type {(x: number, y: number) => { x: number, y: number }} */
  const pixel = (x, y) => ({ x: xaxis._offset + xaxis.d2p(x), y: yaxis._offset + yaxis.d2p(y) });
  return { neuron, weight: weightAt(network.weights, pixelUnder(plot, event), pixel) };
}

/**
 * A press on a neuron shows it large, another one the output again.
 * @param {Network} network
 * @param {Neuron} neuron
 */
function choose({ chosen, output }, [, , , , name]) {
  session.settings.set({ [chosen]: session.values[chosen] === name ? output : name });
}

/**
 * A press on an edge stops the run and opens a field with its weight.
 * @param {Drawn} drawn
 * @param {number} weight
 */
function openAt({ plot, network }, weight) {
  if (session.playback?.playing) session.playback.pause();
  const [x0, y0, x1, y1] = network.weights[weight];
  const value = String(Number(weightNow(network, weight).toPrecision(DIGITS)));
  const { left, top } = styleAt(plot, (x0 + x1) / 2, (y0 + y1) / 2);
  const style = { left: `clamp(7rem, ${left}, 100% - 7rem)`, top }; // all of the field stays within the picture
  openField(part(plot, "weight-edit"), network, weight, value, style);
}

document.addEventListener(
  "click",
  (event) => {
    const drawn = networkAt(event);
    if (!drawn) return;
    const { neuron, weight } = under(drawn, event);
    if (neuron) choose(drawn.network, neuron);
    else if (weight >= 0 && drawn.network.edits) openAt(drawn, weight);
  },
  true,
);

document.addEventListener("pointermove", (event) => {
  const drawn = networkAt(event);
  if (!drawn && !pointed) return;
  const { neuron, weight } = drawn ? under(drawn, event) : { neuron: null, weight: -1 };
  pointed = drawn && weight >= 0 ? { ...drawn, weight } : null;
  if (drawn) drawn.plot.style.cursor = neuron || pointed ? "pointer" : "";
  tellPointed();
});

session.on("settings", show);
session.on("stage", show);
session.on("frame", show);
session.on("drawn", show);
