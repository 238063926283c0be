/* What tells classes apart where the browser draws them by itself: a colour and a symbol for each, as in the figures. */

/** By the number of the class, as in nnviz/figures/class_colours.py. */
export const SYMBOLS = [
  "circle",
  "diamond",
  "square",
  "triangle-up",
  "triangle-down",
  "pentagon",
  "star",
  "cross",
  "x",
  "hexagon",
];

/**
 * The colour of a class, which css/base/colours.css gives it.
 * @param {number} label
 */
export const colourOfClass = (label) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--class-${label}`).trim();
