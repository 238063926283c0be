/* Each figure has a sentence that says what it shows: it is written when the run and the settings rest, never while they move,
   since a screen reader would have to begin it again and again. */

import { byId } from "../dom.mjs";
import { session } from "../session.mjs";
import { asDrawn } from "./as_drawn.mjs";
import { withFrameNow } from "./plots.mjs";
import { sentenceOf } from "./sentences.mjs";

const REST = 400; // ms without a change

let timer = 0;

/**
 * A figure of the page as it is on the screen.
 * @param {string} name
 */
export function figureNow(name) {
  const figure = asDrawn(name);
  return figure && { data: withFrameNow(figure.data), layout: figure.layout };
}

/**
 * What it shows; nothing before it is drawn.
 * @param {string} name
 */
export function sentenceNow(name) {
  const [figure, { playback }] = [figureNow(name), session];
  return figure ? sentenceOf(figure, playback?.frames.length ? playback.step : null) : "";
}

function describe() {
  const { figures, lesson } = session.page;
  if (!document.getElementById(`${lesson}--page`)) return;
  const isPlaying = session.playback?.playing;
  if (isPlaying || figures.some((name) => !asDrawn(name))) return later();
  for (const name of figures) byId(`${lesson}-${name}--sentence`).textContent = sentenceNow(name);
}

function later() {
  window.clearTimeout(timer);
  timer = window.setTimeout(describe, REST);
}

session.on("page", later);
session.on("settings", later);
session.on("frame", later);
session.on("comparison", later);
