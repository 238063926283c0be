/* The first steps in the laboratory: play, move a slider, choose a preset. `tour=1` in the link begins them; each ends when it
   has been done, and they can be skipped. A strip below the bar says what to do, and the style marks where. */

import { pageAt } from "../addresses.mjs";
import { byId, element, isAt } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { keepInLink } from "../settings/links.mjs";
import { rememberSteps } from "./first_steps_memory.mjs";

/** @typedef {import("../session.mjs").Values} Values */

const TOUR = "tour";
const SEEN = 20; // steps of the run after which one has seen it move
const STEERING = "learning_rate";

const root = document.documentElement;

/** The settings when the present step began. @type {Values} */
let before = {};

const step = () => Number(root.dataset.firstStep || 0);

/** The words of each step, and whether it has been done. @type {Record<number, { text: string, isDone: () => boolean }>} */
const STEPS = {
  1: { text: "first-steps.play", isDone: () => Boolean(session.playback && session.playback.step >= SEEN) },
  2: { text: "first-steps.slide", isDone: () => session.values[STEERING] !== before[STEERING] },
  3: { text: "first-steps.choose", isDone: isPreset },
};

function isPreset() {
  const { values } = session;
  const isOther = Object.keys(values).some((name) => values[name] !== before[name]);
  return (
    isOther &&
    session.page.presets.some(({ settings }) => Object.keys(settings).every((name) => settings[name] === values[name]))
  );
}

/** @param {number} number */
function begin(number) {
  before = session.values;
  root.dataset.firstStep = String(number);
  const is = STEPS[number];
  say(message(is ? is.text : "first-steps.done"), !is);
  if (!is) rememberSteps();
  keepInLink({ [TOUR]: is ? String(number) : null });
  session.tell("stage");
}

function end() {
  if (!step()) return;
  delete root.dataset.firstStep;
  document.getElementById("first-steps")?.remove();
  session.tell("stage");
}

/** @param {string} text @param {boolean} isLast */
function say(text, isLast) {
  if (!document.getElementById("first-steps")) document.querySelector("header.bar")?.after(strip());
  byId("first-steps-text").textContent = text;
  byId("first-steps-lessons").hidden = !isLast;
  byId("first-steps-skip").textContent = isLast ? "×" : message("first-steps.skip");
  byId("first-steps-skip").setAttribute("aria-label", message(isLast ? "tools.close" : "first-steps.skip"));
}

function strip() {
  const text = element("p", { id: "first-steps-text", role: "status" });
  const lessons = element("a", { id: "first-steps-lessons", href: pageAt("") }, message("first-steps.lessons"));
  const skip = element("button", { id: "first-steps-skip", className: "tool" });
  const made = element("aside", { id: "first-steps" }, text, lessons, skip);
  made.setAttribute("aria-label", message("first-steps.name"));
  return made;
}

function look() {
  if (STEPS[step()]?.isDone()) begin(step() + 1);
}

session.on("page", () => {
  const given = Number(new URLSearchParams(window.location.search).get(TOUR));
  if (session.page.lesson === "lab" && given in STEPS) begin(given);
  else end();
});
session.on("frame", look);
session.on("settings", look);

document.addEventListener("click", (event) => {
  if (!isAt(event, "first-steps-skip")) return;
  rememberSteps();
  keepInLink({ [TOUR]: null });
  end();
});
