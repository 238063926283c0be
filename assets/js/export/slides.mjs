/* Figures as pictures of the size of a slide, with their title on them. */

import { asDrawn } from "../figures/as_drawn.mjs";
import { withThinLeaving } from "../figures/leaving_paths.mjs";
import { withFrameNow } from "../figures/plots.mjs";
import { session } from "../session.mjs";
import { save } from "./saving.mjs";

/** @typedef {import("../figures/bindings.mjs").FigureJson} FigureJson */
/** @typedef {"svg" | "png"} Kind */

const SLIDE = { width: 1920, height: 1080 };
const SCALE = 2; // figures are laid out at half the size: their type becomes twice as large, 28 pixels and more
const TYPES = { svg: "image/svg+xml", png: "image/png" };

/**
 * What the caption of a figure calls it.
 * @param {string} name
 */
export function titleOf(name) {
  const figure = document.getElementById(`${session.page.lesson}-${name}`)?.closest("figure");
  return figure?.querySelector("figcaption strong")?.textContent || name;
}

/**
 * A figure as it stands, brought to the step on the screen: those that are out of sight are not painted.
 * @param {string} name
 * @returns {FigureJson}
 */
export function figureNow(name) {
  const figure = asDrawn(name);
  return figure
    ? { data: withThinLeaving(withFrameNow(figure.data), figure.layout), layout: figure.layout }
    : { data: [], layout: {} };
}

/**
 * @param {FigureJson} figure
 * @param {string} title
 * @returns {FigureJson}
 */
function titled({ data, layout }, title) {
  const text = { text: `<b>${title}</b>`, font: { size: 22 }, x: 0.02, xanchor: "left", y: 0.98, yanchor: "top" };
  const margin = { ...layout.margin, t: (layout.margin?.t || 40) + 44 };
  return { data, layout: { ...layout, title: text, margin, autosize: false } };
}

/**
 * @param {string} name
 * @param {Kind} kind
 */
async function slide(name, kind) {
  const size = { width: SLIDE.width / SCALE, height: SLIDE.height / SCALE, scale: SCALE };
  const address = await window.Plotly.toImage(titled(figureNow(name), titleOf(name)), { format: kind, ...size });
  const body = address.slice(address.indexOf(",") + 1);
  if (kind === "svg") return new Blob([decodeURIComponent(body)], { type: TYPES.svg });
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: TYPES.png });
}

/**
 * @param {string} name
 * @param {Kind} kind
 */
export async function saveSlide(name, kind) {
  save(`${session.page.lesson}-${name}.${kind}`, [await slide(name, kind)], TYPES[kind]);
}
