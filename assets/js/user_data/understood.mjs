/* What the server has understood of one's own data: a sentence, the choice of columns, the points. */

import { all, byId, element } from "../dom.mjs";
import { counted, message } from "../messages.mjs";
import { clearPlane, drawPlane } from "./plane.mjs";

/**
 * @typedef {object} Understood
 * @property {{ name: string, kind: string, of: number }[]} columns  with the place of that whose codes it holds
 * @property {number[]} features  the places of their columns
 * @property {number} target
 * @property {string} text  the canonical text of the rows; empty if there is a problem
 * @property {string} problem
 * @property {string[]} classes  what the classes are called, from class 0 on; none for a number to predict
 * @property {string} meaning  "classes" or "number", where numbers may be both; "open" until somebody has chosen
 * @property {string} why  in a word, why the target is the target
 * @property {string} unfit  why the page cannot use the rows; empty if it can
 * @property {string[]} notes
 * @property {Readings | null} readings
 */

/**
 * A cell that means two numbers: what it is with a decimal point and with a decimal comma, and the sign that is taken.
 * @typedef {object} Readings
 * @property {string} question
 * @property {Record<string, string>} numbers
 * @property {string} decimal  empty as long as nobody has chosen
 */

const FEATURES = ["numbers", "yes-no", "coded"]; // kinds of columns that can be a feature
const NO_TARGETS = ["empty", "dates", "coded"];

/** @type {Understood} */
export const NOTHING = {
  columns: [],
  features: [],
  target: 0,
  text: "",
  classes: [],
  meaning: "",
  why: "",
  unfit: "",
  problem: "",
  notes: [],
  readings: null,
};

/**
 * @param {string} text
 * @param {boolean} [isProblem]
 */
export function say(text, isProblem = false) {
  byId("own-data-says").textContent = text;
  byId("own-data-says").classList.toggle("problem", isProblem);
}

/** @param {Understood} understood */
export function showUnderstood(understood) {
  const why = understood.problem || understood.unfit;
  if (why || !understood.text) say(why, true);
  else say([summary(understood), ...understood.notes].join(" "));
}

/** @param {string} text */
const rowsOf = (text) =>
  text
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));

/** @param {Understood} understood */
function summary({ columns, features, target, text, classes }) {
  const [one, other] = features.map((place) => message("own-data.quoted", columns[place]));
  const isClass = text.startsWith("classification");
  const n = String(classes.length);
  const task =
    classes.length > 2
      ? message("own-data.many-classes", { n })
      : message(isClass ? "own-data.two-classes" : "own-data.a-number");
  const names = other ? message("own-data.and", { one, other }) : one;
  return counted("own-data.examples", rowsOf(text).length, { features: names, target: columns[target].name, task });
}

/** @param {Understood} understood */
export function showRows({ text }) {
  if (!text) return clearPlane();
  const rows = rowsOf(text);
  const isClass = text.startsWith("classification");
  const targets = rows.map((row) => row[row.length - 1]);
  const [low, high] = [Math.min(...targets), Math.max(...targets)];
  const width = rows[0].length;
  const share = (/** @type {number} */ target) => (width > 2 ? (target - low) / (high - low) : 0);
  const points = rows.map(([x, y], i) => ({ x, y, share: share(targets[i]), label: isClass ? targets[i] : -1 }));
  const names = text.split("\n", 1)[0].split(",").slice(1);
  const named = names.length > width ? names.slice(width) : ["0", "1"];
  drawPlane(points, names, { classes: isClass ? named : [] });
}

/* ---- the choice of a reading and of columns ---- */

/**
 * Ask what a cell means that can be two numbers.
 * @param {Understood} understood
 * @param {(decimal: string) => void} choose
 */
export function showReadings({ readings }, choose) {
  const choices = Object.entries(readings?.numbers ?? {}).map(([decimal, number]) => {
    const isTaken = decimal === readings?.decimal;
    const name = { type: "radio", name: "own-data-decimal", value: decimal, checked: isTaken };
    return element("label", {}, element("input", { ...name, onchange: () => choose(decimal) }), ` ${number}`);
  });
  byId("own-data-readings").replaceChildren(...(readings ? [`${readings.question} `, ...choices] : []));
}

/**
 * @param {Understood} understood
 * @param {number[]} counts  how many features the page can take
 * @param {() => void} choose
 */
export function showColumns({ columns, features, target, why }, counts, choose) {
  const places = columns.map((_, i) => i);
  const able = places.filter((i) => FEATURES.includes(columns[i].kind) && columns[i].of !== target);
  const filled = places.filter((i) => !NO_TARGETS.includes(columns[i].kind));
  const [first = "", second = ""] = features;
  /** @type {(label: string, id: string, options: (number | "")[], chosen: number | "") => HTMLElement} */
  const select = (label, id, options, chosen) => {
    const made = element("select", { id, onchange: choose });
    for (const option of options)
      made.add(new Option(option === "" ? message("own-data.none") : columns[option].name, String(option)));
    made.value = String(chosen);
    return element("label", {}, label, made);
  };
  const isOne = Math.max(...counts) === 1;
  const others = counts.includes(1) || second === "" ? /** @type {(number | "")[]} */ (["", ...able]) : able;
  const label = why ? message("own-data.target-why", { why }) : message("own-data.target");
  byId("own-data-columns").replaceChildren(
    select(message(isOne ? "own-data.feature" : "own-data.feature-1"), "own-data-first", able, first),
    ...(isOne ? [] : [select(message("own-data.feature-2"), "own-data-second", others, second)]),
    select(label, "own-data-target", filled, target),
  );
}

/**
 * The choice of the label that is class 1.
 * @param {Understood} understood
 * @param {() => void} swap
 */
export function showClasses({ classes }, swap) {
  const select = element("select", { id: "own-data-class-1", onchange: swap });
  for (const name of classes) select.add(new Option(name, name));
  select.value = classes[1];
  if (classes.length === 2) byId("own-data-columns").append(element("label", {}, message("own-data.class-1"), select));
}

/**
 * The choice of what the numbers of the target mean, where they may be classes.
 * @param {Understood} understood
 * @param {(meaning: string) => void} choose
 */
export function showMeaning({ columns, target, meaning }, choose) {
  if (!meaning) return;
  const select = element("select", { id: "own-data-meaning", onchange: () => choose(select.value) });
  if (meaning === "open") select.add(new Option(message("own-data.meaning-open"), "open"));
  select.add(new Option(message("own-data.meaning-classes"), "classes"));
  select.add(new Option(message("own-data.meaning-number"), "number"));
  select.value = meaning;
  byId("own-data-columns").append(element("label", {}, message("own-data.meaning", columns[target]), select));
}

/** The columns that are chosen, as the server is told of them. */
export function chosenColumns() {
  const selects = all("#own-data-columns select").map((select) => /** @type {HTMLSelectElement} */ (select));
  const chosenOf = (/** @type {string} */ id) => selects.find((select) => select.id === id)?.value ?? "";
  const features = ["own-data-first", "own-data-second"].map(chosenOf).filter((place) => place !== "");
  return { features: features.join(","), target: chosenOf("own-data-target") };
}
