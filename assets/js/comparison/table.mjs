/* The table of the runs that are held and the one that plays: how each differs, and its numbers. */

import { heldLabels } from "./names.mjs";
import { DASHES } from "./traces.mjs";
import { readoutText } from "../run/readouts.mjs";
import { session } from "../session.mjs";

const table = () => document.getElementById("held-table");
const element = (tag, attributes, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
};

/* How a plot draws the run: a short line with its dashes, in their lengths on the screen. */
const LENGTHS = { dash: "6 4", dot: "2 3", dashdot: "6 3 2 3", longdash: "10 4", longdashdot: "10 3 2 3", "3px 9px": "3 9" };

function line(dash) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const stroke = document.createElementNS(space, "path");
  stroke.setAttribute("d", "M0 5H40");
  stroke.setAttribute("stroke-dasharray", LENGTHS[dash]);
  picture.append(stroke);
  picture.setAttribute("aria-hidden", "true");
  return picture;
}

/* The step, unless it is one of the readouts, and the readouts of a frame. */
function numbers(page, frames, index) {
  const readouts = Object.values(page.readouts);
  const step = readouts.some(({ array }) => array === "step") ? [] : [frames.step(index).toLocaleString("en")];
  return [...step, ...readouts.map((readout) => readoutText(readout, frames, index))];
}

function row(run, place, label, dash) {
  const { page } = session;
  const shown = run.frames ? numbers(page, run.frames, run.frames.length - 1) : ["…"];
  const meaning = `Remove the held run: ${label}`;
  const button = element("button", { type: "button", title: meaning, textContent: "×", ariaLabel: meaning });
  button.dataset.held = place;
  const head = element("th", { scope: "row" }, button, line(dash), ` ${label}`);
  return element("tr", {}, head, ...shown.map((textContent) => element("td", { textContent })));
}

let shown = ""; // the labels in the table

function show() {
  const section = document.getElementById("held");
  if (!section) return;
  const [runs, labels] = [session.comparison, heldLabels(Infinity)];
  shown = labels.join();
  section.hidden = runs.length === 0;
  table().tBodies[1].replaceChildren(...runs.map((run, place) => row(run, place, labels[place], DASHES[place])));
  const { page, playback } = session;
  if (playback.frames.length) showNumbersNow(page, playback.frames, playback.index);
}

/* The numbers of the run that plays, in the first row. */
export function showNumbersNow(page, frames, index) {
  if (!table() || session.comparison.length === 0) return;
  if (heldLabels(Infinity).join() !== shown) return show(); // what plays now has begun with other settings
  const cells = table().tBodies[0].rows[0].cells;
  numbers(page, frames, index).forEach((text, i) => (cells[i + 1].textContent = text));
}

session.on("comparison", show);
