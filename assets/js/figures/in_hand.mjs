/* A figure that leads on a phone. What is held in the hand is read from near: type is smaller there, a legend takes no more than a
   few lines (what it has more is scrolled), and so the picture has the room. */

import { session } from "../session.mjs";
import { listed } from "./shown_numbers.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */
/** @typedef {import("./bindings.mjs").Trace} Trace */

const [UPRIGHT, ON_ITS_SIDE] = ["(max-width: 500px)", "(max-height: 500px)"];
const HAND = window.matchMedia(`${UPRIGHT}, ${ON_ITS_SIDE}`);
const AXIS = /^[xy]axis\d*$/;
const [TITLE, TICK, NAME] = [14, 12, 11]; // sizes of type
const AROUND = 120; // pixels above and below a picture
const TICK_ROOM = 18;
const NOWHERE = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const LEGEND_ROOM = 64; // pixels: three lines, and the half of a fourth one, which says that there are more
const LEFT_OF_THE_PICTURE = -0.01; // a legend that begins there may be as wide as axis and picture together

export const isInHand = () => HAND.matches;

/** @param {any} axis */
const nearerAxis = (axis) => ({
  ...axis,
  title: { ...axis.title, standoff: 4, font: { ...axis.title?.font, size: TITLE } },
  tickfont: { ...axis.tickfont, size: Math.min(TICK, axis.tickfont?.size ?? TICK) },
});

/** @param {Layout} layout */
function nearerLayout(layout) {
  const parts = Object.entries(layout).map(([name, part]) => [name, AXIS.test(name) ? nearerAxis(part) : part]);
  const { legend } = layout;
  return {
    ...Object.fromEntries(parts),
    legend: { x: LEFT_OF_THE_PICTURE, maxheight: LEGEND_ROOM, ...legend, font: { ...legend?.font, size: NAME } },
  };
}

/**
 * As many of the ticks that a colour bar is given as have room above each other; it may be given some that it does not reach.
 * @param {Trace} trace
 * @param {number} room  pixels
 */
function ticksApart({ z, zmin, zmax, colorbar: { tickvals, ticktext } }, room) {
  const values = listed(tickvals);
  const heights = zmin === undefined ? listed(z).flatMap(listed) : [zmin, zmax];
  const [low, high] = heights.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)], NOWHERE);
  const reached = values.filter((value) => value >= low && value <= high);
  const stride = Math.ceil((reached.length * TICK_ROOM) / room);
  /** @param {any[]} all */
  const thinned = (all) => all.filter((_, i) => i % stride === 0);
  return stride > 1 ? { tickvals: thinned(values), ...(ticktext && { ticktext: thinned(ticktext) }) } : {};
}

/** Words among pictures that are as small as the room has made them. @param {Trace} trace */
const nearerWords = (trace) =>
  trace.mode === "text" ? { ...trace, textfont: { ...trace.textfont, size: TICK } } : trace;

/** @param {Trace} trace @param {number} room */
function nearerTrace(trace, room) {
  const { colorbar: bar } = trace;
  if (!bar) return trace;
  const named = bar.title && { title: { ...bar.title, font: { ...bar.title.font, size: NAME } } };
  return {
    ...trace,
    colorbar: { ...bar, ...named, ...ticksApart(trace, room), tickfont: { ...bar.tickfont, size: NAME } },
  };
}

/**
 * The figure as it is drawn where it leads on a phone.
 * @param {FigureJson} figure
 * @param {number} height  of its room in pixels
 * @returns {FigureJson}
 */
export function nearer({ data, layout }, height) {
  const room = Math.max(TICK_ROOM, height - AROUND);
  const read = layout.yaxis?.scaleanchor ? data.map(nearerWords) : data;
  return { data: read.map((trace) => nearerTrace(trace, room)), layout: nearerLayout(layout) };
}

/** Held otherwise, or no longer in the hand: each figure has another room. */

for (const media of [HAND, window.matchMedia(ON_ITS_SIDE)])
  media.addEventListener("change", () => session.isOpen && session.tell("stage"));
