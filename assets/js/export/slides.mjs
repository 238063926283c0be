/* Figures as pictures of the size of a slide, with their title on them. */

import { save } from "./saving.mjs";
import { plotIn, withFrame } from "../figures/animator.mjs";
import { session } from "../session.mjs";

const SLIDE = { width: 1920, height: 1080 };
const SCALE = 2; // figures are laid out at half the size: their type becomes twice as large, 28 pixels and more
const TYPES = { svg: "image/svg+xml", png: "image/png" };

const idOf = (name) => `${session.page.lesson}-${name}`;

export function titleOf(name) {
  return document.getElementById(idOf(name)).closest("figure").querySelector("figcaption strong").textContent;
}

/* A figure as it stands, brought to the step on the screen: those that are out of sight are not painted. */
export function figureNow(name) {
  const { data, layout } = plotIn(idOf(name));
  const { playback } = session;
  return { data: playback ? withFrame(data, playback.frames, playback.index) : data, layout };
}

function titled({ data, layout }, title) {
  const text = { text: `<b>${title}</b>`, font: { size: 22 }, x: 0.02, xanchor: "left", y: 0.98, yanchor: "top" };
  const margin = { ...layout.margin, t: ((layout.margin || {}).t || 40) + 44 };
  return { data, layout: { ...layout, title: text, margin, autosize: false } };
}

/* The figure as a Blob of the kind "svg" or "png". */
async function slide(name, kind) {
  const size = { width: SLIDE.width / SCALE, height: SLIDE.height / SCALE, scale: SCALE };
  const figure = titled(figureNow(name), titleOf(name));
  const address = await window.Plotly.toImage(figure, { format: kind, ...size });
  const body = address.slice(address.indexOf(",") + 1);
  if (kind === "svg") return new Blob([decodeURIComponent(body)], { type: TYPES.svg });
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: TYPES.png });
}

export async function saveSlide(name, kind) {
  save(`${idOf(name)}.${kind}`, [await slide(name, kind)], TYPES[kind]);
}
