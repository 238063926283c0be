/* The figures of the page as the server has drawn them. What Plotly holds is another thing: the frame is in it, what a user has
   zoomed and turned, and, while the figure is small, less than all of it. Plotly keeps what the user did only as long as the
   layout that it is given is the same as before, and it writes into that layout: so each time it gets a copy. */

import { withBarBeside } from "./colour_bars.mjs";
import { withRoomAtEnds } from "./end_labels.mjs";
import { withScenesInFrame } from "./framing.mjs";
import { isInHand, nearer } from "./in_hand.mjs";
import { plotOf } from "./plots.mjs";
import { smaller } from "./small.mjs";

/** @typedef {import("./bindings.mjs").FigureJson} FigureJson */
/** @typedef {import("./bindings.mjs").Layout} Layout */

/** @type {Map<string, FigureJson>} */
const drawn = new Map();

/** Another page: nothing is drawn yet. */
export const forget = () => drawn.clear();

/**
 * @param {string} name
 * @param {FigureJson} figure
 */
export const keep = (name, figure) => drawn.set(name, figure);

/**
 * The figure with this name as it was drawn. The first one Dash has drawn, and Plotly holds it as it came.
 * @param {string} name
 * @returns {FigureJson | null}
 */
export function asDrawn(name) {
  const known = drawn.get(name);
  if (known) return known;
  const plot = plotOf(name);
  if (!plot?._fullLayout || !plot.data) return null;
  const first = { data: plot.data, layout: withDomains(copied(plot.layout), plot._fullLayout) };
  drawn.set(name, first);
  return first;
}

/**
 * Where axes have one unit of length, Plotly writes into the layout how much of its room the picture fills just now: in another
 * window that would be less and less. What was declared it remembers.
 * @param {Layout} layout
 * @param {any} full  the layout as Plotly has filled it in
 */
function withDomains(layout, full) {
  for (const [name, part] of Object.entries(layout)) {
    const domain = /^[xy]axis\d*$/.test(name) && full[name]?._inputDomain;
    if (domain) part.domain = [...domain];
  }
  return layout;
}

/**
 * A layout that Plotly may write into; the template is the same for all figures, and nobody writes into it.
 * @param {Layout} layout
 */
export function copied({ template, ...layout }) {
  return { ...structuredClone(layout), template };
}

/** @param {string} name */
export const isSmall = (name) =>
  !document.querySelector(`figure[data-figure="${CSS.escape(name)}"]`)?.matches("[data-leads], [data-enlarged]");

/** @param {FigureJson} figure @param {Plot | null} plot */
function leading(figure, plot) {
  const named = withBarBeside(withRoomAtEnds(figure), plot);
  return isInHand() ? nearer(named, plot?.clientHeight || 0) : named;
}

/**
 * The figure as it is to be on the screen, in the room that it has.
 * @param {string} name
 * @returns {FigureJson | null}
 */
export function forScreen(name) {
  const [figure, plot] = [asDrawn(name), plotOf(name)];
  if (!figure) return null;
  const { data, layout } = isSmall(name) ? smaller(figure) : leading(figure, plot);
  return { data, layout: { ...copied(withScenesInFrame(layout, plot)), autosize: true } };
}
