/* The dialog in which the trace, the figures and the page are taken away; all files are made here, none by the server. */

import { traceCsv } from "./csv.mjs";
import { offlinePage } from "./offline_page.mjs";
import { save } from "./saving.mjs";
import { saveSlide, titleOf } from "./slides.mjs";
import { session } from "../session.mjs";

const byId = (id) => document.getElementById(id);
const lesson = () => session.page.lesson;
const say = (text) => (byId("take-away-status").textContent = text);

function button(text, meaning, name, kind) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, ariaLabel: meaning });
  Object.assign(made.dataset, { slide: name, kind });
  return made;
}

function row(name) {
  const title = titleOf(name);
  const made = document.createElement("li");
  const picture = (kind) => button(kind.toUpperCase(), `${title} as ${kind.toUpperCase()}`, name, kind);
  made.append(`${title} `, picture("svg"), picture("png"));
  return made;
}

function fill() {
  const { page, playback } = session;
  byId("take-away-figures").replaceChildren(...page.figures.map(row));
  byId("take-csv").disabled = !playback;
  byId("take-csv-what").textContent = playback ? whatIsRecorded(playback) : "This page has no run, so there is no trace.";
  say("");
}

function whatIsRecorded(playback) {
  const held = session.comparison.length;
  const runs = ["", " and the run that is held"][held] ?? ` and the ${held} runs that are held`;
  return `A line for every recorded step of the run up to step ${playback.step.toLocaleString("en")}${runs}.`;
}

async function take(what, making) {
  say(`Making ${what} …`);
  try {
    await making();
    say(`Saved ${what}.`);
  } catch (error) {
    say(`That went wrong: ${error.message}`);
  }
}

async function saveAll(kind) {
  for (const name of session.page.figures) await saveSlide(name, kind);
}

const buttons = {
  "take-csv": () => take("the trace", () => save(`${lesson()}-trace.csv`, traceCsv(), "text/csv")),
  "take-svg": () => take("all figures", () => saveAll("svg")),
  "take-png": () => take("all figures", () => saveAll("png")),
  "take-page": () =>
    take("the page", async () => save(`${lesson()}.html`, await offlinePage(), "text/html")),
};

document.addEventListener("nnviz:open", (event) => {
  if (event.target.id === "dialog-take-away") fill();
});
document.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed) return;
  const { slide, kind } = pressed.dataset;
  if (slide) take(`${titleOf(slide)} as ${kind.toUpperCase()}`, () => saveSlide(slide, kind));
  else if (pressed.id in buttons) buttons[pressed.id]();
});
