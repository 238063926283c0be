/* The dialog in which the trace, the figures and the page are taken away; all files are made here, none by the server. */

import { comparisonLabels } from "../comparison/names.mjs";
import { around, byId, element } from "../dom.mjs";
import { counted, message } from "../messages.mjs";
import { session } from "../session.mjs";
import { whenOpened } from "../shell/dialogs.mjs";
import { DECIMAL_COMMAS, traceCsv } from "./csv.mjs";
import { offlinePage } from "./offline_page.mjs";
import { save } from "./saving.mjs";
import { saveSlide, titleOf } from "./slides.mjs";

/** @typedef {import("./csv.mjs").Recorded} Recorded */
/** @typedef {import("./slides.mjs").Kind} Kind */

/** @param {string} text */
const say = (text) => {
  byId("take-away-status").textContent = text;
};

/** @param {string} name */
function row(name) {
  const title = titleOf(name);
  const buttons = /** @type {Kind[]} */ (["svg", "png"]).map((kind) => {
    const text = kind.toUpperCase();
    return element(
      "button",
      {
        type: "button",
        ariaLabel: message("take-away.as", { what: title, kind: text }),
        dataset: { slide: name, kind },
      },
      text,
    );
  });
  return element("li", {}, `${title} `, ...buttons);
}

function fill() {
  const { page, playback } = session;
  byId("take-away-figures").replaceChildren(...page.figures.map(row));
  for (const id of ["take-csv", "take-csv-commas"]) byId(id, HTMLButtonElement).disabled = !playback;
  const what = playback ? whatIsRecorded(playback.step) : message("take-away.no-run");
  byId("take-csv-what").textContent = what;
  say("");
}

/** @param {number} step */
function whatIsRecorded(step) {
  const given = { step: step.toLocaleString("en") };
  const { length } = session.comparison;
  return length === 0 ? message("take-away.lines-alone", given) : counted("take-away.lines", length, given);
}

/**
 * The run on the screen up to the step on the screen, and those it is compared with.
 * @returns {Recorded[]}
 */
function recorded() {
  const { comparison, run } = session;
  const labels = comparisonLabels(Infinity);
  const others = comparison.flatMap(({ frames }, i) =>
    frames ? [{ label: labels[i], frames, last: frames.length - 1 }] : [],
  );
  return [{ label: "now", frames: run.frames, last: run.index }, ...others];
}

/**
 * @param {string} what
 * @param {() => unknown} making
 */
async function take(what, making) {
  say(message("take-away.making", { what }));
  try {
    await making();
    say(message("take-away.saved", { what }));
  } catch (error) {
    say(message("take-away.went-wrong", { why: error instanceof Error ? error.message : String(error) }));
  }
}

/** @param {Kind} kind */
async function saveAll(kind) {
  for (const name of session.page.figures) await saveSlide(name, kind);
}

/** @param {import("./csv.mjs").Format} [format] */
const saveTrace = (format) => save(`${session.page.lesson}-trace.csv`, traceCsv(recorded(), format), "text/csv");
const savePage = async () => save(`${session.page.lesson}.html`, await offlinePage(), "text/html");

/** @type {Record<string, () => void>} */
const BUTTONS = {
  "take-csv": () => take(message("take-away.the-trace"), () => saveTrace()),
  "take-csv-commas": () => take(message("take-away.the-trace"), () => saveTrace(DECIMAL_COMMAS)),
  "take-svg": () => take(message("take-away.all-figures"), () => saveAll("svg")),
  "take-png": () => take(message("take-away.all-figures"), () => saveAll("png")),
  "take-page": () => take(message("take-away.the-page"), savePage),
};

whenOpened("dialog-take-away", fill);
document.addEventListener("click", (event) => {
  const pressed = around(event, "button");
  if (!pressed) return;
  const { slide, kind } = pressed.dataset;
  if (slide && (kind === "svg" || kind === "png"))
    take(message("take-away.as", { what: titleOf(slide), kind: kind.toUpperCase() }), () => saveSlide(slide, kind));
  else if (pressed.id in BUTTONS) BUTTONS[pressed.id]();
});
