/* The table of the comparison: how each run differs from the one that plays, and its numbers. */

import { element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { readoutText } from "../run/readout_text.mjs";
import { session } from "../session.mjs";
import { comparisonLabels } from "./names.mjs";
import { DASHES } from "./traces.mjs";

/** @typedef {import("../run/frames.mjs").Frames} Frames */
/** @typedef {import("../session.mjs").ComparedRun} ComparedRun */

const table = () => /** @type {HTMLTableElement | null} */ (document.getElementById("comparison-table"));

/** How long the dashes are on the screen. @type {Record<string, string>} */
const LENGTHS = {
  dash: "6 4",
  dot: "2 3",
  dashdot: "6 3 2 3",
  longdash: "10 4",
  longdashdot: "10 3 2 3",
  "3px 9px": "3 9",
};

/**
 * How a plot draws the run: a short line with its dashes.
 * @param {string} dash
 */
function line(dash) {
  const space = "http://www.w3.org/2000/svg";
  const [picture, stroke] = [document.createElementNS(space, "svg"), document.createElementNS(space, "path")];
  stroke.setAttribute("d", "M0 5H40");
  stroke.setAttribute("stroke-dasharray", LENGTHS[dash]);
  picture.append(stroke);
  picture.setAttribute("aria-hidden", "true");
  return picture;
}

/**
 * The step, unless it is one of the readouts, and the readouts of a frame.
 * @param {Frames} frames
 * @param {number} index
 */
function numbers(frames, index) {
  const readouts = Object.values(session.page.readouts);
  const step = readouts.some(({ array }) => array === "step") ? [] : [frames.step(index).toLocaleString("en")];
  return [...step, ...readouts.map((readout) => readoutText(readout, frames, index))];
}

/**
 * @param {ComparedRun} run
 * @param {number} place
 * @param {string} label
 */
function row({ frames }, place, label) {
  const shown = frames ? numbers(frames, frames.length - 1) : ["…"];
  const meaning = message("comparison.remove", { run: label });
  const properties = { type: /** @type {const} */ ("button"), title: meaning, ariaLabel: meaning };
  const button = element("button", { ...properties, dataset: { compared: String(place) } }, "×");
  const head = element("th", { scope: "row" }, button, line(DASHES[place]), ` ${label}`);
  return element("tr", {}, head, ...shown.map((text) => element("td", {}, text)));
}

let shown = ""; // the labels in the table

function show() {
  const section = document.getElementById("comparison");
  if (!section) return;
  const labels = comparisonLabels(Infinity);
  shown = labels.join();
  section.hidden = session.comparison.length === 0;
  table()?.tBodies[1].replaceChildren(...session.comparison.map((run, place) => row(run, place, labels[place])));
  if (session.run.frames.length) showNumbersNow();
}

/** The numbers of the run that plays, in the first row. */
function showNumbersNow() {
  const found = table();
  if (!found || session.comparison.length === 0) return;
  if (comparisonLabels(Infinity).join() !== shown) return show(); // what plays now has begun with other settings
  const { cells } = found.tBodies[0].rows[0];
  numbers(session.run.frames, session.run.index).forEach((text, i) => {
    cells[i + 1].textContent = text;
  });
}

session.on("comparison", show);
session.on("frame", showNumbersNow);
